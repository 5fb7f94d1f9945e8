/** The checksum of a PNG chunk: CRC-32 (PNG, third edition, annex D; ISO 3309). */
import type { Bytes } from './bytes.ts'

const POLYNOMIAL = 0xedb88320

/** The checksum's change by each value of a byte. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? POLYNOMIAL ^ (value >>> 1) : value >>> 1
  return value
})

export const crc32 = (bytes: Bytes): number =>
  ~bytes.reduce((crc, byte) => (table[(crc ^ byte) & 255] as number) ^ (crc >>> 8), -1) >>> 0
