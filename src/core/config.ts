/**
 * The settings, checked once at start-up (contract.md, Settings). A missing or malformed one stops the Worker
 * with its name and what it should be; the value itself is never repeated, it may be a secret.
 */
import { fromBase64 } from './crypto.ts'
import type { Env } from './env.ts'

/** A key for links; `secret` is null where the key was retired and only its id is still listed. */
export type LinkKey = { id: string; secret: Uint8Array<ArrayBuffer> | null }

/** An Ed25519 key by RFC 8037; `d` is the secret half, absent where the key only verifies what it once signed. */
export type SigningKey = { kty: 'OKP'; crv: 'Ed25519'; kid: string; x: string; d?: string }

export type Config = {
  baseUrl: string
  /** The first key signs; `issuer` is the origin where all of them are published. */
  signing: { issuer: string; keys: readonly [SigningKey, ...SigningKey[]] }
  mail: {
    transport: 'mailbox' | 'postmark'
    from: string
    stream: string
    host: string | null
    /** The server token, a secret. */
    token: string
  }
  /** The first one makes new tokens and has its secret. */
  linkKeys: readonly [LinkKey & { secret: Uint8Array<ArrayBuffer> }, ...LinkKey[]]
}

export class SettingError extends Error {
  override name = 'SettingError'
  constructor(setting: string, expected: string) {
    super(`The setting ${setting} is missing or malformed: it must be ${expected}. See docs/operating.md.`)
  }
}

const configs = new WeakMap<object, Config>()

/** The configuration of an environment, read once. Throws SettingError. */
export function configOf(env: Env): Config {
  const known = configs.get(env)
  if (known) return known
  const config = readConfig(env)
  configs.set(env, config)
  return config
}

/** Reads and checks every setting. Throws SettingError with the name of the first that is wrong. */
export function readConfig(env: Env): Config {
  for (const name of ['DB', 'KV', 'API_LIMIT', 'PUBLIC_LIMIT'] as const) {
    if (!env[name]) throw new SettingError(name, 'a binding in wrangler.toml')
  }
  const baseUrl = readBaseUrl(env.BASE_URL)
  const signing = { issuer: baseUrl, keys: readSigningKeys(env.SIGNING_KEYS) }
  return { baseUrl, signing, mail: readMail(env, baseUrl), linkKeys: readLinkKeys(env.LINK_KEYS) }
}

function readBaseUrl(value: string | undefined): string {
  const url = URL.canParse(value ?? '') ? new URL(value as string) : undefined
  const good = url && url.origin === value && (url.protocol === 'https:' || isLoopback(url))
  if (!good)
    throw new SettingError('BASE_URL', 'the portal’s public origin, such as https://portal.example.com')
  return url.origin
}

const isLoopback = (url: URL): boolean =>
  url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)

function readMail(env: Env, baseUrl: string): Config['mail'] {
  const transport = env.MAIL_TRANSPORT
  if (transport !== 'mailbox' && transport !== 'postmark') {
    throw new SettingError('MAIL_TRANSPORT', '“postmark”, or “mailbox” in development')
  }
  if (transport === 'mailbox' && !isLoopback(new URL(baseUrl))) {
    throw new SettingError('MAIL_TRANSPORT', '“postmark” where BASE_URL is not this machine')
  }
  if (!/^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+$/.test(env.MAIL_FROM ?? '')) {
    throw new SettingError('MAIL_FROM', 'the verified sender address')
  }
  checkPostmark(env)
  return {
    transport,
    from: env.MAIL_FROM,
    stream: env.POSTMARK_STREAM || 'outbound',
    host: env.POSTMARK_HOST || null,
    token: env.POSTMARK_SERVER_TOKEN,
  }
}

function checkPostmark(env: Env): void {
  if (!env.POSTMARK_SERVER_TOKEN)
    throw new SettingError('POSTMARK_SERVER_TOKEN', 'the server token of Postmark')
  if (!env.POSTMARK_WEBHOOK_PASSWORD)
    throw new SettingError('POSTMARK_WEBHOOK_PASSWORD', 'a password for the webhook')
  if (env.POSTMARK_HOST && !/^(127\.0\.0\.1|localhost):\d{1,5}$/.test(env.POSTMARK_HOST)) {
    throw new SettingError('POSTMARK_HOST', 'empty, or host:port of a stand-in on this machine')
  }
}

function readLinkKeys(value: string | undefined): Config['linkKeys'] {
  const keys = (value ?? '').split(',').map(readLinkKey)
  const [first, ...others] = keys
  if (!first?.secret || new Set(keys.map(key => key.id)).size !== keys.length) throw malformedLinkKeys()
  return [{ id: first.id, secret: first.secret }, ...others]
}

function readLinkKey(entry: string): LinkKey {
  const [id = '', encoded, ...rest] = entry.trim().split(':')
  const secret = encoded === undefined ? null : fromBase64(encoded)
  if (
    !/^[a-z0-9]{1,12}$/.test(id) ||
    secret === undefined ||
    (secret && secret.length !== 32) ||
    rest.length > 0
  ) {
    throw malformedLinkKeys()
  }
  return { id, secret }
}

const malformedLinkKeys = () =>
  new SettingError('LINK_KEYS', 'id:base64 pairs of 32 bytes with commas between (npm run keys makes one)')

function readSigningKeys(value: string | undefined): Config['signing']['keys'] {
  const given = parseJson(value)
  const keys: unknown[] = Array.isArray(given) ? given : []
  const [first, ...others] = keys.flatMap(readSigningKey)
  const ids = new Set([first, ...others].map(key => key?.kid))
  if (!first?.d || ids.size !== keys.length || others.length + 1 !== keys.length) {
    throw new SettingError(
      'SIGNING_KEYS',
      'a JSON array of Ed25519 private keys as JWK (npm run keys makes one); all but the first may lack d',
    )
  }
  return [first, ...others]
}

/** 32 bytes as RFC 8037 writes them. */
const isKeyPart = (part: unknown): part is string => typeof part === 'string' && /^[\w-]{43}$/.test(part)

function readSigningKey(given: unknown): SigningKey[] {
  if (typeof given !== 'object' || given === null) return []
  const { kty, crv, kid, x, d } = given as Record<string, unknown>
  const named = typeof kid === 'string' && /^[\w.-]{1,64}$/.test(kid)
  if (kty !== 'OKP' || crv !== 'Ed25519' || !named || !isKeyPart(x)) return []
  if (d === undefined) return [{ kty, crv, kid, x }]
  return isKeyPart(d) ? [{ kty, crv, kid, x, d }] : []
}

function parseJson(value: string | undefined): unknown {
  try {
    return JSON.parse(value ?? '')
  } catch {
    return undefined
  }
}
