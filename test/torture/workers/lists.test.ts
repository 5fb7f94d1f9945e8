// Lists that are read page by page while rows come, change and go: whatever was there throughout is seen exactly once,
// nothing is seen twice, and the order is the same.
import { expect, test } from 'vitest'
import { idsIn, pagesOf } from '../../support/lists.ts'
import {
  aBusiness,
  aClient,
  anInvoice,
  aQuote,
  type Business,
  created,
  succeeded,
} from '../../support/world.ts'
import { counts, seed } from '../support/counts.ts'
import { type Random, randomOf } from '../support/random.ts'

const WALKS = counts(2, 40)
const ROWS = 18

type Noun = 'clients' | 'quotes' | 'invoices'
type Row = { id: string; client: string }

/** Rows of two clients, and what comes, changes and goes among them while somebody reads. */
async function aMovingList(noun: Noun, random: Random) {
  const business = await aBusiness()
  const { api } = business
  const clients = [await aClient(business), await aClient(business)] as const
  const add = async (): Promise<Row> => {
    const client = random.of(clients)
    if (noun === 'clients') return { id: await aClient(business), client }
    const body = noun === 'quotes' ? aQuote(client) : anInvoice(client)
    return { id: created(await api('POST', `/${noun}`, body)), client }
  }
  const rows: Row[] = []
  for (let at = 0; at < ROWS; at++) rows.push(await add())
  // A third stays as it is, a third is changed again and again, a third goes.
  const [still, changing, going] = [0, 1, 2].map(part => rows.filter((_, at) => at % 3 === part)) as [
    Row[],
    Row[],
    Row[],
  ]
  const change = async () => {
    const field = noun === 'clients' ? { notes: `${random.below(1000)}` } : { title: `${random.below(1000)}` }
    succeeded(await api('PATCH', `/${noun}/${random.of(changing).id}`, field))
  }
  const remove = async () => {
    const [row] = going.splice(random.below(going.length), 1)
    if (row) succeeded(await api('DELETE', `/${noun}/${row.id}`))
  }
  const moves = [add, change, change, remove]
  const move = () => Promise.all(Array.from({ length: 1 + random.below(3) }, () => random.of(moves)()))
  return { business, clients, still, changing, move }
}

/** Reads a list to its end while it moves; what it found is in order, without a repeat, and holds all of these. */
async function expectSeen(
  business: Business,
  path: string,
  query: string,
  move: () => Promise<unknown>,
  throughout: Row[],
  what: string,
): Promise<string[]> {
  const seen = idsIn(await pagesOf(business, path, query, move))
  expect(seen, what).toEqual([...new Set(seen)].sort())
  const missed = throughout.filter(({ id }) => !seen.includes(id))
  expect(missed, what).toEqual([])
  return seen
}

test.each(['clients', 'quotes', 'invoices'] as const)(
  `GET /%s, ${WALKS} walks over moving rows: all that stood throughout, once`,
  async noun => {
    const random = randomOf(seed())
    for (let walk = 0; walk < WALKS; walk++) {
      const limit = 1 + random.below(6)
      const what = `walk ${walk}, limit ${limit}, seed ${seed()}`
      const { business, clients, still, changing, move } = await aMovingList(noun, random)
      const stood = [...still, ...changing]
      await expectSeen(business, `/${noun}`, `limit=${limit}`, move, stood, what)

      await scheduler.wait(2)
      const instant = new Date().toISOString()
      const field = noun === 'clients' ? { notes: 'New' } : { title: 'New' }
      for (const { id } of changing) succeeded(await business.api('PATCH', `/${noun}/${id}`, field))
      const since = `limit=${limit}&updated_since=${instant}`
      const fresh = await expectSeen(business, `/${noun}`, since, move, changing, what)
      expect(
        still.filter(({ id }) => fresh.includes(id)),
        what,
      ).toEqual([])

      if (noun === 'clients') continue
      const [client] = clients
      const own = `limit=${limit}&status=draft&client_id=${client}`
      const mine = await expectSeen(
        business,
        `/${noun}`,
        own,
        move,
        stood.filter(row => row.client === client),
        what,
      )
      expect(
        stood.filter(row => row.client !== client && mine.includes(row.id)),
        what,
      ).toEqual([])
    }
  },
)
