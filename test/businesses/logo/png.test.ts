// PNG: what is kept and what is dropped, chunk by chunk; and what is refused because it is not as the specification says.
import { describe, expect, test } from 'vitest'
import { unpacksTo } from '../../../src/businesses/logo/inflate.ts'
import { type Bytes, be32, bytes, deflated, noise, withBytes } from '../../support/pictures/bytes.ts'
import { tiff } from '../../support/pictures/exif.ts'
import { outcome, pictureIn } from '../../support/pictures/kinds.ts'
import { chunk, iend, ihdr, type Looks, palette, png, rowsOf, SIGNATURE } from '../../support/pictures/png.ts'

const read = (file: Bytes | Promise<Bytes>) => outcome('image/png', file)

const gAMA = chunk('gAMA', be32(45_455))
const sRGB = chunk('sRGB', [0])
const cHRM = chunk('cHRM', new Uint8Array(32))
const text = chunk('tEXt', 'Comment\0SECRET')
const grey = { colour: 0 }
const indexed = { colour: 3, depth: 2 }

/** Of a file, the types of its chunks. */
function typesIn(file: Bytes): string[] {
  const types: string[] = []
  for (let at = 8; at < file.length; at += 12 + new DataView(file.buffer).getUint32(at))
    types.push(String.fromCharCode(...file.subarray(at + 4, at + 8)))
  return types
}

describe('every colour type with every depth that it may have, interlaced or not', () => {
  const depths: Record<number, number[]> = {
    0: [1, 2, 4, 8, 16],
    2: [8, 16],
    3: [1, 2, 4, 8],
    4: [8, 16],
    6: [8, 16],
  }
  const all = [0, 1, 2, 3, 4, 5, 6, 7].flatMap(colour =>
    [1, 2, 3, 4, 8, 16].map(depth => ({ colour, depth })),
  )

  test.each(all)('colour $colour, depth $depth', async ({ colour, depth }) => {
    const isRight = depths[colour]?.includes(depth)
    for (const interlace of [0, 1])
      for (const [width, height] of [
        [1, 1],
        [3, 5],
        [9, 2],
        [33, 17],
      ] as const)
        expect(await read(png({ width, height, colour, depth, interlace }))).toBe(
          isRight ? `${width} × ${height}` : 'logo_unreadable',
        )
  })
})

test('what decides how it looks is kept, in its order; the rest is dropped', async () => {
  const trns = chunk('tRNS', [0, 7])
  const head = [
    text,
    sRGB,
    cHRM,
    chunk('pHYs', be32(1), be32(1), [1]),
    gAMA,
    palette(4),
    trns,
    chunk('bKGD', [0]),
  ]
  const tail = [chunk('zTXt', 'SECRET\0\0'), chunk('iTXt', 'SECRET\0\0\0\0\0x')]
  const { bytes: kept } = await pictureIn('image/png', png(indexed, { head, tail, parts: 2 }))
  expect(typesIn(kept)).toEqual(['IHDR', 'sRGB', 'cHRM', 'gAMA', 'PLTE', 'tRNS', 'IDAT', 'IDAT', 'IEND'])
})

test('an animated one is refused: without its animation it would be another picture', async () => {
  const [control, frame] = [chunk('acTL', be32(2), be32(0)), chunk('fcTL', be32(0), new Uint8Array(22))]
  expect(await read(png({}, { head: [control, frame], tail: [frame, chunk('fdAT', 'x')] }))).toBe(
    'logo_animated',
  )
  expect(await read(png({}, { tail: [control] }))).toBe('logo_animated')
})

test('a palette that only proposes colours is dropped: it is not needed to draw', async () => {
  for (const colour of [2, 6]) {
    const proposed = png({ colour }, { head: [chunk('PLTE', 'SECRET')] })
    expect((await pictureIn('image/png', proposed)).bytes).toEqual(await png({ colour }))
  }
})

test('a checksum that is wrong is refused where the chunk is kept', async () => {
  const spoilt = (one: Bytes) => withBytes(one, -1, (one.at(-1) as number) ^ 1)
  expect(await read(png({}, { head: [spoilt(text)] }))).toBe('3 × 2')
  expect(await read(png({}, { head: [spoilt(gAMA)] }))).toBe('logo_unreadable')
  expect(await read(bytes((await png()).slice(0, -iend.length), spoilt(iend)))).toBe('logo_unreadable')
})

