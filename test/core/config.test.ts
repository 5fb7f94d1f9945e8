// Every setting that is missing or malformed stops the Worker with its name, and never with its value.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { configOf, readConfig, SettingError } from '../../src/core/config.ts'
import type { Env } from '../../src/core/env.ts'
import { testSecrets } from '../support/secrets.ts'

const key = (fill: number, length = 32) => btoa(String.fromCharCode(...new Uint8Array(length).fill(fill)))
const [jwk] = JSON.parse(testSecrets.SIGNING_KEYS)
const jwks = (...keys: unknown[]) => JSON.stringify(keys)

const loopback = { BASE_URL: 'http://127.0.0.1:8787', MAIL_TRANSPORT: 'mailbox' }

/** Values that must be refused; undefined: the setting is not there. */
const bad: Partial<Record<keyof Env, unknown[]>> = {
  DB: [undefined, null],
  KV: [undefined, null],
  API_LIMIT: [undefined],
  PUBLIC_LIMIT: [undefined],
  BASE_URL: [
    ...[undefined, '', 'portal.example.org', 'http://portal.example.org', 'ftp://portal.example.org'],
    ...['https://portal.example.org/', 'https://portal.example.org/x', 'https://portal.example.org?x'],
    ...[
      'https://user:secret@portal.example.org',
      'https://<portal.your-domain>',
      ' https://portal.example.org',
    ],
    ...[
      'HTTPS://PORTAL.EXAMPLE.ORG',
      'https://',
      'null',
      'javascript:alert(1)',
      'http://127.0.0.1.example.com',
    ],
  ],
  MAIL_TRANSPORT: [undefined, '', 'smtp', 'Postmark', ' postmark', 'mailbox'],
  MAIL_FROM: [
    ...[
      undefined,
      '',
      'portal',
      '@mail.test',
      'portal@',
      'Portal <portal@mail.test>',
      '<portal@your-domain>',
    ],
    ...['a@b@c', 'a b@c.test', 'a@b.test\r\nBcc: x@y.test', '"a"@b.test', 'a@b.test, c@d.test'],
  ],
  POSTMARK_SERVER_TOKEN: [undefined, ''],
  POSTMARK_WEBHOOK_PASSWORD: [undefined, ''],
  POSTMARK_HOST: [
    '127.0.0.1',
    'api.postmarkapp.com:443',
    'http://127.0.0.1:80',
    '127.0.0.1:',
    'localhost:1/x',
  ],
  LINK_KEYS: [
    ...[undefined, '', ',', 'k1', `k1,k2:${key(2)}`, 'k1:', `:${key(1)}`, `K1:${key(1)}`, `k-1:${key(1)}`],
    ...[`k1:${key(1, 31)}`, `k1:${key(1, 33)}`, 'k1:!!!!', `k1:${key(1)},`, `k1:${key(1)},,k0`],
    ...[`k1:${key(1)},k1:${key(2)}`, `k1:${key(1)},k1`, `toolongforakey:${key(1)}`, `k1=${key(1)}`],
    ...[`k1:${key(1)}:${key(2)}`, `k1:${key(1)};k2:${key(2)}`],
  ],
  SIGNING_KEYS: [
    ...[undefined, '', 'x', '{}', '[]', 'null', '[null]', '["a"]', '[5]', JSON.stringify(jwk), jwks(jwk, {})],
    ...[jwks({ ...jwk, kty: 'RSA' }), jwks({ ...jwk, crv: 'X25519' }), jwks({ ...jwk, d: undefined })],
    ...[jwks({ ...jwk, d: '' }), jwks({ ...jwk, x: 5 }), jwks({ ...jwk, kid: '' }), jwks({ ...jwk, kid: 1 })],
    ...[jwks({ ...jwk, d: 'not base64url!' }), jwks({ ...jwk, d: 'AAAA' }), jwks({ ...jwk, x: 'AAAA' })],
    ...[jwks(jwk, jwk)],
  ],
}

function refusal(changed: object): unknown {
  try {
    return readConfig({ ...env, ...changed } as Env)
  } catch (error) {
    return error
  }
}

/** Words that the refusal says by itself. */
const ours = ['https://', 'Postmark', 'postmark', 'mailbox']

test.each(Object.entries(bad))(
  '%s: each bad value is refused by its name, and not repeated',
  (name, values) => {
    for (const value of values) {
      const error = refusal({ [name]: value }) as SettingError
      expect(error, String(value)).toBeInstanceOf(SettingError)
      expect(error.message, String(value)).toMatch(
        new RegExp(`^The setting ${name} is missing or malformed: it must be `),
      )
      expect(error.cause).toBeUndefined()
      const said = `${error.message} ${error.stack?.split('\n')[0]}`
      if (typeof value === 'string' && value.length > 3 && !ours.includes(value.trim())) {
        expect(said).not.toContain(value)
      }
    }
  },
)

test('a stand-in for Postmark is refused where it is none, on this machine too', () => {
  for (const host of bad.POSTMARK_HOST ?? []) {
    expect(refusal({ ...loopback, POSTMARK_HOST: host }), String(host)).toBeInstanceOf(SettingError)
  }
})

describe('a good setting', () => {
  test.each<[string, Partial<Env>]>([
    ['a public origin', { BASE_URL: 'https://portal.example.com' }],
    ['an origin with a port', { BASE_URL: 'https://portal.example.com:8443' }],
    ['this machine with a mailbox', loopback],
    ['this machine by name', { ...loopback, BASE_URL: 'http://localhost:3000' }],
    ['this machine by IPv6', { ...loopback, BASE_URL: 'http://[::1]:3000' }],
    ['no stream', { POSTMARK_STREAM: '' }],
    ['a stand-in for Postmark on this machine', { ...loopback, POSTMARK_HOST: '127.0.0.1:4321' }],
    ['keys with spaces between', { LINK_KEYS: `a:${key(1)} , b:${key(2)}, c` }],
    ['several signing keys', { SIGNING_KEYS: jwks(jwk, { ...jwk, kid: 'older' }) }],
  ])('%s is taken', (_, changed) => {
    expect(() => readConfig({ ...env, ...changed })).not.toThrow()
  })

  test('becomes the configuration', () => {
    const { baseUrl, mail, linkKeys } = readConfig({
      ...env,
      ...loopback,
      POSTMARK_STREAM: '',
      POSTMARK_HOST: '',
    })
    expect(baseUrl).toBe('http://127.0.0.1:8787')
    expect(mail).toEqual({
      ...{ transport: 'mailbox', from: 'portal@mail.test', stream: 'outbound', host: null },
      token: 'test-server-token',
    })
    expect(linkKeys.map(({ id, secret }) => [id, secret?.[0] ?? null])).toEqual([
      ['k2', 2],
      ['k1', 1],
      ['k0', null],
    ])
  })
})

test('a configuration is read once per environment, and a bad one is never kept', () => {
  const bindings = { ...env }
  expect(configOf(bindings)).toBe(configOf(bindings))
  const broken = { ...env, MAIL_FROM: '' }
  expect(() => configOf(broken)).toThrow('MAIL_FROM')
  expect(() => configOf(broken)).toThrow('MAIL_FROM')
})
