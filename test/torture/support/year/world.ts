// Businesses in five zones, what happens to them day by day through the API and the portal, and the same told to the model.
import { env } from 'cloudflare:workers'
import { addDays, dateIn, endOfDay } from '../../../../src/core/clock.ts'
import { declined } from '../../../support/portal.ts'
import {
  aBusiness,
  aClient,
  anInvoice,
  aQuote,
  type Business,
  created,
  portalOf,
  request,
  succeeded,
} from '../../../support/world.ts'
import type { Random } from '../random.ts'
import type { Client, Doc, Shop } from './model.ts'

export type Living = { business: Business; shop: Shop }

/** Half an hour from the others, fourteen hours ahead, daylight saving of an hour and of half an hour, north and south. */
export const ZONES = [
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
]

const byDefault = () => ({
  enabled: true,
  quote_days_before: [3],
  invoice_days_before: [3],
  invoice_days_after: [1, 7, 14],
})

export async function opened(zone: string, clients: number): Promise<Living> {
  const business = await aBusiness({ timeZone: zone })
  const shop: Shop = {
    ...{ id: business.id, zone, settings: byDefault(), clients: [], lost: new Set() },
    ...{ looked: null, done: new Set() },
  }
  const living = { business, shop }
  for (let n = 0; n < clients; n++) await joins(living, n)
  return living
}

async function joins({ business, shop }: Living, n: number): Promise<void> {
  const addresses = [`c${n}@example.com`, ...(n % 2 === 0 ? [`both${n}@example.com`] : [])]
  const [email, ...cc] = addresses
  const id = await aClient(business, { email, cc })
  shop.clients.push({ id, home: null, gone: false, stopped: false, addresses, docs: [], reminded: [] })
}

/** What can happen to a business; each gives false where it can't just now. `now`: the clock on the wall. */
export type Happening = (living: Living, client: Client, now: number, random: Random) => Promise<boolean>

const done = (answer: Promise<{ status: number; body: unknown }>) =>
  answer.then(given => Boolean(succeeded(given as never)))

const waiting = ({ docs }: Client, kind: Doc['kind'], now: number) =>
  docs.filter(doc => doc.open && doc.kind === kind && (kind === 'invoice' || now < doc.ends))

/** Sends a quote that is valid until a day, or an invoice that is due on it. */
async function sends(
  { business, shop }: Living,
  client: Client,
  kind: Doc['kind'],
  date: string,
  now: number,
): Promise<void> {
  const body =
    kind === 'quote' ? aQuote(client.id, { valid_until: date }) : anInvoice(client.id, { due_on: date })
  const id = created(await business.api('POST', `/${kind}s`, body))
  succeeded(await business.api('POST', `/${kind}s/${id}/send`))
  client.home ??= await portalOf(business, client.id)
  const [sentOn, ends] = [dateIn(shop.zone, now), endOfDay(date, shop.zone)]
  client.docs.push({ kind, id, revision: 1, date, sentOn, ends, open: true })
}

const send =
  (kind: Doc['kind']): Happening =>
  async (living, client, now, random) => {
    if (client.gone || (client.home === null && client.docs.length > 0)) return false
    const away = kind === 'quote' ? random.below(25) : random.below(40) - 14
    await sends(living, client, kind, addDays(dateIn(living.shop.zone, now), away), now)
    return true
  }

/**
 * A business to whose documents nothing ever happens, so that there are reminders of every kind whatever chance does elsewhere:
 * they fall due so seldom that the job is not down for all of them.
 */
export async function openedQuietly(zone: string, now: number): Promise<Living> {
  const living = await opened(zone, 1)
  const [client] = living.shop.clients
  for (const away of [4, 8, 12, 16, 20])
    for (const kind of ['quote', 'invoice'] as const)
      if (client) await sends(living, client, kind, addDays(dateIn(zone, now), away), now)
  return living
}

const sendAgain: Happening = async ({ business, shop }, client, now, random) => {
  const [doc] = waiting(client, 'quote', now)
  if (!doc || client.home === null) return false
  succeeded(await business.api('POST', `/quotes/${doc.id}/cancel`))
  const sentOn = dateIn(shop.zone, now)
  const date = addDays(sentOn, random.below(20))
  succeeded(await business.api('PATCH', `/quotes/${doc.id}`, { valid_until: date }))
  succeeded(await business.api('POST', `/quotes/${doc.id}/send`))
  Object.assign(doc, { date, sentOn, ends: endOfDay(date, shop.zone), revision: doc.revision + 1 })
  return true
}

const ends =
  (kind: Doc['kind'], act: string, body?: object): Happening =>
  async ({ business }, client, now) => {
    const [doc] = waiting(client, kind, now)
    if (!doc) return false
    await done(business.api('POST', `/${kind}s/${doc.id}/${act}`, body))
    doc.open = act === 'payments' && (body as { amount: string }).amount !== '300.00'
    return true
  }

