// A token: what it looks like, and that nothing which was not made here passes its checksum.
import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mintToken, present } from '../../src/access/token.ts'
import { readConfig } from '../../src/core/config.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import { counted } from '../support/faults.ts'
import { promptly } from '../support/portal.ts'

const secret = (fill: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(fill)))
const withKeys = (LINK_KEYS: string) => readConfig({ ...env, LINK_KEYS })

const config = withKeys(`new:${secret(2)},old:${secret(1)},gone`)
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

test('a new token is the first key’s id, 160 random bits and 40 bits of checksum, in base32', async () => {
  const tokens = await Promise.all(Array.from({ length: 200 }, () => mintToken(config)))
  for (const token of tokens) expect(token).toMatch(/^new_[0-9a-hjkmnp-tv-z]{40}$/)
  expect(new Set(tokens.map(token => token.slice(4, 36))).size).toBe(200)
  for (const letter of alphabet) expect(tokens.join('')).toContain(letter)
})

test('a token is looked up by its SHA-256 alone', async () => {
  const token = await mintToken(config)
  expect(await present(config, token)).toEqual({ hash: await sha256Hex(token) })
})

describe('a checksum', () => {
  test('refuses a token with any one character changed', async () => {
    const at = fc.integer({ min: 4, max: 43 })
    const refused = async (index: number, letter: string) => {
      const token = await mintToken(config)
      fc.pre(token[index] !== letter)
      const changed = token.slice(0, index) + letter + token.slice(index + 1)
      expect(await present(config, changed)).toBeUndefined()
    }
    await fc.assert(fc.asyncProperty(at, fc.constantFrom(...alphabet), refused), { numRuns: 500 })
  })

  test('refuses a token with two neighbours swapped', async () => {
    const token = await mintToken(config)
    for (let index = 4; index < 43; index++) {
      const [one = '', other = ''] = token.slice(index, index + 2)
      if (one === other) continue
      const swapped = token.slice(0, index) + other + one + token.slice(index + 2)
      expect(await present(config, swapped), swapped).toBeUndefined()
    }
  })

  test('refuses guesses of the right shape', async () => {
    const guess = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 40, maxLength: 40 })
    const refused = async (text: string) => {
      expect(await present(config, `new_${text}`)).toBeUndefined()
    }
    await fc.assert(fc.asyncProperty(guess, refused), { numRuns: 500 })
  })

  test('is another one under another key, and under the same id with another secret', async () => {
    const token = await mintToken(config)
    expect(await present(config, token.replace('new_', 'old_'))).toBeUndefined()
    expect(await present(withKeys(`new:${secret(3)}`), token)).toBeUndefined()
  })
})

describe('a text that is no token is refused', () => {
  const body = 'a'.repeat(40)
  test.each([
    ['nothing', ''],
    ['the id alone', 'gone'],
    ['the id and its line', 'gone_'],
    ['one character short', `gone_${body.slice(1)}`],
    ['one character long', `gone_${body}a`],
    ['capitals', `gone_${body.toUpperCase()}`],
    ['a letter that base32 leaves out', `gone_${body.slice(1)}l`],
    ['a space before', ` gone_${body}`],
    ['a line break behind', `gone_${body}\n`],
    ['no line', `gone${body}`],
    ['two lines', `gone__${body}`],
    ['an id that is not listed', `other_${body}`],
    ['an id in capitals', `GONE_${body}`],
    ['an id of a name that every object has', `constructor_${body}`],
    ['NUL', `gone_${body.slice(1)}\0`],
    ['full-width digits', `gone_${body.slice(1)}１`],
  ])('%s', async (_, text) => {
    expect(await present(config, text)).toBeUndefined()
  })
})

test('a retired key’s id lets its tokens pass without a checksum', async () => {
  const token = `gone_${'0'.repeat(40)}`
  expect(await present(config, token)).toEqual({ hash: await sha256Hex(token) })
})

test('what is refused here has touched no storage; what passes is looked up once', async () => {
  const { bindings, calls } = counted()
  for (const token of ['nothing', `k2_${'0'.repeat(40)}`, `k9_${'0'.repeat(40)}`]) {
    for (const page of ['', '/quotes/x', '/history/accepted']) {
      expect((await promptly(`/portal/${token}${page}`, {}, bindings)).status).toBe(404)
    }
  }
  expect(calls).toEqual({ d1: 0, kv: 0 })
  const unknown = await mintToken(readConfig(env))
  expect((await promptly(`/portal/${unknown}`, {}, bindings)).status).toBe(404)
  expect(calls).toEqual({ d1: 1, kv: 1 })
})
