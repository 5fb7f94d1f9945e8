// API keys as a business holds them: several, named, with scopes and an end; each shown once, and known by its short id.
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { isKey } from '../../src/businesses/key.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import { codeOf, pointersOf } from '../support/accepted.ts'
import { changingNothing } from '../support/answers.ts'
import { dump } from '../support/dump.ts'
import { aKeyOf } from '../support/keys.ts'
import { told } from '../support/told.ts'
import { type Api, aBusiness, apiWith, type Business, created, succeeded } from '../support/world.ts'

const START = 1_900_000_000_000
const at = (ms: number) => new Date(ms).toISOString()
const later = at(Date.now() + 86_400_000)

afterEach(() => {
  vi.useRealTimers()
})

const made = async ({ api }: Business, more: object = {}) => {
  const { body } = succeeded(await api('POST', '/api-keys', { name: 'Accounting', ...more }))
  return { ...body, api: apiWith(body.key) as Api }
}

const listed = async ({ api }: Business) => succeeded(await api('GET', '/api-keys?limit=100')).body.data
const trailOf = async ({ api }: Business, id: string) =>
  succeeded(await api('GET', `/audit?object_id=${id}`)).body.data

describe('a new key', () => {
  test('may read and write if nothing is said, has no end, and works at once', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: START })
    const business = await aBusiness()
    const { api, key, id, ...shown } = await made(business)
    expect(await isKey(key)).toBe(true)
    expect(id).toMatch(/^key_[0-9a-z]{26}$/)
    expect(shown).toEqual({
      ...{ name: 'Accounting', short_id: key.slice(0, 9), scopes: ['read', 'write'], status: 'active' },
      ...{ created_at: at(START), expires_at: null, revoked_at: null, last_used_at: null },
    })
    expect((await api('GET', '/business')).status).toBe(200)
    created(await api('POST', '/clients', { name: 'Bo', email: 'bo@example.com' }))
    expect(codeOf(await api('GET', '/api-keys'))).toBe('403 missing_scope')
  })

  test('has the scopes that were named, each once, and stands beside the others', async () => {
    const business = await aBusiness()
    const links = await made(business, { name: 'Door', scopes: ['links', 'read', 'links'] })
    const same = await made(business, { name: 'Door', scopes: ['links'] })
    expect([links.scopes, same.scopes]).toEqual([['links', 'read'], ['links']])
    expect((await listed(business)).map((key: { name: string }) => key.name)).toEqual([
      'test',
      'Door',
      'Door',
    ])
    for (const { api } of [links, same]) expect(codeOf(await api('GET', '/jobs/x'))).toBe('404 not_found')
    expect(codeOf(await same.api('GET', '/business'))).toBe('403 missing_scope')
  })

  test('may be given more than the key that makes it may do: who manages keys manages all of them', async () => {
    const { api } = await aKeyOf(await aBusiness(), { scopes: 'admin' })
    const { body } = succeeded(
      await api('POST', '/api-keys', { name: 'All', scopes: ['read', 'write', 'links', 'admin'] }),
    )
    expect(codeOf(await api('GET', '/clients'))).toBe('403 missing_scope')
    expect((await apiWith(body.key)('GET', '/clients')).status).toBe(200)
  })

  test('ends at the instant that it was given', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: START })
    const business = await aBusiness()
    const { api, id } = await made(business, { expires_at: '2030-03-17T19:46:41+02:00' })
    const end = Date.parse('2030-03-17T17:46:41Z')
    expect(end).toBeGreaterThan(START)
    vi.setSystemTime(end - 1)
    expect((await api('GET', '/business')).status).toBe(200)
    vi.setSystemTime(end)
    expect(codeOf(await api('GET', '/business'))).toBe('401 no_key')
    const row = (await listed(business)).find((key: { id: string }) => key.id === id)
    expect(row).toMatchObject({ status: 'expired', expires_at: at(end), revoked_at: null })
    expect(codeOf(await business.api('POST', `/api-keys/${id}/rotate`))).toBe('409 key_not_active')
    expect((await business.api('DELETE', `/api-keys/${id}`)).status).toBe(204)
  })

  test.each<[string, object, string]>([
    ['no name', { name: undefined }, '/name'],
    ['a blank name', { name: ' ' }, '/name'],
    ['a name of two lines', { name: 'a\nb' }, '/name'],
    ['a long name', { name: 'x'.repeat(101) }, '/name'],
    ['no scope', { scopes: [] }, '/scopes'],
    ['an unknown scope', { scopes: ['read', 'root'] }, '/scopes/1'],
    ['scopes as one text', { scopes: 'read admin' }, '/scopes'],
    ['an end that has passed', { expires_at: '2020-01-01T00:00:00Z' }, '/expires_at'],
    ['an end that is no instant', { expires_at: '2099-01-01' }, '/expires_at'],
    ['an unknown field', { key: `sqk_${'0'.repeat(38)}` }, '/key'],
    ['another business', { business_id: 'biz_x' }, '/business_id'],
  ])('with %s is refused, by name', async (_, more, pointer) => {
    const { api } = await aBusiness()
    await changingNothing(async () => {
      const refused = await api('POST', '/api-keys', { name: 'Accounting', expires_at: later, ...more })
      expect(codeOf(refused)).toBe('422 invalid')
      expect(pointersOf(refused)).toEqual([pointer])
    })
  })
})

