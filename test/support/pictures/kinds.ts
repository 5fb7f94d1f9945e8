// A file of every kind that is taken, with and without what is dropped; and what became of a file.
import { type Picture, readPicture } from '../../../src/businesses/logo/picture.ts'
import type { MediaType } from '../../../src/businesses/tables.ts'
import { Problem } from '../../../src/core/problem.ts'
import { type Bytes, bytes } from './bytes.ts'
import { exifIn, tiff } from './exif.ts'
import { adobe, baggage, jpeg } from './jpeg.ts'
import { png, chunk as pngChunk } from './png.ts'
import { alph, chunk, flags, riff, vp8, vp8l, vp8x } from './webp.ts'

export type Kind = { type: MediaType; sides: string; file: () => Promise<Bytes> | Bytes; tail?: number }

/** Behind the end of a file: a page, and what looks like another file. */
export const trailing = bytes('<script>alert("SECRET")</script>PK\x03\x04')

const pngText = [
  pngChunk('tEXt', 'Comment\0SECRET'),
  pngChunk('iCCP', 'SECRET\0\0profile'),
  pngChunk('eXIf', tiff(1)),
  pngChunk('tIME', [7, 234, 1, 31, 9, 0, 0]),
]

const gamma = pngChunk('gAMA', [0, 0, 0xb1, 0x8f])
const sizes = { width: 5, height: 4 }

/** By what is special about them. */
export const kinds: Record<string, Kind> = {
  'PNG, RGBA': { type: 'image/png', sides: '3 × 2', file: () => png() },
  'PNG, a palette of one, interlaced': {
    ...{ type: 'image/png', sides: '5 × 4' },
    file: () => png({ ...sizes, colour: 3, depth: 1, interlace: 1 }, { parts: 3 }),
  },
  'PNG with baggage': {
    ...{ type: 'image/png', sides: '3 × 2', tail: trailing.length },
    file: async () => bytes(await png({}, { head: [...pngText, gamma], tail: pngText }), trailing),
  },
  'JPEG, grey': { type: 'image/jpeg', sides: '8 × 8', file: () => jpeg() },
  'JPEG, progressive': {
    ...{ type: 'image/jpeg', sides: '20 × 9' },
    file: () => jpeg({ width: 20, height: 9, components: 3, frame: 0xc2 }),
  },
  'JPEG, four colours': {
    ...{ type: 'image/jpeg', sides: '8 × 8' },
    file: () => jpeg({ components: 4, frame: 0xc1 }, { head: [adobe(2)] }),
  },
  'JPEG with baggage': {
    ...{ type: 'image/jpeg', sides: '8 × 8', tail: trailing.length },
    file: () => jpeg({ components: 3 }, { head: baggage, tail: [trailing] }),
  },
  'WebP, lossy': { type: 'image/webp', sides: '1 × 1', file: () => riff(vp8()) },
  'WebP, lossless': { type: 'image/webp', sides: '3 × 2', file: () => riff(vp8l()) },
  'WebP, extended and transparent': {
    ...{ type: 'image/webp', sides: '1 × 1' },
    file: () => riff(vp8x({ width: 1, height: 1 }, flags.alpha), alph(), vp8()),
  },
  'WebP with baggage': {
    ...{ type: 'image/webp', sides: '3 × 2', tail: trailing.length },
    file: () =>
      bytes(
        riff(
          vp8x({}, flags.icc | flags.exif | flags.xmp | flags.alpha),
          ...[chunk('ICCP', 'SECRET'), vp8l(), chunk('EXIF', exifIn(1)), chunk('XMP ', 'SECRET!')],
          chunk('what', 'SECRET'),
        ),
        trailing,
      ),
  },
}

export const mediaTypes: MediaType[] = ['image/png', 'image/jpeg', 'image/webp']

/** Reads a file. Throws what is no refusal. */
export async function readAs(type: MediaType, file: Bytes): Promise<Picture | Problem> {
  try {
    return await readPicture(file, type)
  } catch (error) {
    if (error instanceof Problem && error.code.startsWith('logo_')) return error
    throw error
  }
}

/** What became of a file: the code of its refusal, or its size as `3 × 2`. */
export async function outcome(type: MediaType, file: Bytes | Promise<Bytes>): Promise<string> {
  const read = await readAs(type, await file)
  return read instanceof Problem ? read.code : sidesOf(read)
}

export const sidesOf = ({ width, height }: Picture): string => `${width} × ${height}`

/** The picture in a file that is taken. */
export async function pictureIn(type: MediaType, file: Bytes | Promise<Bytes>): Promise<Picture> {
  const read = await readAs(type, await file)
  if (read instanceof Problem) throw new Error(`${read.code}: ${read.detail}`)
  return read
}
