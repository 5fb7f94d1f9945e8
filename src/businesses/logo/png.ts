/**
 * PNG (W3C, Portable Network Graphics, third edition): a signature and chunks. Those that decide how the picture looks are kept,
 * checksum and all; text, time, EXIF, colour profiles, proposed palettes and whatever follows the end are dropped.
 */
import { type Bytes, bigEndian, joined, letters, type Read, Walk } from './bytes.ts'
import { crc32 } from './crc.ts'
import { isTurned } from './exif.ts'
import { unpacksTo } from './inflate.ts'
import { animated, checkSides, invalid, turned, unreadable } from './refusals.ts'

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10]

export const isPng = (file: Bytes): boolean => SIGNATURE.every((byte, at) => file[at] === byte)

/** What is kept, in the order of §5.6: chunks of one place stand in any order, once each. */
const places: Record<string, number> = {
  IHDR: 0,
  gAMA: 1,
  cHRM: 1,
  sRGB: 1,
  PLTE: 2,
  tRNS: 3,
  IDAT: 4,
  IEND: 5,
}

/** `whole`: with length, type and checksum. */
type Chunk = { type: string; data: Bytes; whole: Bytes }

/** Reads a PNG. Throws the problem that says why it is refused. */
export async function readPng(file: Bytes): Promise<Read> {
  const chunks = keptChunks(file)
  const header = headerIn(chunks)
  checkSides(header.width, header.height)
  checkSizes(chunks, header)
  const packed = joined(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  if (!(await unpacksTo(packed, pixelBytes(header)))) throw unreadable('its pixels (IDAT) are damaged')
  // Where pixels name their colours themselves, a palette is a proposal for old screens (§11.2.2).
  const drawn = chunks.filter(({ type }) => type !== 'PLTE' || header.colour === 3)
  return { ...header, parts: [SIGNATURE, ...drawn.map(({ whole }) => whole)] }
}

function keptChunks(file: Bytes): Chunk[] {
  const walk = new Walk(file, SIGNATURE.length)
  const kept: Chunk[] = []
  for (let before = ''; before !== 'IEND'; ) {
    const { type, data, whole } = nextChunk(walk)
    if (type === 'acTL') throw animated()
    if (type === 'eXIf' && isTurned(data)) throw turned()
    if (Object.hasOwn(places, type)) {
      if (!isInPlace(type, kept, before)) throw unreadable(`its chunk ${type} stands in a wrong place`)
      if (crc32(whole.subarray(4, -4)) !== bigEndian(whole.subarray(-4)))
        throw unreadable(`the checksum of its chunk ${type} is wrong`)
      kept.push({ type, data, whole })
    } else if (kept.length === 0 || !/^[a-z][A-Za-z]{3}$/.test(type)) {
      // A chunk with a capital is critical: who doesn't know it can't draw the picture (§5.4).
      throw unreadable('it has a chunk that PNG does not know')
    }
    before = type
  }
  return kept
}

function nextChunk(walk: Walk): Chunk {
  const start = walk.at
  const length = bigEndian(walk.take(4))
  const type = letters(walk.take(4))
  const data = walk.take(length)
  walk.take(4)
  return { type, data, whole: walk.bytes.subarray(start, walk.at) }
}

/** `before`: the type of the chunk right before it, kept or not, because those of the pixels stand together. */
function isInPlace(type: string, kept: readonly Chunk[], before: string): boolean {
  const last = kept.at(-1)?.type
  if (last === undefined || type === 'IHDR') return last === undefined && type === 'IHDR'
  if (type === 'IEND') return last === 'IDAT'
  if (type === 'IDAT' && last === 'IDAT') return before === 'IDAT'
  const [place = 0, lastPlace = 0] = [places[type], places[last]]
  return place > lastPlace || (place === lastPlace && !kept.some(one => one.type === type))
}

/** `bits`: of a pixel. */
type Header = {
  width: number
  height: number
  depth: number
  colour: number
  bits: number
  interlaced: boolean
}

/** By colour type: samples of a pixel, and of how many bits each may be (§11.2.1). */
const colours: Record<number, [samples: number, depths: readonly number[]]> = {
  0: [1, [1, 2, 4, 8, 16]],
  2: [3, [8, 16]],
  3: [1, [1, 2, 4, 8]],
  4: [2, [8, 16]],
  6: [4, [8, 16]],
}

function headerIn([first]: readonly Chunk[]): Header {
  const { data } = first as Chunk
  const [depth = 0, colour = 0, compression, filter, interlace = 2] = data.subarray(8)
  const [samples, depths] = colours[colour] ?? [0, []]
  const isValid = data.length === 13 && depths.includes(depth) && compression === 0 && filter === 0
  if (!isValid || interlace > 1) throw invalid('header (IHDR)')
  const [width, height] = [bigEndian(data.subarray(0, 4)), bigEndian(data.subarray(4, 8))]
  return { width, height, depth, colour, bits: samples * depth, interlaced: interlace === 1 }
}

/** Of those that have one size. */
const sizes: Record<string, number> = { IHDR: 13, gAMA: 4, cHRM: 32, sRGB: 1, IEND: 0 }

function checkSizes(chunks: readonly Chunk[], { colour, depth }: Header): void {
  const entries = (chunks.find(({ type }) => type === 'PLTE')?.data.length ?? 0) / 3
  const mostEntries = colour === 0 || colour === 4 ? 0 : colour === 3 ? 2 ** depth : 256
  const isSized = ({ type, data: { length } }: Chunk): boolean => {
    if (type === 'IDAT') return true
    if (type === 'PLTE') return length > 0 && length % 3 === 0 && entries <= mostEntries
    if (type !== 'tRNS') return length === sizes[type]
    return colour === 3 ? length > 0 && length <= entries : length === { 0: 2, 2: 6 }[colour]
  }
  for (const chunk of chunks) if (!isSized(chunk)) throw invalid(`chunk ${chunk.type}`)
  if (colour === 3 && entries === 0) throw invalid('palette (PLTE)')
}

type Pass = readonly [x: number, y: number, across: number, down: number]

/** The passes of an interlaced picture (Adam7, §8.1): where each begins, and how far apart its pixels lie; across, down. */
const adam7: readonly Pass[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
]

/** How many bytes the pixels are, unpacked: rows of whole bytes, each behind the byte that names its filter (§7.2, §9). */
function pixelBytes({ width, height, bits, interlaced }: Header): number {
  const passes: readonly Pass[] = interlaced ? adam7 : [[0, 0, 1, 1]]
  return passes.reduce((sum, [x, y, across, down]) => {
    const columns = Math.max(0, Math.ceil((width - x) / across))
    const rows = Math.max(0, Math.ceil((height - y) / down))
    return columns === 0 ? sum : sum + rows * (1 + Math.ceil((columns * bits) / 8))
  }, 0)
}