test('when a key was last used stands in the list, to within five minutes', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START })
  const business = await aBusiness()
  const { api, id } = await made(business)
  const lastUse = async () =>
    (await listed(business)).find((key: { id: string }) => key.id === id).last_used_at
  expect(await lastUse()).toBeNull()
  vi.setSystemTime(START + 1000)
  await api('GET', '/business')
  vi.setSystemTime(START + 5 * 60_000)
  await api('GET', '/business')
  expect(await lastUse()).toBe(at(START + 1000))
  vi.setSystemTime(START + 20 * 60_000)
  await api('GET', '/quotes/nothing')
  expect(await lastUse()).toBe(at(START + 20 * 60_000))
})

test('the list pages, oldest first, also over keys that ended', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START })
  const business = await aBusiness()
  const keys = []
  for (let count = 0; count < 5; count++) {
    vi.setSystemTime(START + count + 1)
    keys.push(await made(business, { name: `Key ${count}` }))
  }
  succeeded(await business.api('DELETE', `/api-keys/${keys[1].id}`))
  const names: string[] = []
  let cursor = ''
  do {
    const { body } = succeeded(await business.api('GET', `/api-keys?limit=2${cursor}`))
    names.push(...body.data.map(({ name, status }: { name: string; status: string }) => `${name} ${status}`))
    cursor = body.next_cursor && `&cursor=${body.next_cursor}`
  } while (cursor)
  const ended = (count: number) => `Key ${count} ${count === 1 ? 'revoked' : 'active'}`
  expect(names).toEqual(['test active', ...[0, 1, 2, 3, 4].map(ended)])
})

