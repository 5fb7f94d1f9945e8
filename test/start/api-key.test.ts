// The form of keys and ids that `npm run key` makes, and the SQL that it writes.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { checksumOf, hashOf, newApiKey, newId } from '../../scripts/lib/api-key.mjs'
import { newBusiness, newKey } from '../../scripts/lib/business.mjs'
import { literal } from '../../scripts/lib/wrangler.mjs'
import { cloneForTest, root, runScript } from './support/project.ts'

const digits = '0123456789abcdefghjkmnpqrstvwxyz'

test('a key is sqk_, 32 random characters and the first 30 bits of their SHA-256', () => {
  const keys = new Set(Array.from({ length: 1000 }, newApiKey))
  expect(keys.size).toBe(1000)
  for (const key of keys) expect(key).toMatch(/^sqk_[0-9a-hjkmnp-tv-z]{38}$/)
  const [key = ''] = keys
  const bits = [...createHash('sha256').update(key.slice(0, 36)).digest()].map(byte =>
    byte.toString(2).padStart(8, '0'),
  )
  const expected = (bits.join('').slice(0, 30).match(/.{5}/g) ?? []).map(
    five => digits[Number.parseInt(five, 2)],
  )
  expect(key.slice(36)).toBe(expected.join(''))
})

test('a known checksum', () => {
  // SHA-256 of these 36 characters begins with the 30 bits that these 6 characters spell.
  const body = `sqk_${'0'.repeat(32)}`
  expect(checksumOf(body)).toHaveLength(6)
  expect(hashOf(body + checksumOf(body))).toMatch(/^[0-9a-f]{64}$/)
})

test('ids sort by time and are lower-case ULIDs', () => {
  expect(newId('biz', 1_700_000_000_000)).toMatch(/^biz_01hf7yat00[0-9a-hjkmnp-tv-z]{16}$/)
  expect(newId('key', 1) < newId('key', 2)).toBe(true)
})

test('the SQL holds the hash of the key and never the key', () => {
  const { key, sql } = newBusiness({ name: "Ann's", email: 'ann@example.com' }, 1_700_000_000_000)
  expect(sql).toContain(hashOf(key))
  expect(sql).not.toContain(key)
  expect(sql).toContain("'Ann''s'")
  expect(sql).toContain("'en-US', 'USD', 'UTC'")
})

test('the row and the trail name the key by its first 9 characters, as the Worker does', () => {
  const { key, sql } = newBusiness({ name: 'Ann', email: 'ann@example.com' })
  const { key: further, sql: second } = newKey(newId('biz', 1))
  for (const [shown, written] of [
    [key, sql],
    [further, second],
  ] as const) {
    expect(written).toContain(`'${shown.slice(0, 9)}'`)
    expect(written).toContain(`"short_id":"${shown.slice(0, 9)}"`)
    expect(written).not.toContain(shown.slice(0, 10))
    expect(written).not.toContain(shown.slice(9))
  }
})

test.each([
  ["Robert'); DROP TABLE businesses;--", "'Robert''); DROP TABLE businesses;--'"],
  ['', "''"],
  [null, 'NULL'],
  [42, '42'],
])('%j as an SQL literal', (value, expected) => {
  expect(literal(value)).toBe(expected)
})

test('NUL is refused', () => {
  expect(() => literal('a\0b')).toThrow('NUL')
})

test.each([
  ['nothing', [], 'Usage: npm run key'],
  ['no address', ['--business', 'Ann'], 'Usage: npm run key'],
  ['both ways', ['--for', 'biz_x', '--business', 'Ann', '--email', 'ann@example.com'], 'Usage: npm run key'],
  ['a profile for a business that has one', ['--for', 'biz_x', '--locale', 'de-DE'], 'Usage: npm run key'],
  ['an unknown flag', ['--bussiness', 'Ann'], "Unknown option '--bussiness'"],
  ['a wrong address', ['--business', 'Ann', '--email', 'ann'], '"ann" is no email address'],
  [
    'a wrong zone',
    ['--business', 'Ann', '--email', 'a@b.example', '--time-zone', 'Mars'],
    '"Mars" is no time zone',
  ],
  [
    'a wrong currency',
    ['--business', 'Ann', '--email', 'a@b.example', '--currency', 'usd'],
    '"usd" is no currency',
  ],
  ['a blank name', ['--business', ' ', '--email', 'a@b.example'], 'The name must have'],
  [
    'another environment',
    ['--business', 'A', '--email', 'a@b.example', '--env', 'test'],
    'no environment "test"',
  ],
])('npm run key with %s: says what is wrong, exit code 2', async (_, args, sentence) => {
  const { code, printed } = await runScript(root, 'key.mjs', args)
  expect(printed).toContain(sentence)
  expect(code).toBe(2)
})

test('npm run key before the database has tables: says what to do', async () => {
  const args = ['--business', 'Ann', '--email', 'ann@example.com']
  const { code, printed } = await runScript(cloneForTest(), 'key.mjs', args)
  expect(printed).toContain('run `npm run dev` once')
  expect(printed).not.toContain('API key:')
  expect(code).toBe(1)
})

test('npm run key for a deployment that is not filled in: says where', async () => {
  const args = ['--business', 'Ann', '--email', 'ann@example.com', '--env', 'production']
  const { code, printed } = await runScript(cloneForTest(), 'key.mjs', args)
  expect(printed).toContain('database_id in wrangler.toml is not filled in')
  expect(code).toBe(1)
})
