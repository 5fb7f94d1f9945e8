// .dev.vars: made once, completed where a name is missing, and never changed otherwise.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keyIdOf, newLinkKey, newSigningKey } from '../../scripts/lib/secrets.mjs'
import { ensureSettings } from '../../scripts/lib/settings.mjs'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'semaquote-settings-'))
  file = join(folder, '.dev.vars')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const settingOf = (name: string): string =>
  new RegExp(`^${name}=(.*)$`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? ''

test('a new file has every setting, random secrets, and is for its owner alone', () => {
  const names = ensureSettings(file)
  expect(names).toContain('POSTMARK_WEBHOOK_PASSWORD')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(settingOf('BASE_URL')).toBe('http://127.0.0.1:8787')
  expect(settingOf('MAIL_TRANSPORT')).toBe('mailbox')
  expect(settingOf('LINK_KEYS')).toMatch(/^k1:[A-Za-z0-9+/]{43}=$/)
  const [key] = JSON.parse(settingOf('SIGNING_KEYS').slice(1, -1))
  expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', kid: expect.stringMatching(/^k1-/) })
  expect(settingOf('POSTMARK_SERVER_TOKEN')).not.toBe(settingOf('POSTMARK_WEBHOOK_PASSWORD'))
})

test('the second time nothing changes, not a byte', () => {
  ensureSettings(file)
  const before = readFileSync(file, 'utf8')
  expect(ensureSettings(file)).toEqual([])
  expect(readFileSync(file, 'utf8')).toBe(before)
})

test('a missing name is added; what stands there stays, an empty value and a missing last line break too', () => {
  const own = '# mine\nMAIL_FROM=me@example.com\nLINK_KEYS=\nexport BASE_URL = "http://localhost:9000"'
  writeFileSync(file, own)
  const added = ensureSettings(file)
  expect(added).toEqual([
    'MAIL_TRANSPORT',
    'SIGNING_KEYS',
    'POSTMARK_SERVER_TOKEN',
    'POSTMARK_WEBHOOK_PASSWORD',
  ])
  expect(readFileSync(file, 'utf8').startsWith(`${own}\n`)).toBe(true)
})

test('keys are random, and named by their day', () => {
  expect(newLinkKey('k1')).not.toBe(newLinkKey('k1'))
  const [one, other] = [newSigningKey('k20261122'), newSigningKey('k20261122')]
  expect(one.d).not.toBe(other.d)
  // Two of one day can stand beside each other.
  expect(one.kid).not.toBe(other.kid)
  expect(one.kid).toMatch(/^k20261122-[\w-]{8}$/)
  expect(keyIdOf(new Date('2026-11-22T23:59:59Z'))).toBe('k20261122')
})
