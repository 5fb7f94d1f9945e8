/**
 * The few cryptographic operations of the portal, all WebCrypto. Keys are derived per purpose by HKDF
 * (RFC 5869), so that the checksum of a token can never serve to open a sealed copy, or the other way round.
 */
const text = new TextEncoder()

/** UTF-8 bytes of a text. */
export const utf8 = (value: string): Uint8Array<ArrayBuffer> => text.encode(value) as Uint8Array<ArrayBuffer>

/** SHA-256 of bytes, or of a text's in UTF-8. */
export async function sha256(value: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const bytes = typeof value === 'string' ? utf8(value) : value
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

/** The same, in lower-case hex. */
export async function sha256Hex(value: string | Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(await sha256(value))
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

export const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** The bytes of a base64 text, or undefined where it is none. */
export function fromBase64(value: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(value), character => character.charCodeAt(0))
  } catch {
    return undefined
  }
}

/** Compares two digests without telling by its time where they differ. Lengths are no secret. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && crypto.subtle.timingSafeEqual(a, b)
}

/** A key for HMAC-SHA-256 that serves one purpose. */
export function hmacKey(secret: Uint8Array<ArrayBuffer>, purpose: string): Promise<CryptoKey> {
  return derive(secret, purpose, { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign'])
}

/** A key for AES-256-GCM that serves one purpose. */
export function sealingKey(secret: Uint8Array<ArrayBuffer>, purpose: string): Promise<CryptoKey> {
  return derive(secret, purpose, { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt'])
}

async function derive(
  secret: Uint8Array<ArrayBuffer>,
  purpose: string,
  algorithm: SubtleCryptoImportKeyAlgorithm,
  usages: string[],
): Promise<CryptoKey> {
  const master = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(purpose) }
  return crypto.subtle.deriveKey(hkdf, master, algorithm, false, usages)
}

export async function hmac(key: CryptoKey, value: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(value)))
}

/**
 * Seals a text with AES-256-GCM under a random 96-bit nonce (NIST SP 800-38D); `context` is authenticated
 * beside it, so that a sealed text moved to another row does not open. Base64 of nonce and ciphertext.
 */
export async function seal(key: CryptoKey, value: string, context: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const box = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: utf8(context) },
    key,
    utf8(value),
  )
  return base64(new Uint8Array([...iv, ...new Uint8Array(box)]))
}

/** Opens what `seal` made; undefined when key, context or a single bit differs. */
export async function unseal(key: CryptoKey, sealed: string, context: string): Promise<string | undefined> {
  const bytes = fromBase64(sealed)
  if (!bytes || bytes.length < 28) return undefined
  const algorithm = { name: 'AES-GCM', iv: bytes.slice(0, 12), additionalData: utf8(context) }
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, bytes.slice(12)))
  } catch {
    return undefined
  }
}
