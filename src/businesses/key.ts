/**
 * API keys: `sqk_`, 160 random bits, and a checksum of 30 bits by which a mistyped key is refused before any
 * storage is read and a secret scanner can tell a real key from a look-alike. Only a SHA-256 is stored.
 */
import { base32 } from '../core/base32.ts'
import { sha256 } from '../core/crypto.ts'

const shape = /^sqk_[0-9a-hjkmnp-tv-z]{38}$/

/** Whether a text is a key by its shape and its checksum; says nothing about whether it opens anything. */
export async function isKey(text: string): Promise<boolean> {
  return shape.test(text) && text.endsWith(await checksum(text.slice(0, 36)))
}

/** A new key, to be shown once. */
export async function newKey(): Promise<string> {
  const body = `sqk_${base32(crypto.getRandomValues(new Uint8Array(20)))}`
  return body + (await checksum(body))
}

/** The first characters of a key: enough to tell it from others, in a list or in a log, and far from enough to guess it. */
export const shortIdOf = (key: string): string => key.slice(0, 9)

const checksum = async (body: string): Promise<string> => base32((await sha256(body)).slice(0, 4)).slice(0, 6)