describe('chunks in a wrong place', () => {
  const made = async (looks: Looks, ...chunks: (Bytes | 'IDAT')[]) => {
    const idat = chunk('IDAT', await deflated(rowsOf(looks)))
    return bytes(SIGNATURE, ...chunks.map(one => (one === 'IDAT' ? idat : one)))
  }
  const right = [ihdr(grey), 'IDAT', iend] as const
  const wrong: [string, Looks, (Bytes | 'IDAT')[]][] = [
    ['no header', grey, ['IDAT', iend]],
    ['no pixels', grey, [ihdr(grey), iend]],
    ['a chunk before the header', grey, [text, ...right]],
    ['two headers', grey, [ihdr(grey), ...right]],
    ['a header behind the pixels', grey, [ihdr(grey), 'IDAT', ihdr(grey), iend]],
    ['gamma behind the pixels', grey, [ihdr(grey), 'IDAT', gAMA, iend]],
    ['gamma twice', grey, [ihdr(grey), gAMA, sRGB, gAMA, 'IDAT', iend]],
    ['gamma behind the palette', indexed, [ihdr(indexed), palette(1), gAMA, 'IDAT', iend]],
    ['a palette behind the pixels', indexed, [ihdr(indexed), 'IDAT', palette(1), iend]],
    ['two palettes', indexed, [ihdr(indexed), palette(1), palette(1), 'IDAT', iend]],
    [
      'transparency before its palette',
      indexed,
      [ihdr(indexed), chunk('tRNS', [0]), palette(1), 'IDAT', iend],
    ],
    ['something between the pixels', grey, [ihdr(grey), 'IDAT', text, chunk('IDAT'), iend]],
    ['a critical chunk that nobody knows', grey, [ihdr(grey), chunk('WHAT'), 'IDAT', iend]],
    ['a name that is none', grey, [ihdr(grey), chunk('a\0bc'), 'IDAT', iend]],
    ['an end that says something', grey, [ihdr(grey), 'IDAT', chunk('IEND', [0])]],
  ]

  test.each(wrong)('%s: refused', async (_, looks, chunks) => {
    expect(await read(made(looks, ...chunks))).toBe('logo_unreadable')
  })

  test('without them it is taken', async () => {
    expect(await read(made(grey, ...right))).toBe('3 × 2')
    expect(await read(made(grey, ihdr(grey), gAMA, 'IDAT', chunk('IDAT'), text, iend))).toBe('3 × 2')
  })
})

describe('lengths', () => {
  const sized: [string, Looks, Bytes[], boolean][] = [
    ['a gamma of 5 bytes', grey, [chunk('gAMA', noise(5))], false],
    ['chromaticities of 31 bytes', grey, [chunk('cHRM', noise(31))], false],
    ['an intent of 2 bytes', grey, [chunk('sRGB', [0, 0])], false],
    ['a palette of no colour', indexed, [palette(0)], false],
    ['a palette of 4 colours for 2 bits', indexed, [palette(4)], true],
    ['a palette of 5 colours for 2 bits', indexed, [palette(5)], false],
    ['a palette of colours and a byte', indexed, [chunk('PLTE', noise(4))], false],
    ['a palette of 256 colours beside true colour', { colour: 2 }, [palette(256)], true],
    ['a palette of 257 colours', { colour: 2 }, [palette(257)], false],
    ['a palette beside grey', grey, [palette(1)], false],
    ['transparency of as many as there are colours', indexed, [palette(3), chunk('tRNS', noise(3))], true],
    ['transparency of more than there are colours', indexed, [palette(3), chunk('tRNS', noise(4))], false],
    ['transparency of none', indexed, [palette(3), chunk('tRNS')], false],
    ['transparency of one grey', grey, [chunk('tRNS', [0, 1])], true],
    ['transparency of half a grey', grey, [chunk('tRNS', [0])], false],
    ['transparency of one colour', { colour: 2 }, [chunk('tRNS', noise(6))], true],
    ['transparency beside transparency', { colour: 6 }, [chunk('tRNS', noise(6))], false],
  ]

  test.each(sized)('%s', async (_, looks, head, isRight) => {
    expect(await read(png(looks, { head }))).toBe(isRight ? '3 × 2' : 'logo_unreadable')
  })

  test('a palette picture without a palette is refused', async () => {
    const pixels = chunk('IDAT', await deflated(rowsOf(indexed)))
    expect(await read(bytes(SIGNATURE, ihdr(indexed), pixels, iend))).toBe('logo_unreadable')
  })

  test('a chunk that says it is longer than the file is refused, however long', async () => {
    const whole = await png()
    for (const length of [200, 0x7fffffff, 0x80000000, 0xffffffff])
      expect(await read(withBytes(whole, 33, ...be32(length)))).toBe('logo_unreadable')
  })

  test('a header with a method that there is not is refused', async () => {
    const header = (...methods: number[]) => chunk('IHDR', be32(3), be32(2), [8, 6, ...methods])
    const pixels = chunk('IDAT', await deflated(rowsOf()))
    const outcomes = [
      [0, 0, 0],
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 2],
      [0, 0],
      [0, 0, 0, 0],
    ].map(methods => read(bytes(SIGNATURE, header(...methods), pixels, iend)))
    expect(await Promise.all(outcomes)).toEqual(['3 × 2', ...Array(5).fill('logo_unreadable')])
  })
})

