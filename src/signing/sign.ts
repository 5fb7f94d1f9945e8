/**
 * Signing with the deployment's key: a compact JWS (RFC 7515) with Ed25519 (RFC 8037), payload attached. The key of
 * a record is named in its header; `typ` keeps one kind of record from being taken for another.
 */
import { CompactSign, compactVerify, importJWK, type JWK } from 'jose'
import { canonical } from '../core/canonical.ts'
import type { Config, SigningKey } from '../core/config.ts'
import { sha256Hex, utf8 } from '../core/crypto.ts'
import type { SignedRecord } from './record.ts'

export const ALGORITHM = 'EdDSA'

/** The `typ` of a record's JWS: `semaquote/acceptance@1` -> `semaquote-acceptance+jws`. */
export const typeOf = (format: string): string => `${format.replace('/', '-').replace(/@.*/, '')}+jws`

/** A record signed, and the hash by which the next one of the chain, or its head, names it. */
export type Signed = { jws: string; hash: string }

/** Signs a record with the first key. Throws where that key's two halves don't belong together. */
export async function sign([key]: Config['signing']['keys'], record: SignedRecord): Promise<Signed> {
  const { secret, known } = await pairOf(key)
  const header = { alg: ALGORITHM, kid: key.kid, typ: typeOf(record.format) }
  const jws = await new CompactSign(utf8(canonical(record))).setProtectedHeader(header).sign(secret)
  // Nothing is recorded that the published key doesn't verify: not after a fault, not with a mistyped setting.
  await compactVerify(jws, known, { algorithms: [ALGORITHM] })
  return { jws, hash: await sha256Hex(jws) }
}

type Pair = { secret: CryptoKey; known: CryptoKey }
const pairs = new WeakMap<SigningKey, Promise<Pair>>()

/** Imported at a key's first use and kept: no cryptography is possible while an isolate starts. */
function pairOf(key: SigningKey): Promise<Pair> {
  const kept = pairs.get(key) ?? importPair(key)
  pairs.set(key, kept)
  return kept
}

async function importPair(key: SigningKey): Promise<Pair> {
  const [secret, known] = await Promise.all([importKey({ ...key }), importKey(publicKey(key))])
  return { secret, known }
}

const proven = new WeakMap<SigningKey, Promise<boolean>>()

/** Whether the first key can sign what its published half verifies: asked once, before a client finds a mistyped setting. */
export function canSign({ keys, issuer }: Config['signing']): Promise<boolean> {
  const known = proven.get(keys[0])
  if (known) return known
  const business = { id: '', name: '' }
  const chain = { sequence: 0, hash: '' }
  const record = { format: 'semaquote/chain-head@1', issuer, business, chain, sealed_at: '' } as const
  const asked = sign(keys, record).then(
    () => true,
    () => false,
  )
  proven.set(keys[0], asked)
  return asked
}

const importKey = async (jwk: JWK) => (await importJWK(jwk, ALGORITHM)) as CryptoKey

/** What the world may see of a key. */
export const publicKey = ({ kid, x }: Pick<SigningKey, 'kid' | 'x'>) =>
  ({ kty: 'OKP', crv: 'Ed25519', x, kid, alg: ALGORITHM, use: 'sig' }) as const

/** The public keys, old ones too, as a JWK Set (RFC 7517). */
export const jwksOf = ({ keys }: Config['signing']) => ({ keys: keys.map(publicKey) })

export type Jwks = { keys: readonly JWK[] }
