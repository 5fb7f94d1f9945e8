/**
 * What sending a quote and sending an invoice have in common: the number, the link, the frozen words, the
 * message. It gives statements; the noun adds its own and runs them all in one batch (product.md §1, §3, §5).
 */

import type { SQL } from 'drizzle-orm'
import { addressesOf, linkKeyRetired, linkRevoked } from '../access/actions/links.ts'
import { linkForSending, linkReads } from '../access/issue.ts'
import { loadBusiness } from '../businesses/actions/profile.ts'
import { type BusinessNow, businessStands } from '../businesses/store/profile.ts'
import type { BusinessRow } from '../businesses/tables.ts'
import { client, clientStands } from '../clients/store.ts'
import type { ClientRow } from '../clients/tables.ts'
import type { Act } from '../core/api.ts'
import { dateIn } from '../core/clock.ts'
import { batch, type Statement } from '../core/db.ts'
import { Problem } from '../core/problem.ts'
import { queued } from '../mail/store/outbox.ts'
import type { Content, Unnumbered } from './content.ts'
import type { Draft, DraftLine } from './input.ts'
import {
  type DocumentKind,
  nextCount,
  numberGiven,
  numbersFrom,
  type Series,
  stepCounter,
} from './numbers.ts'
import { discountText, lineText, sumTexts } from './wire.ts'

/** The business that acts, as it is now. */
export async function actingBusiness(act: Act): Promise<{ business: BusinessNow; today: string }> {
  const row = await loadBusiness(act)
  return { business: row, today: dateIn(row.timeZone, act.now) }
}

type Sent = Draft & { id: string; version: number }

/**
 * Everything of a sending that does not depend on what is sent. Throws the problem that stands in its way. `tries`: how
 * often this sending was begun, 1 at first.
 */
export async function prepareSending(
  act: Act,
  kind: DocumentKind,
  row: Sent,
  sender: BusinessRow,
  today: string,
  tries: number,
) {
  const series = { kind, businessId: act.businessId, year: Number(today.slice(0, 4)) }
  const found = await batch(act.db, {
    client: client({ businessId: act.businessId, id: row.clientId }),
    ...linkReads(row.clientId),
    counter: nextCount(series),
  })
  const addressee = addresseeOf(found.client[0])
  const link = await linkForSending(act, row.clientId, found)
  if (!link.ok) throw link.refusal === 'link_revoked' ? linkRevoked() : linkKeyRetired()
  const numbered = numberFor(row, series, found.counter[0]?.next ?? 1, tries)
  // What is frozen and whom it is mailed to must still be so when it is written.
  const stand = [businessStands(sender), clientStands(addressee)]
  const statements = [...stand, ...numbered.statements, ...link.value.statements]
  return { ...numbered, sender, addressee, linkId: link.value.linkId, statements }
}

function addresseeOf(row: ClientRow | undefined): ClientRow {
  if (row && row.deletedAt === null) return row
  throw new Problem('client_deleted', 'Nothing can be sent to a client that was deleted.')
}

type Numbered = {
  /** Those that it may get. */
  numbers: string[]
  /** The one that it gets, decided when the batch is written. */
  number: string | SQL<string>
  statements: Statement[]
}

/** A document keeps its number for life; the first sending gives one, unless the business chose its own. */
function numberFor({ number }: Sent, series: Series, next: number, tries: number): Numbered {
  if (number !== null) return { numbers: [number], number, statements: [] }
  const numbers = numbersFrom(series, next, tries)
  return { numbers, number: numberGiven(series), statements: stepCounter(series) }
}

type Prepared = Awaited<ReturnType<typeof prepareSending>>

/** The words that are frozen, but for the number and for what only a quote or only an invoice has. */
export function contentOf(
  { sender, addressee }: Pick<Prepared, 'sender' | 'addressee'>,
  row: Sent,
  lines: readonly DraftLine[],
  sent: { revision: number; on: string },
): Unnumbered<Content> {
  const { name, email, phone, address, website } = sender
  return {
    revision: sent.revision,
    title: row.title,
    description: row.description,
    business: { name, email, phone, address, website },
    client: { name: addressee.name, company: addressee.company },
    currency: row.currency,
    time_zone: sender.timeZone,
    sent_on: sent.on,
    lines: lines.map(line => lineText(line, row.currency)),
    discount: discountText(row),
    ...sumTexts(row, lines),
    terms: row.terms,
    note: row.note,
  }
}

/** The message that tells the client of it, with the link, the revision and the addresses that it is meant for. */
export function announcement(
  act: Act,
  kind: DocumentKind,
  prepared: Prepared,
  id: string,
  revision: number,
): Statement {
  const about = kind === 'quote' ? { quoteId: id } : { invoiceId: id }
  const message = {
    businessId: act.businessId,
    clientId: prepared.addressee.id,
    kind: `${kind}_sent`,
    event: `${kind}_sent:${id}:${revision}`,
    recipients: addressesOf(prepared.addressee),
    linkId: prepared.linkId,
    revision,
  } as const
  return queued({ ...message, ...about }, act.now)
}
