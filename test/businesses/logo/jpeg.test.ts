// JPEG: what is kept and what is dropped, segment by segment; and what is refused because it is not as the specification says.
import { describe, expect, test } from 'vitest'
import { type Bytes, be16, bytes, holds } from '../../support/pictures/bytes.ts'
import { exifIn } from '../../support/pictures/exif.ts'
import {
  adobe,
  baggage,
  dht,
  dqt,
  EOI,
  jfif,
  jpeg,
  type Looks,
  SOI,
  segment,
  sof,
  sos,
} from '../../support/pictures/jpeg.ts'
import { outcome, pictureIn } from '../../support/pictures/kinds.ts'

const read = (file: Bytes) => outcome('image/jpeg', file)
const kept = async (file: Bytes) => (await pictureIn('image/jpeg', file)).bytes

/** The bits of one block, or of three. */
const block = bytes([0x3f])
const made = (...parts: Bytes[]) => read(bytes(SOI, ...parts, EOI))

/** JFIF as it is written: 1.02, square pixels, no thumbnail. */
const plainJfif = segment(0xe0, 'JFIF\0', [1, 2, 0, 0, 1, 0, 1, 0, 0])

describe('kinds', () => {
  test.each([0xc0, 0xc1, 0xc2])('frame %i with 1, 3 and 4 components is taken', async frame => {
    for (const components of [1, 3, 4])
      for (const [width, height] of [
        [1, 1],
        [8, 8],
        [9, 17],
      ] as const)
        expect(await read(jpeg({ width, height, components, frame }))).toBe(`${width} × ${height}`)
  })

  test.each([0xc3, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf, 0xde, 0xdf, 0xf7])(
    'frame %i is refused: lossless, hierarchical, arithmetic or none',
    async frame => expect(await read(jpeg({ frame }))).toBe('logo_unreadable'),
  )

  test('2 components are refused, and 5, and 12 bits a sample', async () => {
    for (const components of [0, 2, 5, 255]) expect(await read(jpeg({ components }))).toBe('logo_unreadable')
    const twelve = segment(0xc1, [12], be16(8), be16(8), [1, 1, 0x11, 0])
    expect(await made(dqt, twelve, dht, sos([1]), block)).toBe('logo_unreadable')
  })
})

describe('beside the picture', () => {
  test('of all that a file may hold, its being JFIF and Adobe’s transform are left', async () => {
    const file = await kept(jpeg({ components: 3 }, { head: baggage }))
    expect(file).toEqual(await kept(jpeg({ components: 3 }, { head: [plainJfif, adobe(1)] })))
    expect(file.subarray(2, 36)).toEqual(bytes(plainJfif, adobe(1)))
  })

  test('who has neither JFIF nor Adobe gets none: colours are guessed by it', async () => {
    const looks = { components: 3 }
    expect(await kept(jpeg(looks, { head: [] }))).toEqual(jpeg(looks, { head: [] }))
    expect(await kept(jpeg(looks, { head: [adobe(0)] }))).toEqual(jpeg(looks, { head: [adobe(0)] }))
  })

  test('JFIF that is too short to be any is none: what is written is never longer than what was sent', async () => {
    const short = jpeg({}, { head: [segment(0xe0, 'JFIF\0', new Uint8Array(8))] })
    expect(await kept(short)).toEqual(jpeg({}, { head: [] }))
  })

  test('the last of Adobe’s before the first scan counts, and one that is too short is none', async () => {
    const head = [adobe(0), adobe(1), segment(0xee, 'Adobe', [0, 100])]
    expect(await kept(jpeg({ components: 3 }, { head }))).toEqual(
      jpeg({ components: 3 }, { head: [adobe(1)] }),
    )
    const late = bytes(SOI, dqt, sof(), dht, sos([1]), block, jfif, adobe(1), EOI)
    expect(await kept(late)).toEqual(bytes(SOI, dqt, sof(), dht, sos([1]), block, EOI))
  })

  test('comments between scans are dropped, too; tables between scans are kept', async () => {
    const scans = (...between: Bytes[]) =>
      bytes(
        SOI,
        dqt,
        sof({ components: 3 }),
        dht,
        sos([1]),
        block,
        ...between,
        sos([2]),
        block,
        sos([3]),
        block,
        EOI,
      )
    expect(await kept(scans(segment(0xfe, 'SECRET'), dht, segment(0xe1, 'SECRET')))).toEqual(scans(dht))
  })

  test('bytes that only fill up before a marker are dropped', async () => {
    const fill = bytes([0xff, 0xff, 0xff])
    const file = bytes(SOI, fill, jfif, fill, dqt, sof(), dht, sos([1]), block, fill, EOI)
    expect(await kept(file)).toEqual(bytes(SOI, plainJfif, dqt, sof(), dht, sos([1]), block, EOI))
  })

  test('a second picture behind the first is dropped', async () => {
    expect(await kept(bytes(jpeg(), jpeg({ width: 1025 })))).toEqual(await kept(jpeg()))
  })
})

