// API keys under crowds: whatever meets, one key takes the place of another, and somebody can still manage the keys.
import { env } from 'cloudflare:workers'
import { beforeEach, expect, test, vi } from 'vitest'
import { codeOf } from '../support/accepted.ts'
import { type Batch, batches } from '../support/answers.ts'
import { type Answer, aBusiness, apiWith, type Business, succeeded, unlimited } from '../support/world.ts'

const ROUNDS = 4

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

type Key = { id: string; key: string; status: string; name: string }

const made = async ({ api }: Business, scopes = ['admin']): Promise<Key> =>
  succeeded(await api('POST', '/api-keys', { name: 'Accounting', scopes })).body
const rotate = (by: string, { id }: Key, overlap_seconds = 0) =>
  apiWith(by)('POST', `/api-keys/${id}/rotate`, { overlap_seconds })
const revoke = (by: string, { id }: Key) => apiWith(by)('DELETE', `/api-keys/${id}`)
const listed = async (by: string): Promise<Key[]> =>
  succeeded(await apiWith(by)('GET', '/api-keys')).body.data
const alive = async (keys: Key[]) => {
  const answers = await Promise.all(keys.map(({ key }) => apiWith(key)('GET', '/api-keys')))
  return keys.filter((_, index) => answers[index]?.status === 200)
}
const codes = (answers: Answer[]) => answers.map(codeOf).sort()
const actsOn = async (id: string) => {
  const sql = 'select action from audit_entries where object_id = ? order by action'
  const { results } = await env.DB.prepare(sql).bind(id).all<{ action: string }>()
  return results.map(({ action }) => action)
}

test.each([0, 60])(
  'rotations of one key at once, with an overlap of %i s: one takes its place',
  async overlap => {
    for (let round = 0; round < ROUNDS; round++) {
      const business = await aBusiness()
      const old = await made(business)
      const answers = await Promise.all(Array.from({ length: 6 }, () => rotate(business.key, old, overlap)))
      expect(codes(answers)).toEqual(['200', ...Array(5).fill('409 key_not_active')])
      const keys = await listed(business.key)
      expect(keys.map(({ status }) => status)).toEqual(['active', overlap ? 'active' : 'revoked', 'active'])
      expect(answers.find(({ status }) => status === 200)?.body.id).toBe(keys[2]?.id)
    }
  },
)

test('a revocation among rotations: the key is dead, and at most one took its place', async () => {
  for (let round = 0; round < ROUNDS * 2; round++) {
    const business = await aBusiness()
    const old = await made(business)
    const overlap = round % 2 ? 60 : 0
    const [revoked, ...rotations] = await Promise.all([
      revoke(business.key, old),
      ...[1, 2, 3].map(() => rotate(business.key, old, overlap)),
    ])
    expect(revoked?.status).toBe(204)
    const won = rotations.filter(({ status }) => status === 200)
    expect(won.length).toBeLessThan(2)
    expect(codes(rotations).filter(code => code !== '200')).toEqual(
      Array(3 - won.length).fill('409 key_not_active'),
    )
    expect(await alive([old])).toEqual([])
    expect(await listed(business.key)).toHaveLength(2 + won.length)
  }
})

test('revocations of one key at once: one of them, and one entry', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const business = await aBusiness()
    const old = await made(business)
    const answers = await Promise.all(Array.from({ length: 6 }, () => revoke(business.key, old)))
    expect(codes(answers)).toEqual(Array(6).fill('204'))
    expect(await actsOn(old.id)).toEqual(['api_key.created', 'api_key.revoked'])
  }
})

test('the last two that can manage keys, revoked at once, each by the other or by itself: one stays', async () => {
  for (let round = 0; round < ROUNDS * 2; round++) {
    const business = await aBusiness()
    const [first] = await listed(business.key)
    const two = [{ ...(first as Key), key: business.key }, await made(business)] as [Key, Key]
    const [a, b] = round % 2 ? two : [two[1], two[0]]
    const answers = await Promise.all([revoke(a.key, b), revoke(b.key, a)])
    expect(codes(answers)).toContain('204')
    expect(['409 last_admin_key', '401 no_key']).toContain(codes(answers).at(-1))
    expect(await alive(two)).toHaveLength(1)
  }
})

test('the last two, each by itself, where both were read as standing before either was revoked: one stays', async () => {
  const business = await aBusiness()
  const [first] = await listed(business.key)
  const two = [{ ...(first as Key), key: business.key }, await made(business)] as [Key, Key]
  // Each waits with its first write until the other is about to write too.
  const meeting = Promise.withResolvers<void>()
  let waiting = 0
  const meet = () => {
    let met = false
    const isRevocation = ({ sql }: Batch) => sql.some(one => /update "api_keys" set "revoked_at"/.test(one))
    return batches(
      async batch => {
        if (isRevocation(batch) && !met) {
          met = true
          waiting += 1
          if (waiting === 2) meeting.resolve()
          await meeting.promise
        }
        return batch.run()
      },
      { API_LIMIT: unlimited.API_LIMIT },
    )
  }
  const answers = await Promise.all(
    two.map(({ key, id }) => apiWith(key, meet())('DELETE', `/api-keys/${id}`)),
  )
  expect(waiting).toBe(2)
  expect(codes(answers)).toEqual(['204', '409 last_admin_key'])
  expect(await alive(two)).toHaveLength(1)
})

test('the last two, one revoked and one rotated at once: somebody can manage the keys', async () => {
  for (let round = 0; round < ROUNDS * 2; round++) {
    const business = await aBusiness()
    const [first] = await listed(business.key)
    const two = [{ ...(first as Key), key: business.key }, await made(business)] as [Key, Key]
    const answers = await Promise.all([
      revoke(two[0].key, two[1]),
      rotate(two[1].key, two[0], round % 3 ? 0 : 60),
    ])
    const next = answers[1].status === 200 ? [answers[1].body as Key] : []
    expect((await alive([...two, ...next])).length).toBeGreaterThan(0)
    const lasting = (await listed((await alive([...two, ...next]))[0]?.key ?? '')).filter(
      ({ status }) => status === 'active',
    )
    expect(lasting.length).toBeGreaterThan(0)
  }
})

test.each(['/api-keys', 'rotation'])(
  'a key that is revoked once its request was let in makes no other: %s',
  async way => {
    const business = await aBusiness()
    const [stolen, other] = [await made(business), await made(business)]
    let revoked = 0
    const meanwhile = (on: (batch: Batch) => boolean) =>
      batches(
        async batch => {
          if (on(batch) && revoked++ === 0) expect((await revoke(business.key, stolen)).status).toBe(204)
          return batch.run()
        },
        { API_LIMIT: unlimited.API_LIMIT },
      )
    const path = way === 'rotation' ? `/api-keys/${other.id}/rotate` : way
    const body = way === 'rotation' ? {} : { name: 'Mine', scopes: ['admin'] }
    const isMaking = ({ sql }: Batch) => sql.some(one => one.startsWith('insert into "api_keys"'))
    const thief = apiWith(stolen.key, meanwhile(isMaking))
    expect(codeOf(await thief('POST', path, body))).toBe('401 no_key')
    expect(revoked).toBeGreaterThan(0)
    expect((await listed(business.key)).map(({ status }) => status)).toEqual(['active', 'revoked', 'active'])
  },
)
