// The public check: a file, its text, or a body that is the file itself; 200 where it holds, 422 where not, 413 for too much.
import { expect, test } from 'vitest'
import { changingNothing } from '../support/answers.ts'
import { hostileTexts } from '../support/hostile.ts'
import { aBusiness, request, textOf } from '../support/world.ts'
import { aFile, form, pasted, raw, uploaded, urlencoded } from './support/files.ts'

test('POST /verify takes a file, a text, or the bare body, and says what the receipt says', async () => {
  const { file, hash } = await aFile()
  const ways: [string, RequestInit][] = [
    ['a file', uploaded(file)],
    ['a pasted text', pasted(file)],
    ['a pasted text with a line’s end', pasted(`${file}\r\n`)],
    ['a pasted text with several', pasted(`${file}\n\n`)],
    ['a short form', urlencoded(file)],
    ['the body itself', raw(file)],
    ['the body as plain text', raw(file, 'text/plain')],
    ['the body of no type', raw(new TextEncoder().encode(file), '')],
  ]
  for (const [what, init] of ways) {
    const response = await changingNothing(() => request('/verify', init), what)
    expect(response.status, what).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const html = await response.text()
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1], what).toContain('Valid')
    const text = await textOf(new Response(html))
    const said = [
      'Valid.',
      'Dana Whitfield',
      'Harbor Roofing',
      '$300.00',
      'PO-7',
      'New roof',
      'Version 1',
      hash,
    ]
    for (const words of said) expect(text, what).toContain(words)
    expect(text, what).toMatch(/Quote Q-\d{4}-0001/)
    expect(text, what).toMatch(/Signed on [A-Z][a-z]{2} \d+, \d{4}, \d+:\d\d.[AP]M E[SD]T \(.* UTC\)/)
    expect(text, what).toContain('https://portal.test')
  }
})

test('nothing given is 422 with a sentence; a body that is broken is, too', async () => {
  const multipart = { 'content-type': 'multipart/form-data; boundary=b' }
  for (const init of [
    form(),
    form(new File([], ''), ''),
    pasted('\r\n'),
    urlencoded(''),
    raw(''),
    { method: 'POST' },
    { method: 'POST', headers: multipart, body: 'garbage' },
    { method: 'POST', headers: { 'content-type': 'multipart/form-data' }, body: 'garbage' },
    { method: 'POST', body: new URLSearchParams({ other: 'x', 'evidence[]': 'x' }) },
  ]) {
    const response = await request('/verify', init)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Please choose a file, or paste its text.')
  }
})

test('3 MB are 413, with the length told or not', async () => {
  const large = 'x'.repeat(3 * 1024 * 1024)
  const bodies: RequestInit[] = [
    uploaded(large),
    { ...raw(large), headers: { 'content-length': String(large.length) } },
    { ...raw(new Blob([large]).stream()), duplex: 'half' } as RequestInit,
  ]
  for (const init of bodies) {
    const response = await request('/verify', init)
    expect(response.status).toBe(413)
    expect(await response.text()).not.toContain('xxxx')
  }
  expect((await request('/verify', raw('x'.repeat(2 * 1024 * 1024)))).status).toBe(422)
})

test('hostile words of a valid receipt are words', async () => {
  const texts = [
    'a script',
    'the end of an attribute',
    'an entity',
    'right-to-left marks',
    'a name decomposed',
  ]
  for (const what of texts) {
    const words = hostileTexts[what] ?? ''
    const business = await aBusiness({ name: words })
    const signature = what === 'right-to-left marks' ? 'Dana' : words
    const { file } = await aFile(signature, {
      business,
      client: { name: words, company: words },
      quote: { title: words },
    })
    const response = await request('/verify', uploaded(file))
    expect(response.status, what).toBe(200)
    const html = await response.text()
    expect(html, what).not.toMatch(/<script>alert|<img|" onmouseover=/)
    expect((await textOf(new Response(html))).includes(words.replace(/\s+/g, ' ')), what).toBe(true)
  }
})

test('GET and HEAD /verify show the form, which asks for nothing else; other methods are not found', async () => {
  const response = await request('/verify')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await response.text()).toContain(
    '<form method="post" action="/verify" enctype="multipart/form-data">',
  )
  expect((await request('/verify', { method: 'HEAD' })).status).toBe(200)
  for (const method of ['PUT', 'PATCH', 'DELETE'])
    expect((await request('/verify', { method })).status).toBe(404)
})
