/**
 * WebP (RFC 9649): a RIFF file of chunks. Kept are the picture (VP8 or VP8L), its transparency (ALPH) and the header of an extended
 * file (VP8X); EXIF, XMP, colour profiles, unknown chunks and whatever follows the end are dropped.
 */
import { ascii, type Bytes, joined, letters, littleEndian, type Read, Walk } from './bytes.ts'
import { isTurned } from './exif.ts'
import { animated, checkSides, invalid, turned, unreadable } from './refusals.ts'

type Chunk = { type: string; data: Bytes }
type Sides = { width: number; height: number }

export const isWebp = (file: Bytes): boolean =>
  letters(file.subarray(0, 4)) === 'RIFF' && letters(file.subarray(8, 12)) === 'WEBP'

/** What may stand in a file, in this order (§2.5 to 2.7). */
const orders = ['VP8 ', 'VP8L', 'VP8XVP8 ', 'VP8XVP8L', 'VP8XALPHVP8 ']

/** Flags of VP8X (§2.7.1). */
const ANIMATION = 0x02
const ALPHA = 0x10

/** Reads a WebP. Throws the problem that says why it is refused. */
export function readWebp(file: Bytes): Read {
  const chunks = chunksIn(file)
  const [first] = chunks
  const isExtended = first?.type === 'VP8X'
  if ((isExtended && (first.data[0] ?? 0) & ANIMATION) || chunks.some(({ type }) => /^AN(IM|MF)$/.test(type)))
    throw animated()
  if (chunks.some(({ type, data }) => type === 'EXIF' && isTurned(data))) throw turned()
  const kept = chunks.filter(({ type }) => /^(VP8[ LX]|ALPH)$/.test(type))
  if (kept[0] !== first || !orders.includes(kept.map(({ type }) => type).join('')))
    throw unreadable('its chunks are not those of one picture')
  const sides = sidesOf(kept.at(-1) as Chunk)
  if (isExtended) checkCanvas(first.data, sides)
  checkAlpha(kept, sides)
  const body = joined(kept.flatMap(written))
  return { ...sides, parts: [ascii('RIFF'), uint32(body.length + 4), ascii('WEBP'), body] }
}

/** The chunks of a file (§2.3, §2.4): as many as its own size says that there are, an odd one with a byte to fill it up. */
function chunksIn(file: Bytes): Chunk[] {
  const end = 8 + littleEndian(file.subarray(4, 8))
  if (end > file.length) throw unreadable('it ends too early')
  const walk = new Walk(file.subarray(0, end), 12)
  const chunks: Chunk[] = []
  while (walk.hasMore) {
    const type = letters(walk.take(4))
    const data = walk.take(littleEndian(walk.take(4)))
    walk.take(data.length & 1)
    chunks.push({ type, data })
  }
  return chunks
}

/** A picture's size by its own bitstream. */
function sidesOf({ type, data }: Chunk): Sides {
  const sides = type === 'VP8L' ? losslessSides(data) : lossySides(data)
  if (!sides) throw invalid(`header (${type.trim()})`)
  checkSides(sides.width, sides.height)
  return sides
}

/** Of a key frame that is shown, whose first partition lies within it (RFC 6386, §9.1). */
function lossySides(data: Bytes): Sides | null {
  const tag = littleEndian(data.subarray(0, 3))
  const isKeyFrame = (tag & 1) === 0 && ((tag >> 1) & 7) <= 3 && (tag & 0x10) !== 0
  const isWhole = data.length >= 10 && tag >> 5 <= data.length - 10
  if (!isKeyFrame || !isWhole || littleEndian(data.subarray(3, 6)) !== 0x2a019d) return null
  const side = (at: number) => littleEndian(data.subarray(at, at + 2)) & 0x3fff
  return { width: side(6), height: side(8) }
}

/** §3.4 */
function losslessSides(data: Bytes): Sides | null {
  const bits = littleEndian(data.subarray(1, 5))
  if (data.length < 5 || data[0] !== 0x2f || bits >>> 29 !== 0) return null
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}

function checkCanvas(data: Bytes, { width, height }: Sides): void {
  const side = (at: number) => 1 + littleEndian(data.subarray(at, at + 3))
  if (data.length !== 10 || side(4) !== width || side(7) !== height) throw invalid('header (VP8X)')
}

/** Transparency (§2.7.1.2) is packed, or a byte for each pixel. */
function checkAlpha(kept: readonly Chunk[], { width, height }: Sides): void {
  const alpha = kept.find(({ type }) => type === 'ALPH')?.data
  if (!alpha) return
  const compression = (alpha[0] ?? 2) & 3
  if (compression > 1 || (compression === 0 && alpha.length !== 1 + width * height))
    throw invalid('transparency (ALPH)')
}

/** Of the header's flags transparency alone is left: what the others tell of was dropped. */
function written({ type, data }: Chunk): ArrayLike<number>[] {
  const own = type === 'VP8X' ? [(data[0] ?? 0) & ALPHA, 0, 0, 0, ...data.subarray(4)] : data
  return [ascii(type), uint32(own.length), own, own.length & 1 ? [0] : []]
}

const uint32 = (value: number): number[] => [0, 8, 16, 24].map(shift => (value >>> shift) & 255)