describe('the pixels', () => {
  const withPixels = (pixels: Bytes) => read(png({}, { pixels }))

  test('are as many as the header says, not one byte more or less', async () => {
    const rows = rowsOf()
    expect(await withPixels(await deflated(rows))).toBe('3 × 2')
    for (const other of [rows.slice(0, -1), bytes(rows, [0]), bytes(), noise(1_000_000)])
      expect(await withPixels(await deflated(other))).toBe('logo_unreadable')
  })

  test('are one stream of zlib, whole, with its checksum and nothing behind it', async () => {
    const packed = await deflated(rowsOf())
    for (const other of [
      packed.slice(0, -1),
      packed.slice(2),
      bytes(packed, 'SECRET'),
      bytes(packed, packed),
      withBytes(packed, -1, (packed.at(-1) as number) ^ 1),
      rowsOf(),
      bytes(),
    ])
      expect(await withPixels(other)).toBe('logo_unreadable')
  })

  test('of 8 MB, the most that there may be, are read', async () => {
    const looks = { width: 1024, height: 1024, depth: 16, colour: 6 }
    const rows = await deflated(new Uint8Array(1024 * (1 + 1024 * 8)))
    expect(await read(png(looks, { pixels: rows }))).toBe('1024 × 1024')
  })

  test('that unpack to a thousand times their size are not unpacked much further than the picture needs', async () => {
    const bomb = await deflated(new Uint8Array(90_000_000))
    expect(bomb.length).toBeLessThan(100 * 1024)
    let fed = 0
    const write = WritableStreamDefaultWriter.prototype.write
    WritableStreamDefaultWriter.prototype.write = function counting(piece: Bytes) {
      fed += piece.length
      return write.call(this, piece)
    }
    try {
      expect(await withPixels(bomb)).toBe('logo_unreadable')
      expect(fed).toBeGreaterThan(0)
      expect(fed).toBe(8192)
      fed = 0
      const whole = { width: 1024, height: 1024, depth: 8, colour: 6 }
      expect(await read(png(whole, { pixels: bomb }))).toBe('logo_unreadable')
      expect(fed).toBeLessThanOrEqual(2 * 8192)
    } finally {
      WritableStreamDefaultWriter.prototype.write = write
    }
  })

  test('that come slowly are counted all the same', async () => {
    for (const length of [1, 8191, 8192, 8193, 100_000]) {
      const packed = await deflated(noise(length))
      expect(await unpacksTo(packed, length)).toBe(true)
      expect(await unpacksTo(packed, length - 1)).toBe(false)
      expect(await unpacksTo(packed, length + 1)).toBe(false)
    }
  })
})

test('EXIF that turns it is refused; EXIF that doesn’t is dropped', async () => {
  const exif = (orientation: number) => png({}, { head: [chunk('eXIf', tiff(orientation))] })
  expect(await read(exif(1))).toBe('3 × 2')
  expect(await read(exif(8))).toBe('logo_turned')
})
