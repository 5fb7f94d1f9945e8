// Reminders as a person would work them out with a calendar on the wall: each morning, client by client, document by
// document. Written apart from src/reminders, of which it uses nothing.
import { addDays, dateIn } from '../../../../src/core/clock.ts'

export type Settings = {
  enabled: boolean
  quote_days_before: number[]
  invoice_days_before: number[]
  invoice_days_after: number[]
}

/** `ends`: the instant at which its date is over. */
export type Doc = {
  kind: 'quote' | 'invoice'
  id: string
  revision: number
  date: string
  sentOn: string
  ends: number
  open: boolean
}

/** `home`: the path of its portal, null while no link lives. */
export type Client = {
  id: string
  home: string | null
  gone: boolean
  stopped: boolean
  addresses: string[]
  docs: Doc[]
  /** Instants and days at which it was reminded. */
  reminded: { at: number; day: string }[]
}

export type Shop = {
  id: string
  zone: string
  settings: Settings
  clients: Client[]
  /** Addresses where mail does not arrive. */
  lost: Set<string>
  /** The day on which it was looked through last; null where it is to be looked through anew. */
  looked: string | null
  done: Set<string>
}

export type Reminder = {
  client: string
  day: string
  document: string
  revision: number
  step: number
  kind: string
  to: string
}

const hourAt = (zone: string, at: number): number =>
  Number(new Date(at).toLocaleString('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }))

/** What a run of the job at an instant must write for a business. */
export function remindersAt(shop: Shop, at: number): Reminder[] {
  const today = dateIn(shop.zone, at)
  const hour = hourAt(shop.zone, at)
  if (hour < 9 || hour > 17 || shop.looked === today) return []
  shop.looked = today
  if (!shop.settings.enabled) return []
  return shop.clients.flatMap(client => remindedNow(shop, client, today, at))
}

function remindedNow(shop: Shop, client: Client, today: string, at: number): Reminder[] {
  if (client.gone || client.stopped || client.home === null) return []
  if (client.addresses.some(address => shop.lost.has(address))) return []
  const already = client.reminded.some(
    one => one.day === today || dateIn(shop.zone, one.at) === today || at - one.at < 12 * 3_600_000,
  )
  if (already) return []
  const waiting = client.docs.flatMap(doc => waitingStep(shop, doc, today, at))
  const [first] = waiting.sort((a, b) => (a.order < b.order ? -1 : 1))
  if (!first) return []
  const { doc, step, kind } = first
  client.reminded.push({ at, day: today })
  shop.done.add(`${doc.id} ${doc.revision} ${step}`)
  const what = { document: doc.id, revision: doc.revision, step, kind }
  return [{ client: client.id, day: today, ...what, to: JSON.stringify(client.addresses) }]
}

type Waiting = { doc: Doc; step: number; kind: string; order: string }

const lowestFirst = (steps: number[]) => steps.toSorted((a, b) => a - b)

function waitingStep({ settings, done }: Shop, doc: Doc, today: string, at: number): Waiting[] {
  if (!doc.open) return []
  const before = doc.kind === 'quote' ? settings.quote_days_before : settings.invoice_days_before
  const after = doc.kind === 'quote' ? [] : settings.invoice_days_after
  const steps = lowestFirst([...before.map(days => -days), ...after])
  const reached = steps.filter(step => addDays(doc.date, step) <= today)
  const step = reached.at(-1)
  if (step === undefined || addDays(doc.date, step) <= doc.sentOn) return []
  if (step < 0 && today > doc.date) return []
  if (step > 0 && reached.length === steps.length && today >= addDays(doc.date, step + 7)) return []
  if (done.has(`${doc.id} ${doc.revision} ${step}`)) return []
  const isOver = at >= doc.ends
  if (doc.kind === 'quote' ? isOver : isOver !== step > 0) return []
  const [kind, urgency] =
    doc.kind === 'quote' ? ['quote_expiring', 2] : step > 0 ? ['invoice_overdue', 1] : ['invoice_due_soon', 3]
  return [{ doc, step, kind: String(kind), order: `${urgency} ${doc.date} ${doc.id}` }]
}

/** Whether a reminder that waits may still leave at an instant. */
export function mayLeave(
  shop: Shop,
  client: Client,
  written: Reminder & { at: number },
  at: number,
): boolean {
  const doc = client.docs.find(({ id }) => id === written.document)
  if (!doc?.open || doc.revision !== written.revision) return false
  if (!shop.settings.enabled || client.stopped || at - written.at >= 86_400_000) return false
  if ((JSON.parse(written.to) as string[]).some(address => shop.lost.has(address))) return false
  return at >= doc.ends === (written.kind === 'invoice_overdue')
}
