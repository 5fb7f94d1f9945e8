/**
 * Checks an evidence file against public keys, with nothing else: no database, no network. Used by the page at
 * `/verify`, by `npm run verify` on anyone's machine, and by the tests. It believes nothing that it did not check:
 * a file that doesn't hold says which part doesn't fit, and nothing of what it claims.
 */
import { base64url, compactVerify, importJWK } from 'jose'
import { canonical } from '../core/canonical.ts'
import { sha256Hex, utf8 } from '../core/crypto.ts'
import { differences } from './differences.ts'
import { FILE_FORMAT, fileOf } from './file.ts'
import type { SignedRecord } from './record.ts'
import { ALGORITHM, type Jwks, typeOf } from './sign.ts'

/**
 * The first thing that doesn't fit: not a file of this kind (`unreadable`, `keys`, `format`, `jws`), no such key, not that
 * key's signature, another content than the one that was hashed, another readable copy, or another text around it.
 */
export type Fault =
  | 'unreadable'
  | 'keys'
  | 'format'
  | 'jws'
  | 'key'
  | 'signature'
  | 'content_hash'
  | 'copy'
  | 'text'

/**
 * `hash`: SHA-256 of the JWS, by which a chain names the record. `parts`: paths in the record that don't fit; `signed`:
 * what was signed, where the signature holds all the same.
 */
export type Verdict =
  | { valid: true; record: SignedRecord; keyId: string; hash: string }
  | { valid: false; fault: Fault; parts: string[]; signed: SignedRecord | null }

const not = (fault: Fault, parts: string[] = [], signed: SignedRecord | null = null): Verdict => ({
  ...{ valid: false, fault, parts, signed },
})

/** Checks the text of a file, as it came: a white space more is a changed file. */
export async function verify(text: string, jwks: Jwks): Promise<Verdict> {
  const file = parsed(text)
  if (!isObject(file)) return not('unreadable')
  if (file.jws === undefined && Array.isArray(file.keys)) return not('keys')
  if (file.format !== FILE_FORMAT) return not('format')
  const signed = typeof file.jws === 'string' ? parts(file.jws) : undefined
  if (!signed) return not('jws')
  const { jws, header, payload } = signed
  // Anything more in the header could change what the signature covers.
  if (Object.keys(header).sort().join() !== 'alg,kid,typ') return not('jws')
  const key = jwks.keys.find(one => one.kid === header.kid)
  if (!key) return not('key')
  if (!(await fits(jws, key))) return not('signature')
  const record = payload as SignedRecord
  if (!isRecord(record) || header.typ !== typeOf(record.format)) return not('format')
  if (!(await coversItsContent(record))) return not('content_hash', ['document.content_hash'])
  const different = differences(record, file.record)
  if (different.length > 0) return not('copy', different, record)
  if (fileOf(jws) !== text) return not('text', [], record)
  return { valid: true, record, keyId: String(header.kid), hash: await sha256Hex(jws) }
}

const isRecord = ({ format }: SignedRecord): boolean =>
  format === 'semaquote/acceptance@1' || format === 'semaquote/chain-head@1'

async function coversItsContent(record: SignedRecord): Promise<boolean> {
  if (record.format !== 'semaquote/acceptance@1') return true
  const { content, content_hash } = record.document ?? {}
  if (!isObject(content)) return false
  return (await sha256Hex(canonical(content))) === content_hash
}

type Signed = { jws: string; header: Record<string, unknown>; payload: unknown }

/** A compact JWS of three parts in strict base64url: a bit that decoders ignore would be a byte that nobody checks. */
function parts(jws: string): Signed | undefined {
  const encoded = jws.split('.', 4)
  if (encoded.length !== 3) return undefined
  const decoded = encoded.map(strict)
  const [header, payload] = decoded.map(bytes => (bytes ? parsed(utf8Text(bytes) ?? '') : undefined))
  if (decoded[2]?.length !== 64 || !isObject(header) || !isObject(payload)) return undefined
  return { jws, header, payload }
}

function strict(part: string): Uint8Array | undefined {
  try {
    const bytes = base64url.decode(part)
    return base64url.encode(bytes) === part ? bytes : undefined
  } catch {
    return undefined
  }
}

function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

async function fits(jws: string, jwk: Jwks['keys'][number]): Promise<boolean> {
  try {
    await compactVerify(utf8(jws), await importJWK(jwk, ALGORITHM), { algorithms: [ALGORITHM] })
    return true
  } catch {
    return false
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