const voids: Happening = async ({ business }, client, now) => {
  const unpaid = waiting(client, 'invoice', now)
  for (const doc of unpaid) {
    const { body } = await business.api('GET', `/invoices/${doc.id}`)
    if (body.amount_paid !== '0.00') continue
    doc.open = false
    return done(business.api('POST', `/invoices/${doc.id}/void`))
  }
  return false
}

const paidThenTakenBack: Happening = async ({ business }, client, now) => {
  const [doc] = waiting(client, 'invoice', now)
  if (!doc) return false
  const body = { amount: '300.00', method: 'check' }
  const id = created(await business.api('POST', `/invoices/${doc.id}/payments`, body))
  return done(business.api('POST', `/payments/${id}/reverse`))
}

const declines: Happening = async (_, client, now) => {
  const [doc] = waiting(client, 'quote', now)
  if (!doc || client.home === null) return false
  doc.open = false
  return (await declined(`${client.home}/quotes/${doc.id}`)).status === 303
}

const stopsOrStarts: Happening = async (_, client) => {
  if (client.home === null) return false
  client.stopped = !client.stopped
  const act = client.stopped ? 'stop' : 'start'
  return (await request(`${client.home}/reminders/${act}`, { method: 'POST' })).status === 303
}

/** What Postmark would report of any message that the client had. */
const reports =
  (kind: 'bounced' | 'complained' | 'delivered'): Happening =>
  async ({ shop }, client, now, random) => {
    const address = random.of(client.addresses)
    if (client.docs.length === 0) return false
    if (kind === 'delivered') shop.lost.delete(address)
    else shop.lost.add(address)
    const sql = `insert into delivery_reports (message_id, round, recipient, kind, at, business_id)
      select id, 1, ?2, ?3, ?4, business_id from messages where client_id = ?1 order by id limit 1`
    const { meta } = await env.DB.prepare(sql).bind(client.id, address, kind, now).run()
    return meta.changes === 1
  }

const movesHouse: Happening = async ({ business }, client, now) => {
  if (client.gone) return false
  client.addresses = [`new${now}@example.com`, ...client.addresses.slice(1)]
  return done(business.api('PATCH', `/clients/${client.id}`, { email: client.addresses[0] }))
}

const revoked: Happening = async ({ business }, client) => {
  if (client.home === null) return false
  client.home = null
  return done(business.api('DELETE', `/clients/${client.id}/link`))
}

const rotated: Happening = async ({ business }, client) => {
  if (client.gone || client.docs.length === 0) return false
  const { body } = succeeded(await business.api('POST', `/clients/${client.id}/link/rotate`))
  client.home = new URL(body.url).pathname
  return true
}

const deleted: Happening = async (living, client, _, random) => {
  if (client.gone || random.below(4) > 0) return false
  Object.assign(client, { gone: true, home: null })
  await done(living.business.api('DELETE', `/clients/${client.id}`))
  await joins(living, living.shop.clients.length)
  return true
}

const settingsOf = (random: Random) => {
  const days = (most: number) => [
    ...new Set(Array.from({ length: random.below(6) }, () => 1 + random.below(most))),
  ]
  const before = { quote_days_before: days(14), invoice_days_before: days(14) }
  return { enabled: random.below(8) > 0, ...before, invoice_days_after: days(25) }
}

const changesSettings: Happening = async ({ business, shop }, _, __, random) => {
  Object.assign(shop, { settings: random.below(2) ? settingsOf(random) : byDefault(), looked: null })
  return done(business.api('PATCH', '/business', { reminders: shop.settings }))
}

const changesZone: Happening = async ({ business, shop }, _, __, random) => {
  if (random.below(5) > 0) return false
  const zone = random.of([...ZONES, 'Pacific/Pago_Pago'].filter(other => other !== shop.zone))
  Object.assign(shop, { zone, looked: null })
  return done(business.api('PATCH', '/business', { time_zone: zone }))
}

/** Mostly what gives reason to remind. */
export const happenings: Happening[] = [
  ...Array(6).fill(send('quote')),
  ...Array(10).fill(send('invoice')),
  sendAgain,
  ends('quote', 'accept', {}),
  ends('quote', 'close'),
  declines,
  ends('invoice', 'payments', { amount: '300.00', method: 'check' }),
  ends('invoice', 'payments', { amount: '0.50', method: 'cash' }),
  paidThenTakenBack,
  voids,
  ...[stopsOrStarts, stopsOrStarts, reports('bounced'), reports('complained')],
  ...Array(4).fill(reports('delivered')),
  ...[movesHouse, movesHouse, revoked, rotated, rotated, rotated, deleted],
  ...[changesSettings, changesZone],
]
