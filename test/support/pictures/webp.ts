// WebP files, built chunk by chunk: lossless ones bit by bit, lossy ones from the one frame that is short enough to stand here.
import { type Bytes, bytes, le16, le24, le32 } from './bytes.ts'

export const chunk = (type: string, ...data: (ArrayLike<number> | string)[]): Bytes => {
  const own = bytes(...data)
  return bytes(type, le32(own.length), own, own.length & 1 ? [0] : [])
}

export const riff = (...chunks: Bytes[]): Bytes => {
  const body = bytes('WEBP', ...chunks)
  return bytes('RIFF', le32(body.length), body)
}

type Sides = { width?: number; height?: number }

/** A key frame of one black pixel; of other sizes it says that it is, and decodes to no picture. */
export const vp8 = ({ width = 1, height = 1 }: Sides = {}): Bytes =>
  chunk('VP8 ', [0x30, 0x01, 0x00, 0x9d, 0x01, 0x2a], le16(width), le16(height), [
    ...[0x0e, 0xc0, 0xfe, 0x25, 0xa4, 0x00, 0x03, 0x70, 0x00, 0x00, 0x00, 0x00],
  ])

/** A picture of one colour: each of its five codes has one symbol, so that pixels take no bits (RFC 9649, §3.7.2.1.1). */
export function vp8l(
  { width = 3, height = 2 }: Sides = {},
  [green, red, blue, alpha] = [9, 99, 0, 255],
): Bytes {
  const bits: number[] = []
  const write = (value: number, count: number) => {
    for (let bit = 0; bit < count; bit++) bits.push((value >> bit) & 1)
  }
  for (const [value, count] of [
    [width - 1, 14],
    [height - 1, 14],
    [1, 1],
    [0, 3],
    [0, 1],
    [0, 1],
    [0, 1],
  ] as const)
    write(value, count)
  for (const symbol of [green, red, blue, alpha, 0]) {
    write(0b101, 3)
    write(symbol ?? 0, 8)
  }
  const packed = Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((byte, bit, place) => byte | (bit << place), 0),
  )
  return chunk('VP8L', [0x2f], packed)
}

export const flags = { icc: 0x20, alpha: 0x10, exif: 0x08, xmp: 0x04, animation: 0x02 }

export const vp8x = ({ width = 3, height = 2 }: Sides = {}, flagged = 0): Bytes =>
  chunk('VP8X', [flagged, 0, 0, 0], le24(width - 1), le24(height - 1))

/** Transparency, a byte for each pixel. */
export const alph = ({ width = 1, height = 1 }: Sides = {}): Bytes =>
  chunk('ALPH', [0], new Uint8Array(width * height).fill(128))
