// What changes between the moment a mail is queued and the moment it leaves: a wrong address gets nothing, a dead link
// leads nobody anywhere, and what was withdrawn is not told any more; whatever state the message is in by then.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { aPortal } from '../support/portal.ts'
import { aPostOffice, nextDue, type PostOffice, storedMessages } from '../support/sending.ts'
import { type Business, succeeded } from '../support/world.ts'

type Sent = { business: Business; client: string; quote: string; invoice: string }

/** A client, mistyped, to whom a quote and an invoice were sent. */
const mistyped = (): Promise<Sent> =>
  aPortal(undefined, { email: 'wrong@example.com', cc: ['books@example.com'] })

const does =
  (method: string, path: (sent: Sent) => string, body?: object) =>
  async (sent: Sent): Promise<void> => {
    succeeded(await sent.business.api(method, path(sent), body))
  }
const client = ({ client }: Sent) => `/clients/${client}`
const corrects = does('PATCH', client, { email: 'right@example.com' })
const rotates = does('POST', sent => `${client(sent)}/link/rotate`, { notify: true })

const both = ['quote_sent', 'invoice_sent']

/** What happens meanwhile, and which messages must not leave any more. */
const happenings: [string, (sent: Sent) => Promise<unknown>, string[]][] = [
  [
    'the address is corrected and the link rotated',
    async sent => [await corrects(sent), await rotates(sent)],
    both,
  ],
  [
    'the link is rotated and then the address corrected',
    async sent => [await rotates(sent), await corrects(sent)],
    both,
  ],
  ['the address alone is corrected', corrects, both],
  ['one of the further addresses is taken away', does('PATCH', client, { cc: [] }), both],
  ['the link is rotated', rotates, both],
  ['the link is revoked', does('DELETE', sent => `${client(sent)}/link`), both],
  ['every link of the business is rotated', does('POST', () => '/links/rotate'), both],
  ['the client is deleted', does('DELETE', client), both],
  [
    'the quote is taken back to draft',
    does('POST', ({ quote }) => `/quotes/${quote}/cancel`),
    ['quote_sent'],
  ],
  ['the quote is closed', does('POST', ({ quote }) => `/quotes/${quote}/close`), ['quote_sent']],
  ['the invoice is voided', does('POST', ({ invoice }) => `/invoices/${invoice}/void`), ['invoice_sent']],
  [
    'the quote is changed and sent anew',
    async sent => {
      await does('POST', ({ quote }) => `/quotes/${quote}/cancel`)(sent)
      await does('POST', ({ quote }) => `/quotes/${quote}/send`)(sent)
    },
    ['quote_sent'],
  ],
]

/** A sender that is cut off right after it has taken what is due. */
const cutOff = () => {
  let batches = 0
  const batch = async (statements: D1PreparedStatement[]) => {
    if (++batches > 2) throw new Error('D1_ERROR: Network connection lost.')
    return env.DB.batch(statements)
  }
  return { DB: { prepare: (sql: string) => env.DB.prepare(sql), batch } as unknown as D1Database }
}

/** In which state the messages are when it happens: what was done to them since they were queued. */
const states: [string, (office: PostOffice, now: number) => Promise<unknown>][] = [
  ['queued', async () => {}],
  [
    'refused for now',
    async (office, now) => [await office.plan({ '/email/batch': ['rate'] }), await office.run(now)],
  ],
  [
    'in doubt',
    async (office, now) => [await office.plan({ '/email/batch': ['reset'] }), await office.run(now)],
  ],
  ['taken by a sender that was cut off', async (office, now) => office.run(now, cutOff()).catch(() => {})],
]

describe.each(states)('while they are %s', (_, bring) => {
  test.each(happenings)('%s', async (_, happens, stopped) => {
    const sent = await mistyped()
    const [now, office] = [Date.now() + 1000, await aPostOffice()]
    await bring(office, now)
    const before = new Set((await storedMessages()).map(({ id }) => id))
    await happens(sent)
    for (let at = await nextDue(); at !== null; at = await nextDue()) await office.run(Math.max(at, now))

    const stored = await storedMessages()
    const old = stored.filter(({ id }) => before.has(id))
    expect(old.filter(({ state }) => state === 'cancelled').map(({ kind }) => kind)).toEqual(stopped)
    expect(stored.filter(({ state }) => ['queued', 'sending'].includes(state))).toEqual([])
    const left = (await office.accepted()).map(({ message }) => message.Metadata?.message)
    expect(left.sort()).toEqual(
      stored
        .filter(({ state }) => state === 'sent')
        .map(({ id }) => id)
        .sort(),
    )
  })
})
