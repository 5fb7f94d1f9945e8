// What holds for every list of the API: its order, its pages, the bounds of `limit`, and whose cursors it takes.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { idsIn, lists, pageOf, pagesOf } from '../support/lists.ts'
import { expectProblem } from '../support/problems.ts'
import { type Answer, aBusiness, type Business } from '../support/world.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** A list with so many rows, all of one instant. */
async function aList({ make }: (typeof lists)[number], business: Business, count: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-15T12:00:00Z') })
  const list = await make(business)
  for (let at = 0; at < count; at++) await list.add()
  return list
}

function expectRefused(answer: Answer, name: string, what: string): void {
  expectProblem(answer, what)
  expect([answer.status, answer.body.code], what).toEqual([400, 'malformed_query'])
  expect(answer.body.detail, what).toMatch(new RegExp(`^${name} `))
}

test('there are seven lists', () => {
  expect(lists.map(({ name }) => name)).toHaveLength(7)
})

describe.each(lists)('$name', list => {
  test('rows of one instant: each once, in one order, on pages of every size; the last has no cursor', async () => {
    const business = await aBusiness()
    const { path } = await aList(list, business, 6)
    const whole = idsIn([await pageOf(business, path, 'limit=100')])
    expect(whole.length).toBeGreaterThanOrEqual(6)
    expect(whole).toEqual([...new Set(whole)].sort())
    for (const limit of [1, 2, 3, whole.length - 1, whole.length, whole.length + 1]) {
      const pages = await pagesOf(business, path, `limit=${limit}`)
      expect(idsIn(pages), `${limit}`).toEqual(whole)
      const rest = whole.length % limit || limit
      const sizes = [...Array(Math.ceil(whole.length / limit) - 1).fill(limit), rest]
      expect(pages.map(({ data }) => data.length)).toEqual(sizes)
      expect(pages.at(-1)?.next_cursor).toBeNull()
    }
  })

  test('20 rows unless told; 1 and 100 are taken; less, more and what is no number is refused', async () => {
    const business = await aBusiness()
    const { path } = await aList(list, business, 22)
    const ask = (limit: string) => business.api('GET', `${path}?limit=${encodeURIComponent(limit)}`)
    expect((await business.api('GET', path)).body.data).toHaveLength(20)
    expect((await ask('1')).body.data).toHaveLength(1)
    expect((await ask('100')).body.next_cursor).toBeNull()
    const refused = [
      '0',
      '101',
      '-1',
      '1.0',
      '1e1',
      '01',
      '+1',
      ' 1',
      '１',
      '',
      'all',
      'null',
      '9'.repeat(400),
    ]
    for (const limit of refused) expectRefused(await ask(limit), 'limit', limit)
    expectRefused(await business.api('GET', `${path}?limit=1&limit=2`), 'limit', 'twice')
    expectRefused(await business.api('GET', `${path}?limit=1&Limit=2`), 'Limit', 'unknown')
  })

  test('a cursor that is garbled, or of another list, another business or none, is refused', async () => {
    const business = await aBusiness()
    const stranger = await aBusiness()
    const { path } = await aList(list, business, 3)
    const cursorOf = async (whose: Business, of: string) =>
      (await pageOf(whose, of, 'limit=1')).next_cursor as string
    const own = await cursorOf(business, path)
    const theirs = await list.make(stranger)
    for (let at = 0; at < 2; at++) await theirs.add()
    const foreign = await Promise.all(
      lists
        .filter(({ name }) => name !== list.name)
        .map(async other => {
          const { path: elsewhere, add } = await other.make(business)
          for (let at = 0; at < 2; at++) await add()
          return cursorOf(business, elsewhere)
        }),
    )
    const changed = (at: number) => own.slice(0, at) + (own[at] === '0' ? '1' : '0') + own.slice(at + 1)
    const id = own.slice(0, 30)
    for (const cursor of [
      ...[await cursorOf(stranger, theirs.path), ...foreign],
      ...['', 'x', 'null', '0', id, `${id}00000000`, own.toUpperCase(), `${own}0`, ` ${own}`, `${own}\u0000`],
      ...[changed(4), changed(14), changed(29), changed(30), changed(37), own.slice(1), `${own}' or 1=1`],
    ])
      expectRefused(
        await business.api('GET', `${path}?limit=1&cursor=${encodeURIComponent(cursor)}`),
        'cursor',
        cursor,
      )
    expect((await business.api('GET', `${path}?limit=1&cursor=${own}`)).status).toBe(200)
  })

  test('a cursor tells where its page ended, and nothing else', async () => {
    const business = await aBusiness()
    const { path } = await aList(list, business, 3)
    const { data, next_cursor } = await pageOf(business, path, 'limit=2')
    expect(next_cursor).toMatch(new RegExp(`^${data.at(-1)?.id}[0-9a-z]{8}$`))
    expect(await pageOf(business, path, 'limit=2')).toEqual({ data, next_cursor })
  })
})

test('a cursor of one invoice’s payments is none of another’s', async () => {
  const list = lists.find(({ name }) => name === 'listPayments') as (typeof lists)[number]
  const business = await aBusiness()
  const [one, other] = [await aList(list, business, 2), await aList(list, business, 2)]
  const { next_cursor } = await pageOf(business, one.path, 'limit=1')
  expectRefused(await business.api('GET', `${other.path}?cursor=${next_cursor}`), 'cursor', other.path)
})

type Message = { id: string; client_id: string }

test('GET /messages by client and status, and GET /audit by object and instant, page alike', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-06-15T12:00:00Z') })
  const business = await aBusiness()
  const list = lists.find(({ name }) => name === 'listMessages') as (typeof lists)[number]
  const [mine, others] = [await list.make(business), await list.make(business)]
  for (let at = 0; at < 4; at++) await Promise.all([mine.add(), others.add()])
  const all = (await pageOf(business, '/messages', 'limit=100')).data as Message[]
  expect(all).toHaveLength(10)
  const client = all[0]?.client_id
  const own = all.filter(({ client_id }) => client_id === client).map(({ id }) => id)
  expect(own).toHaveLength(5)
  const found = await pagesOf(business, '/messages', `limit=2&status=queued&client_id=${client}`)
  expect(idsIn(found)).toEqual(own)
  expect((await pageOf(business, '/messages', 'status=failed')).data).toEqual([])

  vi.setSystemTime('2026-06-16T12:00:00Z')
  for (let at = 0; at < 3; at++) await mine.add()
  const since = await pagesOf(business, '/audit', 'limit=1&since=2026-06-16T12:00:00Z')
  expect(since.map(({ data }) => data)).toEqual(
    Array(3).fill([expect.objectContaining({ action: 'link.sent', at: '2026-06-16T12:00:00.000Z' })]),
  )
  const [link] = (since.flatMap(({ data }) => data) as unknown as { object_id: string }[]).map(
    one => one.object_id,
  )
  expect(idsIn(await pagesOf(business, '/audit', `limit=2&object_id=${link}`))).toHaveLength(7)
  expect((await pageOf(business, '/audit', `object_id=${link}&since=2026-06-16T12:00:00.001Z`)).data).toEqual(
    [],
  )
})
