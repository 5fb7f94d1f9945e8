/** What the formats of pictures share: a walk through a file, the two ways in which they write numbers, and parts made one. */
import { unreadable } from './refusals.ts'

export type Bytes = Uint8Array<ArrayBuffer>

/** A picture that was read: its size in pixels, and the parts that it is written of. */
export type Read = { width: number; height: number; parts: readonly ArrayLike<number>[] }

/** Walks through a file from `at` on. Throws `logo_unreadable` where it ends before what should stand there. */
export class Walk {
  constructor(
    readonly bytes: Bytes,
    public at = 0,
  ) {}

  get hasMore(): boolean {
    return this.at < this.bytes.length
  }

  /** The next `length` bytes. */
  take(length: number): Bytes {
    const end = this.at + length
    if (length < 0 || end > this.bytes.length) throw unreadable('it ends too early')
    const taken = this.bytes.subarray(this.at, end)
    this.at = end
    return taken
  }
}

/** A number whose first byte weighs most (PNG, JPEG). */
export const bigEndian = (bytes: Bytes): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0)

/** A number whose last byte weighs most (WebP). */
export const littleEndian = (bytes: Bytes): number => bytes.reduceRight((sum, byte) => sum * 256 + byte, 0)

/** Bytes as the letters that they stand for in ASCII: the names of chunks and segments. */
export const letters = (bytes: Bytes): string => String.fromCharCode(...bytes)

/** The same the other way round. */
export const ascii = (text: string): number[] => [...text].map(letter => letter.charCodeAt(0))

export function joined(parts: readonly ArrayLike<number>[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