describe('a key is shown once', () => {
  test('and again only to a repeat of the very request, in the same bytes, even after it was revoked', async () => {
    const business = await aBusiness()
    const post = { path: '/api-keys', body: { name: 'Accounting', expires_at: later } }
    const first = await told(business, post, 'once')
    const { id, key } = JSON.parse(first.body)
    expect(await told(business, post, 'once')).toEqual(first)
    await apiWith(key)('GET', '/business')
    succeeded(await business.api('DELETE', `/api-keys/${id}`))
    expect(await told(business, post, 'once')).toEqual(first)
    expect(codeOf(await apiWith(key)('GET', '/business'))).toBe('401 no_key')
  })

  test('no list, no trail, no message and no other answer holds it', async () => {
    const business = await aBusiness()
    const first = await made(business)
    const second = succeeded(
      await business.api('POST', `/api-keys/${first.id}/rotate`, { overlap_seconds: 60 }),
    ).body
    const rotatedAgain = await business.api('POST', `/api-keys/${first.id}/rotate`)
    const answers = [rotatedAgain, await business.api('DELETE', `/api-keys/${first.id}`)]
    for (const path of ['/api-keys', '/audit', '/messages', '/business'])
      answers.push(succeeded(await business.api('GET', path)))
    const said = JSON.stringify(answers.map(({ body, headers }) => [body, [...headers]]))
    for (const { key } of [first, second]) {
      expect(said).toContain(key.slice(0, 9))
      expect(said).not.toContain(key.slice(0, 10))
      expect(said).not.toContain(key.slice(9))
      expect(said).not.toContain(await sha256Hex(key))
    }
  })

  test('the database holds a hash and a sealed copy for the repeat, never the key, and nor does KV', async () => {
    const business = await aBusiness()
    const secrets: string[] = []
    for (const [name, path] of [
      ['a', '/api-keys'],
      ['b', '/api-keys'],
    ] as const)
      secrets.push(JSON.parse((await told(business, { path, body: { name } }, name)).body).key)
    const [{ id }] = (await listed(business)).slice(-1)
    const rotation = { path: `/api-keys/${id}/rotate`, body: {} }
    secrets.push(JSON.parse((await told(business, rotation, 'c')).body).key)
    const held = JSON.stringify(await dump()) + JSON.stringify((await env.KV.list()).keys)
    expect(new Set(secrets).size).toBe(3)
    for (const key of secrets) {
      expect(held).toContain(await sha256Hex(key))
      expect(held).not.toContain(key.slice(0, 10))
      expect(held).not.toContain(key.slice(9))
      expect(held).not.toContain(btoa(key).slice(4, 40))
    }
  })
})

test('the trail says who made, rotated and revoked a key, by its short id', async () => {
  const business = await aBusiness()
  const [{ id: own }] = await listed(business)
  const { id, short_id } = await made(business, { scopes: ['read'] })
  const next = succeeded(await business.api('POST', `/api-keys/${id}/rotate`, { overlap_seconds: 60 })).body
  succeeded(await business.api('DELETE', `/api-keys/${id}`))
  const actor = { kind: 'key', id: own }
  const facts = { scopes: 'read', replaces: null }
  expect(await trailOf(business, id)).toMatchObject([
    { action: 'api_key.created', actor, details: { ...facts, short_id } },
    { action: 'api_key.revoked', actor, details: { short_id } },
  ])
  expect(await trailOf(business, next.id)).toMatchObject([
    { action: 'api_key.rotated', actor, details: { ...facts, short_id: next.short_id, replaces: id } },
  ])
})

describe('the key of another business', () => {
  test('is 404, like one that never was, whatever is asked of it', async () => {
    const [mine, other] = [await aBusiness(), await aBusiness({ name: 'Other Roofing' })]
    const theirs = await made(other, { scopes: ['admin'] })
    const nobodys = `key_${'0'.repeat(26)}`
    for (const [method, below] of [
      ['DELETE', ''],
      ['POST', '/rotate'],
      ['GET', ''],
    ] as const) {
      const ask = (id: string) => mine.api(method, `/api-keys/${id}${below}`)
      const missing = await ask(nobodys)
      expect(codeOf(missing)).toBe('404 not_found')
      for (const id of [theirs.id, theirs.id.toUpperCase(), theirs.id.replace('key', 'cli'), theirs.short_id])
        expect((await ask(id)).body, `${method} ${id}`).toEqual(missing.body)
    }
    expect((await theirs.api('GET', '/api-keys')).status).toBe(200)
  })

  test('stands in no list of mine', async () => {
    const [mine, other] = [await aBusiness(), await aBusiness({ name: 'Other Roofing' })]
    const theirs = await made(other)
    expect((await listed(mine)).map((key: { name: string }) => key.name)).toEqual(['test'])
    const page = (await other.api('GET', '/api-keys?limit=1')).body
    expect((await mine.api('GET', `/api-keys?cursor=${page.next_cursor}`)).body.code).toBe('malformed_query')
    expect(await trailOf(mine, theirs.id)).toEqual([])
  })
})
