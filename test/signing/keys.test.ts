// Keys of signatures: a new one in front signs, old ones still verify, and no secret half leaves the deployment.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readConfig, type SigningKey } from '../../src/core/config.ts'
import type { Env } from '../../src/core/env.ts'
import { accept, asked, changingNothing, nothing, recorded } from '../support/answers.ts'
import { open, request } from '../support/world.ts'

const logged: string[] = []
beforeEach(() => {
  logged.length = 0
  vi.spyOn(console, 'error').mockImplementation((...said) => void logged.push(JSON.stringify(said)))
})
afterEach(() => {
  vi.restoreAllMocks()
})

const [first] = JSON.parse(env.SIGNING_KEYS) as [SigningKey & { d: string }]

async function aKey(kid: string): Promise<SigningKey & { d: string }> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  const { x, d } = (await crypto.subtle.exportKey('jwk', pair.privateKey)) as { x: string; d: string }
  return { kty: 'OKP', crv: 'Ed25519', kid, x, d }
}

const withKeys = (...keys: unknown[]): Env => ({ ...env, SIGNING_KEYS: JSON.stringify(keys) })
const retired = ({ d: _, ...rest }: SigningKey): SigningKey => rest

const fileAt = async (at: string, bindings: Env = env) =>
  (await request(`${at}/receipt.json`, {}, bindings)).text()
const kidOf = (file: string) => JSON.parse(atob(JSON.parse(file).jws.split('.')[0])).kid
const checked = async (body: string, bindings: Env) =>
  (await request('/verify', { method: 'POST', body }, bindings)).status
const published = async (bindings: Env) =>
  (await request('/.well-known/jwks.json', {}, bindings)).json<{ keys: Record<string, string>[] }>()

test('with a second key in front, new signatures use it, in the same chain, and the old ones still verify', async () => {
  const [one, two] = [await asked(), undefined]
  await accept(one)
  const bindings = withKeys(await aKey('second'), first)
  const later = await asked({ business: one.business })
  expect((await accept(later, {}, bindings)).status).toBe(303)
  const files = [await fileAt(one.at, bindings), await fileAt(later.at, bindings)]
  expect(files.map(kidOf)).toEqual(['test-1', 'second'])
  expect(files.map(file => JSON.parse(file).record.chain.sequence)).toEqual([1, 2])
  for (const file of files) expect(await checked(file, bindings)).toBe(200)
  expect(await checked(files[1] ?? '', env)).toBe(422)
  expect(two).toBeUndefined()
  expect((await open(`${one.at}/receipt`, bindings)).status).toBe(200)
})

test('a key without its d signs nothing and verifies everything that it once signed; one that is gone, nothing', async () => {
  const one = await asked()
  await accept(one)
  const file = await fileAt(one.at)
  const second = await aKey('second')
  expect(await checked(file, withKeys(second, retired(first)))).toBe(200)
  expect(await checked(file, withKeys(second))).toBe(422)
  expect(await checked(file, withKeys({ ...second, kid: 'test-1' }))).toBe(422)
  expect(await checked(file, withKeys(second, { ...retired(first), kid: 'renamed' }))).toBe(422)
})

test('GET /.well-known/jwks.json publishes the public half of every key and nothing else, in the same order', async () => {
  const second = await aKey('second')
  const bindings = withKeys(second, { ...first, note: 'secret', p: 'x' }, retired(await aKey('third')))
  const response = await request('/.well-known/jwks.json', {}, bindings)
  const text = await response.text()
  const { keys } = JSON.parse(text)
  expect(keys.map(({ kid }: SigningKey) => kid)).toEqual(['second', 'test-1', 'third'])
  for (const key of keys) expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
  for (const secret of [second.d, first.d, 'secret', '"d"']) expect(text).not.toContain(secret)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('cache-control')).toBe('public, max-age=300')
  expect((await published(env)).keys).toHaveLength(1)
})

test('settings whose first key can’t sign stop the Worker, and the error repeats no key', async () => {
  const second = await aKey('second')
  const bad: [string, string][] = [
    ['the first key lacks d', JSON.stringify([retired(first), second])],
    ['no keys', '[]'],
    ['no list', JSON.stringify(first)],
    ['two of one id', JSON.stringify([first, { ...second, kid: 'test-1' }])],
    ['a d that is too short', JSON.stringify([{ ...first, d: first.d.slice(1) }])],
    ['a d of another alphabet', JSON.stringify([{ ...first, d: `${first.d.slice(1)}+` }])],
    ['an x that is missing', JSON.stringify([{ ...first, x: undefined }])],
    ['another curve', JSON.stringify([{ ...first, crv: 'X25519' }])],
    ['an id with a space', JSON.stringify([{ ...first, kid: 'a b' }])],
    ['a broken second', JSON.stringify([first, { ...second, x: '' }])],
    ['cut off', JSON.stringify([first]).slice(0, -3)],
    ['nothing', ''],
  ]
  const one = await asked()
  for (const [what, SIGNING_KEYS] of bad) {
    const bindings = { ...env, SIGNING_KEYS }
    let said = ''
    try {
      readConfig(bindings)
    } catch (error) {
      said = `${error}`
    }
    expect(said, what).toContain('SIGNING_KEYS')
    const response = await changingNothing(() => accept(one, {}, bindings), what)
    expect(response.status, what).toBe(500)
    const all = [said, await response.text(), ...logged].join('\n')
    for (const secret of [first.d, first.d.slice(1), second.d, first.x])
      expect(all, what).not.toContain(secret)
  }
})

test('a key whose halves don’t belong together signs nothing: 500, nothing recorded, nothing of it said', async () => {
  const second = await aKey('second')
  const one = await asked()
  for (const key of [
    { ...first, x: second.x },
    { ...first, d: second.d },
  ]) {
    const response = await changingNothing(() => accept(one, {}, withKeys(key, retired(second))))
    expect(response.status).toBe(500)
    const html = await response.text()
    expect(html).toContain('Something went wrong on our side')
    expect(logged).not.toEqual([])
    for (const said of [html, ...logged])
      for (const secret of [first.d, second.d, first.x, second.x, one.token.slice(3)])
        expect(said.replaceAll(`href="/portal/${one.token}`, '')).not.toContain(secret)
  }
  expect(await recorded()).toEqual(nothing)
  expect((await accept(one)).status).toBe(303)
})
