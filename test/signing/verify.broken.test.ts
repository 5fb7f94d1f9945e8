// Files that are broken, doubled, wrapped or endless: none of them is valid, and none of them throws.
import { beforeEach, expect, test } from 'vitest'
import { canonical } from '../../src/core/canonical.ts'
import { aGenuine, encoded, findsOut } from './support/forging.ts'

let genuine: Awaited<ReturnType<typeof aGenuine>>
beforeEach(async () => {
  genuine = await aGenuine()
})

test('other serializations, parts too many or too few, and texts around it are found', async () => {
  const { text, file, segments } = genuine
  const [head, payload, signature] = segments
  const flattened = { protected: head, payload, signature }
  const general = {
    payload,
    signatures: [
      { protected: head, signature },
      { protected: head, signature },
    ],
  }
  const jwss: [string, unknown][] = [
    ...[flattened, general, [file.jws], [file.jws, file.jws], null, 1, '', '.', '..', '...', {}].map(
      (jws): [string, unknown] => [JSON.stringify(jws).slice(0, 40), jws],
    ),
    ['two signatures', `${file.jws}.${signature}`],
    ['two of them', `${file.jws}${file.jws}`],
    ['detached', `${head}..${signature}`],
    ['unsigned', `${head}.${payload}.`],
    ['padded', `${file.jws}==`],
    ['with a line’s end', `${file.jws}\n`],
    ['in standard base64', file.jws.replaceAll('-', '+').replaceAll('_', '/').concat('+')],
    ['the flattened one as text', JSON.stringify(flattened)],
    ['a signature of 65 bytes', `${head}.${payload}.${encoded(new Uint8Array(65))}`],
    ['parts in another order', `${payload}.${head}.${signature}`],
  ]
  for (const [what, jws] of jwss) await findsOut(what, JSON.stringify({ ...file, jws }))
  const around = ['\ufeff', ' ', '\n', '\0', '//x\n', '[', '{}', text]
  for (const piece of around) for (const given of [piece + text, text + piece]) await findsOut(piece, given)
})

test('members twice, of the prototype, or more than there should be, are found', async () => {
  const { text, file } = genuine
  const { jws, record } = file
  const [good, bad] = [JSON.stringify(jws), JSON.stringify(jws.replace(/.$/, 'A'))]
  const copy = canonical(record)
  const files = [
    `{"format":"${file.format}","jws":${bad},"jws":${good},"record":${copy}}`,
    `{"format":"${file.format}","jws":${good},"jws":${bad},"record":${copy}}`,
    `{"format":"${file.format}","jws":${good},"record":{},"record":${copy}}`,
    `{"__proto__":{"format":"${file.format}","jws":${good},"record":${copy}}}`,
    `{"__proto__":{"x":1},${text.slice(1)}`,
    `${text.slice(0, -1)},"__proto__":{"valid":true}}`,
    `${text.slice(0, -1)},"toJSON":{}}`,
    text.replace('"record":{', '"record":{"__proto__":{"valid":true},'),
    text.replace('"record":{', '"record":{"toJSON":null,'),
    text.replace('"record":{', '"record":{"constructor":{"prototype":{"x":1}},'),
    text.replace(/"record":.*$/s, `"record":${JSON.stringify(copy)}}`),
    text.replace('Dana Whitfield', 'Dana\\u0020Whitfield'),
    text.replace('Dana Whitfield', 'Dana\ud83dWhitfield'),
    text.replace('Dana Whitfield', 'Dana\\ud83dWhitfield'),
  ]
  for (const given of files) await findsOut(given.slice(0, 60), given)
  expect(({} as { valid?: boolean }).valid).toBeUndefined()
})

test('what is no file at all, deep, long or broken, is refused in a moment', async () => {
  const { text } = genuine
  const deep = 100_000
  const shell = (inner: string) => text.replace(/"record":.*$/s, `"record":${inner}}`)
  const given = [
    ...[
      '',
      ' ',
      'null',
      'true',
      '0',
      '"x"',
      '[]',
      '{}',
      '[null]',
      'undefined',
      'NaN',
      '\ufeff',
      '\0',
      '\ud800',
    ],
    ...['{"format":null}', '{"format":"semaquote/evidence@1"}', '{"format":["semaquote/evidence@1"]}'],
    '['.repeat(deep) + ']'.repeat(deep),
    `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`,
    '['.repeat(2 * 1024 * 1024),
    // Two million empty parts, each of which would be decoded.
    `{"format":"semaquote/evidence@1","jws":"${'.'.repeat(2_000_000)}"}`,
    '{"a":'.repeat(400_000),
    '"'.repeat(2 * 1024 * 1024),
    '1'.repeat(2 * 1024 * 1024),
    shell('['.repeat(deep) + ']'.repeat(deep)),
    shell(`${'{"document":'.repeat(deep)}1${'}'.repeat(deep)}`),
    shell(`[${'0,'.repeat(500_000)}0]`),
    shell(`{${Array.from({ length: 50_000 }, (_, index) => `"k${index}":1`).join()}}`),
    shell('1e400'),
    text.replace(/"jws":"[^"]*"/, `"jws":"${'a.'.repeat(500_000)}"`),
    text.replace(
      /"jws":"[^"]*"/,
      `"jws":"${'A'.repeat(1_000_000)}.${'A'.repeat(500_000)}.${'A'.repeat(86)}"`,
    ),
  ]
  const began = performance.now()
  for (const one of given) await findsOut(one.slice(0, 40), one)
  expect(performance.now() - began).toBeLessThan(10_000)
})
