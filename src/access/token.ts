/**
 * The token of a portal link: `<key id>_<32 characters><8 characters>`, that is 160 bits from the CSPRNG and 40
 * bits of a keyed checksum, in base32. A stranger's guess or a typing mistake is refused here, before any
 * storage is read (product.md §1); who holds a well-formed token still has to be known to the database.
 *
 * Threats: guessing (160 bits), flooding the database with guesses (the checksum costs a guesser 2^40 tries
 * for each one that reaches it), a stolen database (it holds a SHA-256 and a sealed copy, neither opens a
 * link), a lost key (its id stays listed without it, and its tokens skip the checksum: links have no timer).
 */
import { base32 } from '../core/base32.ts'
import type { Config, LinkKey } from '../core/config.ts'
import { equalBytes, hmac, hmacKey, sha256Hex, utf8 } from '../core/crypto.ts'

const shape = /^([a-z0-9]{1,12})_([0-9a-hjkmnp-tv-z]{32})([0-9a-hjkmnp-tv-z]{8})$/

/** A token that passed its checksum: it may be looked up, no more. Its text stays here; the hash goes on. */
export type Presented = { readonly hash: string }

/** A new token under the first key. */
export async function mintToken(config: Config): Promise<string> {
  const [{ id, secret }] = config.linkKeys
  const body = `${id}_${base32(crypto.getRandomValues(new Uint8Array(20)))}`
  return body + (await checksum(secret, body))
}

/** The hash of a token that is worth looking up; undefined for one that was never made here. */
export async function present(config: Config, token: string): Promise<Presented | undefined> {
  const [, keyId, secretPart, given] = shape.exec(token) ?? []
  const key = config.linkKeys.find(one => one.id === keyId)
  if (!key || !given) return undefined
  if (key.secret && !(await isChecksum(key as Keyed, `${keyId}_${secretPart}`, given))) return undefined
  return { hash: await sha256Hex(token) }
}

type Keyed = LinkKey & { secret: Uint8Array<ArrayBuffer> }

async function isChecksum(key: Keyed, body: string, given: string): Promise<boolean> {
  return equalBytes(utf8(await checksum(key.secret, body)), utf8(given))
}

async function checksum(secret: Uint8Array<ArrayBuffer>, body: string): Promise<string> {
  return base32((await hmac(await checksumKey(secret), body)).slice(0, 5))
}

const keys = new WeakMap<Uint8Array, Promise<CryptoKey>>()

function checksumKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const known = keys.get(secret) ?? hmacKey(secret, 'semaquote portal link checksum')
  keys.set(secret, known)
  return known
}
