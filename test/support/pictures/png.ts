// PNG files, built chunk by chunk.
import { type Bytes, be32, bytes, deflated, noise } from './bytes.ts'

export const SIGNATURE = bytes('\x89PNG\r\n\x1a\n')

/** By its definition, bit for bit: not as the portal computes it. */
function crcOf(data: Bytes): number {
  let crc = 0xffffffff
  for (const byte of data)
    for (let bit = 0; bit < 8; bit++)
      crc = ((crc ^ (byte >> bit)) & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return ~crc >>> 0
}

export const chunk = (type: string, ...data: (ArrayLike<number> | string)[]): Bytes => {
  const named = bytes(type, ...data)
  return bytes(be32(named.length - 4), named, be32(crcOf(named)))
}

export type Looks = { width?: number; height?: number; depth?: number; colour?: number; interlace?: number }

export const ihdr = ({ width = 3, height = 2, depth = 8, colour = 6, interlace = 0 }: Looks = {}): Bytes =>
  chunk('IHDR', be32(width), be32(height), [depth, colour, 0, 0, interlace])

export const iend = chunk('IEND')

const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const passes = ['0088', '4088', '0448', '2044', '0224', '1022', '0112'].map(pass => [...pass].map(Number))

/** Rows of whole bytes, each behind the name of its filter: none. Palettes of one entry have their first everywhere. */
export function rowsOf({ width = 3, height = 2, depth = 8, colour = 6, interlace = 0 }: Looks = {}): Bytes {
  const rows = (interlace === 1 ? passes : [[0, 0, 1, 1]]).flatMap(([x = 0, y = 0, across = 1, down = 1]) => {
    const columns = Math.max(0, Math.ceil((width - x) / across))
    const lines = columns === 0 ? 0 : Math.max(0, Math.ceil((height - y) / down))
    const length = Math.ceil((columns * depth * (samples[colour] ?? 1)) / 8)
    return Array.from({ length: lines }, () => [
      0,
      ...(colour === 3 ? new Uint8Array(length) : noise(length)),
    ])
  })
  return Uint8Array.from(rows.flat())
}

export const palette = (entries: number): Bytes => chunk('PLTE', noise(entries * 3))

/** `head`: between IHDR and the pixels; `pixels`: packed; `parts`: how many IDAT they are cut into. */
export async function png(
  looks: Looks = {},
  {
    head = [],
    tail = [],
    pixels,
    parts = 1,
  }: { head?: Bytes[]; tail?: Bytes[]; pixels?: Bytes; parts?: number } = {},
): Promise<Bytes> {
  const packed = pixels ?? (await deflated(rowsOf(looks)))
  const size = Math.ceil(packed.length / parts)
  const idats = Array.from({ length: parts }, (_, at) =>
    chunk('IDAT', packed.subarray(at * size, (at + 1) * size)),
  )
  const before = looks.colour === 3 && !head.some(one => type(one) === 'PLTE') ? [palette(1), ...head] : head
  return bytes(SIGNATURE, ihdr(looks), ...before, ...idats, ...tail, iend)
}

const type = (one: Bytes) => String.fromCharCode(...one.subarray(4, 8))
