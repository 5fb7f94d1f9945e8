/**
 * The certificate of a signature: the name as it was typed, when, what was agreed to; and, quieter, everything that the
 * portal recorded. All of it is always visible: paper can't be unfolded.
 */
import type { Formats } from '../../i18n/format.ts'
import type { Acceptance, Mailing } from '../record.ts'
import { momentOf } from '../report.ts'
import { certificateWords as words } from '../words.ts'
import { type FactRow, Facts } from './facts.tsx'

export type CertificateProps = {
  record: Acceptance
  keyId: string
  /** SHA-256 of the record, by which the next one in the chain names it. */
  hash: string
  formats: Formats
}

const when = ({ formats, record }: CertificateProps, utc: string): string =>
  formats.instant(Date.parse(utc), record.signed_at.time_zone)

const Mailed = (props: CertificateProps & Mailing) => {
  const { address, times, first_at, last_at } = props
  const first = when(props, first_at)
  const typed = <bdi>{address}</bdi>
  return (
    <>
      {times === 1
        ? words.mailedTo(typed, first)
        : words.mailedAgain(typed, times, first, when(props, last_at))}
    </>
  )
}

function requestOf({ record: { request } }: CertificateProps): FactRow[] {
  const { address, country, network, user_agent } = request
  return [
    { label: words.address, values: [address] },
    { label: words.country, values: [country] },
    {
      label: words.network,
      values: [network && <bdi>{words.networkOf(network.number, network.name)}</bdi>],
    },
    { label: words.browser, values: [user_agent && <bdi>{user_agent}</bdi>] },
  ]
}

function linkOf(props: CertificateProps): FactRow[] {
  const { id, made_at, mailed_to, revealed_to_business_at: revealed } = props.record.link
  const mailed = mailed_to.map(mailing => <Mailed {...props} {...mailing} />)
  return [
    { label: words.link, values: [words.linkOf(id, when(props, made_at))] },
    { label: words.mailed, values: mailed.length > 0 ? mailed : [words.notMailed] },
    { label: words.revealed, values: [revealed ? when(props, revealed) : words.notRevealed] },
  ]
}

const sealOf = ({ record: { chain, document }, keyId, hash }: CertificateProps): FactRow[] => [
  { label: words.content, values: [document.content_hash], code: true },
  { label: words.number, values: [words.numberOf(chain.sequence)] },
  { label: words.hash, values: [hash], code: true },
  { label: words.previous, values: [chain.previous_hash ?? words.first], code: chain.previous_hash !== null },
  { label: words.key, values: [keyId], code: true },
]

/** The name, when, and what was agreed to. */
export const Signature = ({ record: { signature, signed_at }, formats }: CertificateProps) => (
  <section class="signature">
    <h2>{words.signature}</h2>
    <p class="signed" dir="auto">
      {signature.name}
    </p>
    <p>{words.typedOn(momentOf(formats, Date.parse(signed_at.utc), signed_at.time_zone))}</p>
    <h3>{words.agreed}</h3>
    <ul>
      {signature.consent.texts.map(text => (
        <li lang={signature.consent.language}>{text}</li>
      ))}
    </ul>
  </section>
)

/** How it was recorded. */
export const Certificate = (props: CertificateProps) => (
  <section class="record">
    <h2>{words.record}</h2>
    <Facts rows={[...requestOf(props), ...linkOf(props), ...sealOf(props)]} />
    <p>{words.honest}</p>
  </section>
)
