/**
 * Crockford's base32 in lower case: digits and letters only, so that a token is selected by a double click,
 * survives a mail client's link detection and sorts as its bytes do.
 */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Encodes bytes, most significant bit first; the last character is filled up with zero bits. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = ((held & 31) << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(held >>> (bits - 5)) & 31]
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text
}

/** Encodes a non-negative safe integer in exactly `length` characters. */
export function base32Number(value: number, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = alphabet[rest % 32] + text
  return text
}
