/** EXIF, as far as it says how a picture is to be turned (CIPA DC-008, which takes its form from TIFF 6.0). */
import { type Bytes, bigEndian, letters, littleEndian } from './bytes.ts'

const ORIENTATION = 0x0112
const SHORT = 3
/** Of a field: tag, type, count, value. */
const FIELD_BYTES = 12

/**
 * Whether viewers that heed EXIF turn or mirror the picture: orientation 2 to 8. They pass over what is no orientation and
 * what can't be read, and so does this: it never throws.
 */
export function isTurned(exif: Bytes): boolean {
  const tiff = letters(exif.subarray(0, 6)) === 'Exif\0\0' ? exif.subarray(6) : exif
  const read = letters(tiff.subarray(0, 2)) === 'II' ? littleEndian : bigEndian
  // What lies beyond the end reads as 0.
  const number = (at: number, bytes: number) => read(tiff.subarray(at, at + bytes))
  if (number(2, 2) !== 42) return false
  const first = number(4, 4) + 2
  const end = Math.min(first + number(first - 2, 2) * FIELD_BYTES, tiff.length)
  for (let at = first; at < end; at += FIELD_BYTES)
    if (number(at, 2) === ORIENTATION && number(at + 2, 2) === SHORT) return isTurn(number(at + 8, 2))
  return false
}

const isTurn = (orientation: number) => orientation >= 2 && orientation <= 8
