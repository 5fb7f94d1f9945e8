// What holds of every picture, whatever its format: it is written anew as itself and holds nothing else; and whatever else a
// file holds, it is refused with a problem.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../../src/core/problem.ts'
import { type Bytes, bytes, holds, withBytes } from '../../support/pictures/bytes.ts'
import { jpeg } from '../../support/pictures/jpeg.ts'
import {
  type Kind,
  kinds,
  mediaTypes,
  outcome,
  pictureIn,
  readAs,
  sidesOf,
  trailing,
} from '../../support/pictures/kinds.ts'
import { png } from '../../support/pictures/png.ts'
import { alph, flags, riff, vp8, vp8l, vp8x } from '../../support/pictures/webp.ts'

/** What must hold of anything that is read: a refusal that says why, or a picture that is read again as itself. */
async function expectSound(type: Kind['type'], file: Bytes, what: string): Promise<void> {
  const read = await readAs(type, file)
  if (read instanceof Problem) {
    expect(read.detail, what).toMatch(/^The .+\. .+\.$/)
    return
  }
  expect(Math.max(read.width, read.height), what).toBeLessThanOrEqual(1024)
  expect(read.bytes.length, what).toBeLessThanOrEqual(file.length)
  expect(await readAs(type, read.bytes), what).toEqual(read)
}

describe.each(Object.entries(kinds))('%s', (name, { type, sides, file, tail = 0 }) => {
  test('is read, and what is written of it is read as the very same', async () => {
    const whole = await file()
    const picture = await pictureIn(type, whole)
    expect([picture.mediaType, sidesOf(picture)]).toEqual([type, sides])
    expect(picture.bytes.length).toBeLessThanOrEqual(whole.length)
    expect(await pictureIn(type, picture.bytes)).toEqual(picture)
    if (!name.includes('baggage')) expect(picture.bytes.length).toBe(whole.length)
  })

  test('holds nothing of what was dropped, nor of what follows its end', async () => {
    const picture = await pictureIn(type, bytes(await file(), trailing))
    expect(picture).toEqual(await pictureIn(type, file()))
    for (const word of [
      'SECRET',
      'script',
      'PK\x03',
      'Exif',
      'xmp',
      'ICC',
      'tEXt',
      'eXIf',
      'EXIF',
      'XMP',
      'what',
    ])
      expect(holds(picture.bytes, word), word).toBe(false)
  })

  test('cut off anywhere before its end it is refused', async () => {
    const whole = await file()
    for (let length = 0; length < whole.length - tail; length++)
      expect(await outcome(type, whole.slice(0, length)), `${length}`).toBe('logo_unreadable')
  })

  test('with any one byte changed it is refused, or a picture all the same', async () => {
    const whole = await file()
    for (let at = 0; at < whole.length; at++)
      for (const change of [0x01, 0x10, 0x80, 0xff])
        await expectSound(type, withBytes(whole, at, (whole[at] as number) ^ change), `${at} ^ ${change}`)
  })

  test('with bytes changed, moved, taken out or put in it is refused, or a picture all the same', async () => {
    const whole = await file()
    const place = fc.nat(whole.length - 1)
    const parts = fc.tuple(place, place, fc.uint8Array({ maxLength: 12 }))
    const spoilt = fc.asyncProperty(parts, async ([from, to, between]) =>
      expectSound(type, bytes(whole.slice(0, from), between, whole.slice(to)), `${from} ${between} ${to}`),
    )
    await fc.assert(spoilt, { numRuns: 100 })
  })

  test('said to be of another type it is refused, and the answer names its own', async () => {
    for (const other of mediaTypes.filter(one => one !== type)) {
      const refused = (await readAs(other, await file())) as Problem
      expect(refused.code).toBe('logo_type_differs')
      expect(refused.detail).toContain(type)
    }
  })
})

/** A picture of each format that is as wide and as high as is said. */
const ofSides: Record<string, [Kind['type'], (width: number, height: number) => Promise<Bytes> | Bytes]> = {
  PNG: ['image/png', (width, height) => png({ width, height, colour: 0, depth: 1 })],
  'interlaced PNG': [
    'image/png',
    (width, height) => png({ width, height, colour: 0, depth: 1, interlace: 1 }),
  ],
  JPEG: ['image/jpeg', (width, height) => jpeg({ width, height })],
  'lossy WebP': ['image/webp', (width, height) => riff(vp8({ width, height }))],
  'extended WebP': [
    'image/webp',
    (width, height) =>
      riff(vp8x({ width, height }, flags.alpha), alph({ width, height }), vp8({ width, height })),
  ],
  'lossless WebP': ['image/webp', (width, height) => riff(vp8l({ width, height }))],
}

