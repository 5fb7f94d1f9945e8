/**
 * The certificate of a signature: the name as it was typed, when, what was agreed to; and, quieter, everything that the
 * portal recorded. All of it is always visible: paper can't be unfolded.
 */
import type { Formats } from '../../i18n/format.ts'
import { useFormats, useWords } from '../../ui/surroundings.ts'
import type { Acceptance, Mailing } from '../record.ts'
import { momentOf } from '../report.ts'
import { certificateWords } from '../words.ts'
import { type FactRow, Facts } from './facts.tsx'

export type CertificateProps = {
  record: Acceptance
  keyId: string
  /** SHA-256 of the record, by which the next one in the chain names it. */
  hash: string
}

/** An instant of the record in the business's zone, as the reader writes it. */
const when = (record: Acceptance, utc: string, formats: Formats): string =>
  formats.instant(Date.parse(utc), record.signed_at.time_zone)

const Mailed = ({ record, address, times, first_at, last_at }: { record: Acceptance } & Mailing) => {
  const words = useWords(certificateWords)
  const formats = useFormats()
  const first = when(record, first_at, formats)
  const typed = <bdi>{address}</bdi>
  return (
    <>
      {times === 1
        ? words.mailedTo(typed, first)
        : words.mailedAgain(typed, times, first, when(record, last_at, formats))}
    </>
  )
}

function requestOf({ request }: Acceptance, formats: Formats): FactRow[] {
  const words = certificateWords(formats)
  const { address, country, network, user_agent } = request
  return [
    { label: words.address, values: [address] },
    { label: words.country, values: [country && formats.country(country)] },
    {
      label: words.network,
      values: [network && <bdi>{words.networkOf(network.number, network.name)}</bdi>],
    },
    { label: words.browser, values: [user_agent && <bdi>{user_agent}</bdi>] },
  ]
}

function linkOf(record: Acceptance, formats: Formats): FactRow[] {
  const words = certificateWords(formats)
  const { id, made_at, mailed_to, revealed_to_business_at: revealed } = record.link
  const mailed = mailed_to.map(mailing => <Mailed record={record} {...mailing} />)
  return [
    { label: words.link, values: [words.linkOf(id, when(record, made_at, formats))] },
    { label: words.mailed, values: mailed.length > 0 ? mailed : [words.notMailed] },
    { label: words.revealed, values: [revealed ? when(record, revealed, formats) : words.notRevealed] },
  ]
}

function sealOf({ record: { chain, document }, keyId, hash }: CertificateProps, formats: Formats): FactRow[] {
  const words = certificateWords(formats)
  const previous = chain.previous_hash
  return [
    { label: words.content, values: [document.content_hash], code: true },
    { label: words.number, values: [words.numberOf(chain.sequence)] },
    { label: words.hash, values: [hash], code: true },
    { label: words.previous, values: [previous ?? words.first], code: previous !== null },
    { label: words.key, values: [keyId], code: true },
  ]
}

/** The name, when, and what was agreed to. */
export const Signature = ({ record: { signature, signed_at } }: CertificateProps) => {
  const words = useWords(certificateWords)
  return (
    <section class="signature">
      <h2>{words.signature}</h2>
      <p class="signed" dir="auto">
        {signature.name}
      </p>
      <p>{words.typedOn(momentOf(useFormats(), Date.parse(signed_at.utc), signed_at.time_zone))}</p>
      <h3>{words.agreed}</h3>
      <ul>
        {signature.consent.texts.map(text => (
          <li lang={signature.consent.language}>{text}</li>
        ))}
      </ul>
    </section>
  )
}

/** How it was recorded. */
export const Certificate = (props: CertificateProps) => {
  const words = useWords(certificateWords)
  const formats = useFormats()
  return (
    <section class="record">
      <h2>{words.record}</h2>
      <Facts
        rows={[
          ...requestOf(props.record, formats),
          ...linkOf(props.record, formats),
          ...sealOf(props, formats),
        ]}
      />
      <p>{words.honest}</p>
    </section>
  )
}
