// WebP: what is kept and what is dropped, chunk by chunk; and what is refused because it is not as the specification says.
import { describe, expect, test } from 'vitest'
import { type Bytes, bytes, le32, withBytes } from '../../support/pictures/bytes.ts'
import { exifIn, tiff } from '../../support/pictures/exif.ts'
import { outcome, pictureIn } from '../../support/pictures/kinds.ts'
import { alph, chunk, flags, riff, vp8, vp8l, vp8x } from '../../support/pictures/webp.ts'

const read = (file: Bytes) => outcome('image/webp', file)
const kept = async (file: Bytes) => (await pictureIn('image/webp', file)).bytes

const one = { width: 1, height: 1 }
const exif = chunk('EXIF', tiff(1))

describe('what is kept', () => {
  test('is the picture, its transparency and its header, without the flags of what was dropped', async () => {
    const all = flags.icc | flags.exif | flags.xmp | flags.alpha | 0xc1
    const file = riff(
      vp8x(one, all),
      chunk('ICCP', 'SECRET'),
      alph(),
      chunk('odd!', 'x'),
      vp8(),
      exif,
      chunk('XMP ', 'S'),
    )
    expect(await kept(file)).toEqual(riff(vp8x(one, flags.alpha), alph(), vp8()))
    expect(await kept(riff(vp8x({}, all), vp8l(), exif))).toEqual(riff(vp8x({}, flags.alpha), vp8l()))
    expect(await kept(riff(vp8l(), exif))).toEqual(riff(vp8l()))
  })

  test('has its reserved bytes and the byte that fills it up set to 0', async () => {
    const reserved = withBytes(vp8x(), 9, 1, 2, 3)
    expect(await kept(riff(reserved, vp8l()))).toEqual(riff(vp8x(), vp8l()))
    const odd = chunk('VP8L', vp8l().subarray(8), [0])
    expect(odd.length % 2).toBe(0)
    expect(await kept(withBytes(riff(odd), -1, 7))).toEqual(riff(odd))
  })
})

describe('animation', () => {
  test('is refused, by its flag or by its chunks', async () => {
    const frame = chunk('ANMF', new Uint8Array(16), vp8l())
    for (const file of [
      riff(vp8x({}, flags.animation), chunk('ANIM', new Uint8Array(6)), frame),
      riff(vp8x({}, flags.animation), vp8l()),
      riff(vp8x(), vp8l(), frame),
      riff(vp8l(), chunk('ANIM', new Uint8Array(6))),
    ])
      expect(await read(file)).toBe('logo_animated')
  })
})

describe('chunks that are not those of one picture', () => {
  const wrong: [string, Bytes[]][] = [
    ['none', []],
    ['a header alone', [vp8x()]],
    ['two pictures', [vp8l(), vp8l()]],
    ['two kinds of pictures', [vp8x(one), vp8(), vp8l(one)]],
    ['two headers', [vp8x(), vp8x(), vp8l()]],
    ['a header behind its picture', [vp8l(), vp8x()]],
    ['something before it', [exif, vp8l()]],
    ['something before its header', [exif, vp8x(), vp8l()]],
    ['transparency behind its picture', [vp8x(one, flags.alpha), vp8(), alph()]],
    ['transparency twice', [vp8x(one, flags.alpha), alph(), alph(), vp8()]],
    ['transparency beside a lossless picture', [vp8x(one, flags.alpha), alph(), vp8l(one)]],
    ['transparency without a header', [alph(), vp8()]],
    ['a canvas that is wider', [vp8x({ width: 4, height: 2 }), vp8l()]],
    ['a canvas that is lower', [vp8x({ width: 3, height: 1 }), vp8l()]],
    ['a canvas in 9 bytes', [chunk('VP8X', vp8x().subarray(8, 17)), vp8l()]],
    ['a canvas in 11 bytes', [chunk('VP8X', vp8x().subarray(8), [0]), vp8l()]],
    ['transparency of too few pixels', [vp8x(one, flags.alpha), chunk('ALPH', [0]), vp8()]],
    ['transparency of too many pixels', [vp8x(one, flags.alpha), alph({ width: 2 }), vp8()]],
    ['transparency in a way that there is not', [vp8x(one, flags.alpha), chunk('ALPH', [2, 0]), vp8()]],
    ['transparency of nothing', [vp8x(one, flags.alpha), chunk('ALPH'), vp8()]],
  ]

  test.each(wrong)('%s: refused', async (_, chunks) => {
    expect(await read(riff(...chunks))).toBe('logo_unreadable')
  })

  test('transparency that is packed is taken as it is', async () => {
    const packed = riff(vp8x(one, flags.alpha), chunk('ALPH', [1, 9, 9]), vp8())
    expect(await kept(packed)).toEqual(packed)
  })
})

describe('a bitstream that is none', () => {
  const lossy = (at: number, ...others: number[]) => riff(withBytes(vp8(), 8 + at, ...others))
  const lossless = (at: number, ...others: number[]) => riff(withBytes(vp8l(), 8 + at, ...others))
  const wrong: [string, Bytes][] = [
    ['no key frame', lossy(0, 0x31)],
    ['a frame that is not shown', lossy(0, 0x20)],
    ['a version that there is not', lossy(0, 0x38)],
    ['another start code', lossy(3, 0x9e)],
    ['a first partition that is longer than the chunk', lossy(0, 0xb0, 0x01)],
    ['a frame of 9 bytes', riff(chunk('VP8 ', vp8().subarray(8, 17)))],
    ['another signature', lossless(0, 0x2e)],
    ['a version of lossless that there is not', lossless(4, 0x30)],
    ['a lossless picture of 4 bytes', riff(chunk('VP8L', vp8l().subarray(8, 12)))],
  ]

  test.each(wrong)('%s: refused', async (_, file) => {
    expect(await read(file)).toBe('logo_unreadable')
  })

  test('the bits that would scale a picture are no part of its size', async () => {
    expect(await read(lossy(7, 0x40, 1, 0xc0))).toBe('1 × 1')
  })
})

describe('sizes that lie', () => {
  const whole = riff(vp8l())

  test('of the file: larger than it is refused, smaller cuts off what is needed, odd is refused', async () => {
    const said = (size: number) => read(withBytes(whole, 4, ...le32(size)))
    const size = whole.length - 8
    expect(await said(size)).toBe('3 × 2')
    for (const lie of [size + 1, size + 2, size - 1, size - 2, 0, 1, 4, 0x7fffffff, 0xffffffff])
      expect(await said(lie), `${lie}`).toBe('logo_unreadable')
  })

  test('of a chunk: refused', async () => {
    const size = whole.length - 20
    for (const lie of [size + 2, 0x7fffffff, 0xffffffff, 0])
      expect(await read(withBytes(whole, 16, ...le32(lie))), `${lie}`).toBe('logo_unreadable')
  })

  test('what lies behind the file’s own end is dropped, another file too', async () => {
    expect(await kept(bytes(whole, whole))).toEqual(whole)
  })
})

test('EXIF that turns it is refused, with and without the six bytes that JPEG has before it', async () => {
  for (const data of [exifIn(6), tiff(6), tiff(3, 'II')])
    expect(await read(riff(vp8x({}, flags.exif), vp8l(), chunk('EXIF', data)))).toBe('logo_turned')
})
