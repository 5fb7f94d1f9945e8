// `GET /messages/outbound` and `.../{id}/details` as Postmark documents them (developer/api/messages-api, support
// article 1125): newest first, filters that all must match, at most 500 a page and 10,000 in all.
import { addressesIn } from './addresses.ts'
import { recipientsOf, refusal } from './refusals.ts'
import type { Accepted } from './types.ts'

export type Answer = { status: number; body: unknown }

const MAX_COUNT = 500
const MAX_REACH = 10_000

/** The page of the list that a query asks for, of what the search knows by now. */
export function searchFor(query: URLSearchParams, found: Accepted[]): Answer {
  // The server's names know no upper and lower case: the package sends fromEmail, the documentation says fromemail.
  const given = new Map([...query].map(([name, value]) => [name.toLowerCase(), value]))
  const [count, offset] = [numberOf(given.get('count')), numberOf(given.get('offset'))]
  if (count === undefined || offset === undefined) return wrong("'count' and 'offset' are required.")
  if (count > MAX_COUNT) return wrong(`'count' is at most ${MAX_COUNT}.`)
  if (count + offset > MAX_REACH) return wrong(`'count' and 'offset' are at most ${MAX_REACH} together.`)
  const fields = [...given.keys()].filter(name => name.startsWith('metadata_'))
  if (fields.length > 1) return wrong('The search is by one metadata field at a time.')
  const all = found.filter(one => matches(one, given))
  return {
    status: 200,
    body: { TotalCount: all.length, Messages: all.slice(offset, offset + count).map(listed) },
  }
}

const wrong = (message: string): Answer => ({ status: 422, body: refusal(300, message) })
const numberOf = (text: string | undefined) => (/^\d+$/.test(text ?? '') ? Number(text) : undefined)

function matches({ message, at }: Accepted, given: Map<string, string>): boolean {
  const has = (name: string, test: (wanted: string) => boolean) => {
    const wanted = given.get(name)
    return wanted === undefined || wanted === '' || test(wanted)
  }
  const { to, cc, bcc } = recipientsOf(message)
  const isOne = (wanted: string) => [...to, ...cc, ...bcc].some(({ Email }) => isSame(Email, wanted))
  const from = addressesIn(message.From).addresses[0]?.Email ?? ''
  return (
    has('recipient', isOne) &&
    has('fromemail', wanted => isSame(from, wanted)) &&
    has('tag', wanted => message.Tag === wanted) &&
    has('subject', wanted => (message.Subject ?? '').toLowerCase().includes(wanted.toLowerCase())) &&
    has('status', wanted => wanted.toLowerCase() === 'sent') &&
    has('messagestream', wanted => streamOf(message) === wanted) &&
    has('fromdate', wanted => at >= easternTime(wanted, 'first')) &&
    has('todate', wanted => at <= easternTime(wanted, 'last')) &&
    [...given].every(([name, value]) => !name.startsWith('metadata_') || metadataOf(message, name) === value)
  )
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
const streamOf = (message: Accepted['message']) => message.MessageStream || 'outbound'
const metadataOf = ({ Metadata }: Accepted['message'], parameter: string): string | undefined =>
  Object.entries(Metadata ?? {}).find(([name]) => isSame(`metadata_${name}`, parameter))?.[1]

/** A message as the list has it. */
function listed({ message, id, at, deliverable }: Accepted) {
  const { to, cc, bcc } = recipientsOf(message)
  return {
    ...{ Tag: message.Tag ?? '', MessageID: id, To: to, Cc: cc, Bcc: bcc, Recipients: deliverable },
    ...{ ReceivedAt: inEastern(at), From: message.From, Subject: message.Subject ?? '' },
    ...{ Attachments: (message.Attachments ?? []).map(({ Name }) => Name), Status: 'Sent' },
    ...{ TrackOpens: message.TrackOpens ?? false, TrackLinks: message.TrackLinks ?? 'None' },
    ...{ Metadata: message.Metadata ?? {}, MessageStream: streamOf(message), Sandboxed: false },
  }
}

/** The whole of a message, or that there is none of this id. */
export function detailsOf(id: string, found: Accepted[]): Answer {
  const one = found.find(message => message.id === id)
  if (!one) return { status: 422, body: refusal(701, 'There is no message of this id.') }
  const { TextBody, HtmlBody } = one.message
  const MessageEvents = one.deliverable.map(Recipient => ({
    ...{ Recipient, Type: 'Delivered', ReceivedAt: inEastern(one.at) },
    Details: { DeliveryMessage: 'smtp;250 OK', DestinationServer: 'mx.example', DestinationIP: '192.0.2.1' },
  }))
  const more = { TextBody: TextBody ?? '', HtmlBody: HtmlBody ?? '', Body: '', MessageEvents }
  return { status: 200, body: { ...listed(one), ...more } }
}

const ZONE = 'America/New_York'

/** Minutes that the US east is ahead of UTC (-300 or -240). */
function offsetAt(instant: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: ZONE, timeZoneName: 'longOffset' }).formatToParts(
    instant,
  )
  const [, sign, hours, minutes] =
    /GMT([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** Postmark's search thinks in US Eastern time: `2026-01-31` or `2026-01-31T12:00:00` is meant there. */
function easternTime(text: string, of: 'first' | 'last'): number {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text)
  if (/(Z|[+-]\d\d:?\d\d)$/.test(text) && !isDay) return Date.parse(text)
  const local = Date.parse(`${isDay ? `${text}T${of === 'first' ? '00:00:00.000' : '23:59:59.999'}` : text}Z`)
  return local - offsetAt(local) * 60_000
}

/** An instant as the list writes it: Eastern time, seven digits of a second. */
function inEastern(instant: number): string {
  const offset = offsetAt(instant)
  const local = new Date(instant + offset * 60_000).toISOString().replace('Z', '')
  const hours = String(Math.abs(offset) / 60).padStart(2, '0')
  return `${local}0000${offset < 0 ? '-' : '+'}${hours}:00`
}