describe.each(Object.entries(ofSides))('a %s', (name, [type, make]) => {
  test('may have 1 to 1024 pixels on each side', async () => {
    for (const [width, height] of [
      [1, 1],
      [1024, 1],
      [1, 1024],
      [1024, 1024],
    ] as const)
      expect(await outcome(type, make(width, height))).toBe(`${width} × ${height}`)
  })

  test('of more is refused, and the answer says how many it has', async () => {
    for (const [width, height] of [
      [1025, 1],
      [1, 1025],
      [1025, 1025],
    ] as const) {
      const refused = (await readAs(type, await make(width, height))) as Problem
      expect([refused.code, refused.detail]).toEqual([
        'logo_dimensions',
        expect.stringContaining(`${width} × ${height}`),
      ])
    }
  })

  // A lossless WebP says one less than it has.
  if (!name.includes('lossless'))
    test('of none is refused', async () => {
      for (const [width, height] of [
        [0, 1],
        [1, 0],
        [0, 0],
      ] as const)
        expect(await outcome(type, make(width, height))).toBe('logo_unreadable')
    })
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>alert(1)</script></svg>'

/** Files that are no pictures of ours. */
const others: Record<string, Bytes> = {
  nothing: bytes(),
  'a byte': bytes([0xff]),
  SVG: bytes(svg),
  'SVG with a mark of byte order': bytes([0xef, 0xbb, 0xbf], '<?xml version="1.0"?>', svg),
  HTML: bytes('<!doctype html><script>alert(1)</script>'),
  GIF: bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]),
  BMP: bytes('BM', new Uint8Array(60)),
  ICO: bytes([0, 0, 1, 0, 1, 0], new Uint8Array(60)),
  AVIF: bytes([0, 0, 0, 28], 'ftypavif', new Uint8Array(60)),
  PDF: bytes('%PDF-1.7\n', new Uint8Array(60)),
  WAVE: bytes('RIFF', [4, 0, 0, 0], 'WAVE'),
  'JPEG 2000': bytes([0, 0, 0, 12], 'jP  \r\n\x87\n'),
  JSON: bytes('{"logo": true}'),
  'a signature and nothing else': bytes('\x89PNG\r\n\x1a\n'),
  'a page that begins as a PNG': bytes('\x89PNG\r\n\x1a\n', svg),
  'a page that begins as a JPEG': bytes([0xff, 0xd8, 0xff, 0xe0], svg),
  'a page that begins as a WebP': bytes('RIFF', [255, 0, 0, 0], 'WEBP', svg),
}

test.each(Object.entries(others))('%s is no picture, whatever it is called', async (_, file) => {
  for (const type of mediaTypes) {
    const refused = (await readAs(type, file)) as Problem
    expect(['logo_unreadable', 'logo_type_differs']).toContain(refused.code)
  }
})

test('whatever follows a signature, there is a refusal or a picture', async () => {
  const begun = fc.constantFrom<[Kind['type'], Bytes]>(
    ['image/png', bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR')],
    ['image/jpeg', bytes([0xff, 0xd8, 0xff])],
    ['image/webp', bytes('RIFF', [40, 0, 0, 0], 'WEBPVP8')],
  )
  const tried = fc.asyncProperty(begun, fc.uint8Array({ maxLength: 80 }), async ([type, start], rest) =>
    expectSound(type, bytes(start, rest), `${rest}`),
  )
  await fc.assert(tried, { numRuns: 1000 })
})

test('noise of 100 KB behind each signature is refused, and soon', async () => {
  const noisy = crypto.getRandomValues(new Uint8Array(65_536))
  for (const type of mediaTypes)
    for (const start of [
      bytes('\x89PNG\r\n\x1a\n'),
      bytes([0xff, 0xd8, 0xff]),
      bytes('RIFF', [0, 144, 1, 0], 'WEBP'),
    ])
      await expectSound(type, bytes(start, noisy, noisy.slice(0, 36_000)), type)
})
