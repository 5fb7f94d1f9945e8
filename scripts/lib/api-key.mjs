// Makes ids and API keys in the form that the Worker checks: `sqk_`, 160 random bits, 30 bits of checksum.
import { createHash, randomBytes } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz' // Crockford's base32 in lower case

/**
 * @param {bigint} value
 * @param {number} length in characters of 5 bits
 */
function base32(value, length) {
  let text = ''
  for (let left = value, i = 0; i < length; i++, left >>= 5n) text = alphabet[Number(left & 31n)] + text
  return text
}

/** @param {Uint8Array} bytes */
const toBigInt = bytes => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)

/** The first 30 bits of SHA-256: a mistyped key is refused without asking the database. */
export const checksumOf = (/** @type {string} */ text) =>
  base32(toBigInt(createHash('sha256').update(text, 'ascii').digest().subarray(0, 4)) >> 2n, 6)

export function newApiKey() {
  const body = `sqk_${base32(toBigInt(randomBytes(20)), 32)}`
  return body + checksumOf(body)
}

/** What is stored of a key. */
export const hashOf = (/** @type {string} */ key) => createHash('sha256').update(key, 'ascii').digest('hex')

/** By which a list and the trail tell a key from others (src/businesses/key.ts). */
export const shortIdOf = (/** @type {string} */ key) => key.slice(0, 9)

/**
 * A prefixed id: 50 bits of time, so that ids sort by age, and 80 random bits.
 * @param {string} prefix such as `biz`
 * @param {number} now in milliseconds
 */
export const newId = (prefix, now) =>
  `${prefix}_${base32(BigInt(now), 10)}${base32(toBigInt(randomBytes(10)), 16)}`