describe('what is no picture', () => {
  const scan = bytes(sos([1]), block)
  const wrong: [string, Bytes[]][] = [
    ['nothing', []],
    ['no frame', [dqt, dht, scan]],
    ['no scan', [dqt, sof(), dht]],
    ['a scan before the frame', [dqt, dht, scan, sof()]],
    ['two frames', [dqt, sof(), sof(), dht, scan]],
    ['a scan of a component that there is not', [dqt, sof(), dht, sos([2]), block]],
    ['a scan of no component', [dqt, sof(), dht, sos([]), block]],
    ['a scan of five', [dqt, sof(), dht, sos([1, 1, 1, 1, 1]), block]],
    ['coefficients that end before they begin', [dqt, sof(), dht, sos([1], 5, 4), block]],
    ['a 65th coefficient', [dqt, sof(), dht, sos([1], 0, 64), block]],
    ['a scan header that is too long', [dqt, sof(), dht, segment(0xda, [1, 1, 0, 0, 63, 0, 0]), block]],
    [
      'components of one id',
      [dqt, segment(0xc0, [8, 0, 8, 0, 8, 3], [1, 0x11, 0, 1, 0x11, 0, 1, 0x11, 0]), dht, scan],
    ],
    ['a sampling factor 0', [dqt, segment(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x01, 0]), dht, scan]],
    ['a sampling factor 5', [dqt, segment(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x15, 0]), dht, scan]],
    ['a fifth table', [dqt, segment(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x11, 4]), dht, scan]],
    ['a frame that is too short', [dqt, segment(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x11]), dht, scan]],
    ['a quantization table that is too short', [segment(0xdb, [0], new Uint8Array(63)), sof(), dht, scan]],
    ['one that is too long', [segment(0xdb, [0], new Uint8Array(65)), sof(), dht, scan]],
    ['one of 24 bits', [segment(0xdb, [0x20], new Uint8Array(192)), sof(), dht, scan]],
    ['codes without their values', [dqt, sof(), segment(0xc4, [0, 2], new Uint8Array(15), [0]), scan]],
    [
      'more codes than bytes',
      [dqt, sof(), segment(0xc4, [0], new Uint8Array(16).fill(17), new Uint8Array(272)), scan],
    ],
    ['a restart interval of 3 bytes', [dqt, segment(0xdd, [0, 1, 0]), sof(), dht, scan]],
    ['arithmetic conditioning', [dqt, segment(0xcc, [0, 0]), sof(), dht, scan]],
    ['a number of lines that comes later', [dqt, sof(), dht, scan, segment(0xdc, be16(8))]],
    ['a restart outside of a scan', [bytes([0xff, 0xd0]), dqt, sof(), dht, scan]],
    ['a marker that is none', [bytes([0xff, 0x00]), dqt, sof(), dht, scan]],
    ['a segment of no length', [bytes([0xff, 0xfe, 0, 0]), dqt, sof(), dht, scan]],
    ['a segment of length 1', [bytes([0xff, 0xfe, 0, 1]), dqt, sof(), dht, scan]],
    ['something between segments', [dqt, bytes('SECRET'), sof(), dht, scan]],
  ]

  test.each(wrong)('%s: refused', async (_, parts) => {
    expect(await made(...parts)).toBe('logo_unreadable')
  })

  test('with all that belongs to it, it is one', async () => {
    expect(await made(dqt, sof(), dht, scan)).toBe('8 × 8')
    const wide = segment(0xdb, [0x13], new Uint8Array(128), [0], new Uint8Array(64))
    const restart = bytes(sos([1]), block, [0xff, 0xd0], block, [0xff, 0xd7, 0xff, 0x00])
    expect(await made(segment(0xdd, [0, 1]), wide, sof(), dht, restart)).toBe('8 × 8')
  })
})

