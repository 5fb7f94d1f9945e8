// POST /verify looks at bytes: a changed one is found, whatever a lenient reader would make of it.
import { expect, test } from 'vitest'
import { request } from '../support/world.ts'
import { aFile, form, pasted, raw, uploaded } from './support/files.ts'

test('any changed byte is 422, says that it is not valid, and repeats nothing that the file claims', async () => {
  const { file } = await aFile()
  const bytes = new TextEncoder().encode(file)
  const cut = bytes.slice(0, -1)
  const invalid = bytes.slice()
  invalid[file.indexOf('Dana') + 1] = 0xff
  const bodies: [string, RequestInit][] = [
    ['a name', uploaded(file.replaceAll('Dana Whitfield', 'Dana Whitfiele'))],
    ['a name in a text', pasted(file.replaceAll('Dana Whitfield', 'Mallory Evil'))],
    ['the last byte gone', uploaded(cut)],
    ['a line’s end in the file', uploaded(file, '\n')],
    ['a space before', uploaded(' ', file)],
    ['a byte order mark', uploaded(new Uint8Array([0xef, 0xbb, 0xbf]), file)],
    ['a byte order mark in the body', raw(`\ufeff${file}`)],
    ['bytes that are no text', uploaded(invalid)],
    ['bytes that are no text in the body', raw(invalid)],
    ['a line’s end in the body', raw(`${file}\n`)],
    ['a space before the text', pasted(` ${file}`)],
    ['another JSON', raw('{}')],
    ['no JSON', raw('Hello')],
    ['two files', form(new File([file.replace('Dana', 'Dena')], 'a.json'), file)],
  ]
  for (const [what, init] of bodies) {
    const response = await request('/verify', init)
    expect(response.status, what).toBe(422)
    const html = await response.text()
    expect(html, what).toMatch(/Not valid\.|Not a valid proof file\./)
    // What was signed may be told where the signature holds; what the file claims instead is not.
    expect(html, what).not.toMatch(/Mallory|Whitfiele|Dena/)
    if (!html.includes('What was signed')) expect(html, what).not.toMatch(/Whitfield|Harbor|New roof|\$300/)
  }
})

test('a text of ours that holds a replacement character is no less genuine; a byte in its place is', async () => {
  const title = 'Roof \ufffd repair'
  const { file } = await aFile('Dana', { quote: { title } })
  expect((await request('/verify', uploaded(file))).status).toBe(200)
  expect((await request('/verify', raw(file))).status).toBe(200)
  const bytes = new TextEncoder().encode(file)
  const at = bytes.findIndex(
    (byte, index) => byte === 0xef && bytes[index + 1] === 0xbf && bytes[index + 2] === 0xbd,
  )
  const swapped = new Uint8Array([...bytes.slice(0, at), 0xff, ...bytes.slice(at + 3)])
  for (const init of [uploaded(swapped), raw(swapped)])
    expect((await request('/verify', init)).status).toBe(422)
})
