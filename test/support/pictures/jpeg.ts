// JPEG files, built segment by segment, that decoders read: every block is of one value, which two bits say.
import { type Bytes, be16, bytes } from './bytes.ts'
import { exifIn } from './exif.ts'

export const SOI = bytes([0xff, 0xd8])
export const EOI = bytes([0xff, 0xd9])

export const segment = (marker: number, ...data: (ArrayLike<number> | string)[]): Bytes => {
  const own = bytes(...data)
  return bytes([0xff, marker], be16(own.length + 2), own)
}

export const dqt = segment(0xdb, [0], new Uint8Array(64).fill(1))

/** One code of one bit, for nothing: no difference, or the end of a block. */
const table = (kind: number) => [kind, 1, ...new Uint8Array(15), 0]

export const dht = segment(0xc4, table(0x00), table(0x10))
export const jfif = segment(0xe0, 'JFIF\0', [1, 1, 1, 0, 72, 0, 72, 0, 0])
export const adobe = (transform: number): Bytes => segment(0xee, 'Adobe', [0, 100, 0, 0, 0, 0, transform])

export type Looks = { width?: number; height?: number; components?: number; frame?: number }

const ids = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

export const sof = ({ width = 8, height = 8, components = 1, frame = 0xc0 }: Looks = {}): Bytes =>
  segment(
    frame,
    [8],
    be16(height),
    be16(width),
    [components],
    ids(components).flatMap(id => [id, 0x11, 0]),
  )

/** `from`, `to`: the coefficients of the scan. */
export const sos = (components: number[], from = 0, to = 63): Bytes =>
  segment(
    0xda,
    [components.length],
    components.flatMap(id => [id, 0]),
    [from, to, 0],
  )

/** So many bits 0, filled up with 1. */
function bitsOf(count: number): Bytes {
  const whole = new Uint8Array(count >> 3)
  return bytes(whole, count & 7 ? [255 >> (count & 7)] : [])
}

/** The scans of a picture: one, or for a progressive one a first for all components and one more for each. */
function scansOf({ width = 8, height = 8, components = 1, frame = 0xc0 }: Looks): Bytes {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8)
  const all = ids(components)
  if (frame !== 0xc2) return bytes(sos(all), bitsOf(blocks * components * 2))
  const rest = all.map(id => bytes(sos([id], 1, 63), bitsOf(blocks)))
  return bytes(sos(all, 0, 0), bitsOf(blocks * components), ...rest)
}

/** `head`: behind SOI; `tail`: behind EOI. */
export function jpeg(
  looks: Looks = {},
  { head = [jfif], tail = [] }: { head?: Bytes[]; tail?: Bytes[] } = {},
): Bytes {
  return bytes(SOI, ...head, dqt, sof(looks), dht, scansOf(looks), EOI, ...tail)
}

/** Everything that a file may hold beside its picture. */
export const baggage = [
  segment(0xe0, 'JFIF\0', [1, 2, 1, 0, 72, 0, 72, 1, 1], 'RGB'),
  segment(0xe0, 'JFXX\0', [0x13], 'SECRET thumbnail'),
  segment(0xe1, exifIn(1)),
  segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', '<x:xmpmeta>SECRET</x:xmpmeta>'),
  segment(0xe2, 'ICC_PROFILE\0', [1, 1], 'SECRET profile'),
  segment(0xed, 'Photoshop 3.0\0', 'SECRET'),
  segment(0xee, 'Adobe', [0, 100, 0, 0, 0, 0, 1], 'SECRET'),
  segment(0xfe, 'SECRET comment'),
]