describe('EXIF', () => {
  const turned = (orientation: number, order?: 'II' | 'MM') =>
    jpeg({}, { head: [jfif, segment(0xe1, exifIn(orientation, order))] })

  test.each(['II', 'MM'] as const)(
    'in %s order: what turns or mirrors the picture is refused, the rest dropped',
    async order => {
      for (const orientation of [2, 3, 4, 5, 6, 7, 8])
        expect(await read(turned(orientation, order)), `${orientation}`).toBe('logo_turned')
      // Those are none: viewers pass over them.
      for (const orientation of [0, 1, 9, 256, 65_535]) {
        expect(await read(turned(orientation, order)), `${orientation}`).toBe('8 × 8')
        expect(holds(await kept(turned(orientation, order)), 'SECRET')).toBe(false)
      }
    },
  )

  test('wherever it stands, also twice', async () => {
    const exif = segment(0xe1, exifIn(6))
    expect(await read(bytes(jpeg().slice(0, -2), exif, EOI))).toBe('logo_turned')
    expect(await read(jpeg({}, { head: [segment(0xe1, exifIn(1)), exif] }))).toBe('logo_turned')
  })

  test('that is broken turns nothing, wherever it breaks', async () => {
    const whole = exifIn(6)
    const outcomes = new Set<string>()
    for (let length = 0; length <= whole.length; length++)
      outcomes.add(await read(jpeg({}, { head: [segment(0xe1, whole.slice(0, length))] })))
    expect([...outcomes]).toEqual(['8 × 8', 'logo_turned'])
    for (let at = 0; at < whole.length; at++)
      for (const byte of [0, 255]) {
        const spoilt = whole.slice()
        spoilt[at] = byte
        expect(['8 × 8', 'logo_turned']).toContain(await read(jpeg({}, { head: [segment(0xe1, spoilt)] })))
      }
  })
})

describe('very many parts', () => {
  const scans = (count: number) =>
    made(dqt, sof(), dht, ...Array.from({ length: count }, () => bytes(sos([1]), block)))

  test('a progressive picture’s dozens of scans are taken, and the thousands that keep a phone busy are refused', async () => {
    expect(await scans(64)).toBe('8 × 8')
    expect(await scans(247)).toBe('8 × 8')
    expect(await scans(248)).toBe('logo_unreadable')
  })

  test.each([
    ['tables', dqt],
    ['restart intervals', segment(0xdd, be16(0))],
    ['comments', segment(0xfe)],
    ['application data', segment(0xe5)],
  ])('thousands of %s are refused', async (_, part) => {
    const rest = bytes(sof(), dht, sos([1]), block)
    expect(await made(dqt, ...Array.from({ length: 200 }, () => part), rest)).toBe('8 × 8')
    expect(await made(dqt, ...Array.from({ length: 250 }, () => part), rest)).toBe('logo_unreadable')
  })

  test('a segment of tables without any is refused', async () => {
    for (const marker of [0xdb, 0xc4])
      expect(await made(dqt, segment(marker), sof(), dht, sos([1]), block)).toBe('logo_unreadable')
  })
})

test('its size is that of its frame, and the picture is not cut to it', async () => {
  const looks: Looks = { width: 1024, height: 1024, components: 3 }
  const file = jpeg(looks)
  expect(await kept(file)).toHaveLength(file.length)
})
