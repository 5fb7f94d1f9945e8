// An answer to words that the client has not seen: 409, what changed, and the form of the quote as it stands now.
import { expect, test } from 'vitest'
import {
  type Asked,
  accept,
  asked,
  changingNothing,
  decline,
  ledTo,
  rejection,
  revised,
} from '../../support/answers.ts'
import { type Fields, hashOn, posted } from '../../support/portal.ts'
import { aLine, open, textOf } from '../../support/world.ts'
import { openForms } from './support/forms.ts'

const changesIn = (html: string) => /<section class="changes".*?<\/section>/s.exec(html)?.[0] ?? ''

const answers: [string, (one: Asked, more?: Fields) => Promise<Response>][] = [
  ['acceptance', accept],
  ['rejection', decline],
]

test.each(answers)(
  'POST /portal/:token/quotes/:id/%s refuses a revision that stands no more, shows what changed, and the form of the new one',
  async (noun, answer) => {
    const one = await asked({ quote: { note: 'canary-old' } })
    await revised(one, {
      title: 'Bigger roof',
      note: null,
      lines: [aLine, { ...aLine, description: 'Nails' }],
    })
    const hash = await hashOn(one.at)
    const response = await changingNothing(() => answer(one))
    expect(response.status).toBe(409)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const html = await response.text()
    expect(html).toContain('This quote has changed')
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toContain('Not recorded: Quote Q-')
    const changes = changesIn(html)
    for (const said of [
      'Title',
      'New roof',
      'Bigger roof',
      'Total',
      '$300.00',
      '$600.00',
      'Nails',
      'canary-old',
    ])
      expect(changes, said).toContain(said)
    expect(html.replace(changes, '')).not.toContain('canary-old')
    expect(html.match(/name="content_hash" value="[^"]*"/g)).toEqual(
      Array(2).fill(`name="content_hash" value="${hash}"`),
    )
    expect(openForms(html)).toEqual([])
    expect(html).not.toContain('value="Dana Whitfield"')
    expect(ledTo(await answer({ ...one, hash }))).toBe(
      `303 ${one.at}${noun === 'acceptance' ? '/receipt' : ''}`,
    )
  },
)

test('any other hash than the one that stands is refused, and the page says nothing of changes that nobody knows', async () => {
  const one = await asked()
  const other = await asked({ business: one.business, quote: { title: 'canary-neighbour' } })
  const hashes = {
    'of another quote': other.hash,
    unknown: 'f'.repeat(64),
    'in capitals': one.hash.toUpperCase(),
    'with a space': ` ${one.hash}`,
    'cut short': one.hash.slice(0, -1),
    'a list': `${one.hash},${one.hash}`,
    SQL: `' or 1=1 --`,
    long: 'a'.repeat(20_000),
  }
  for (const [what, hash] of Object.entries(hashes)) {
    for (const [noun, answer] of answers) {
      const response = await changingNothing(() => answer({ ...one, hash }), what)
      expect(response.status, `${noun}, ${what}`).toBe(409)
      const html = await response.text()
      expect(html, what).toContain('This quote has changed')
      expect(changesIn(html), what).toBe('')
      expect(html, what).not.toContain('canary-neighbour')
      expect(html, what).toContain(`name="content_hash" value="${one.hash}"`)
    }
  }
})

test('a quote that was taken back and sent again unchanged is another revision, and has to be read again', async () => {
  const one = await asked()
  await revised(one, {})
  const response = await changingNothing(() => accept(one))
  expect(response.status).toBe(409)
  expect(changesIn(await response.text())).toBe('')
  expect((await accept({ ...one, hash: await hashOn(one.at) })).status).toBe(303)
})

test('of three revisions, the change from the one that was read to the one that stands is shown, and nothing between', async () => {
  const one = await asked({ quote: { title: 'First' } })
  await revised(one, { title: 'canary-second' })
  await revised(one, { title: 'Third' })
  const html = await (await accept(one)).text()
  expect(changesIn(html)).toContain('First')
  expect(changesIn(html)).toContain('Third')
  expect(html).not.toContain('canary-second')
})

test('hostile words in what changed are words', async () => {
  const title = '<img src=x onerror=alert(1)>"\'&\u202e'
  const one = await asked({ quote: { title, terms: '</p><script>alert(1)</script>' } })
  await revised(one, { title: `${title}!`, terms: '{{7*7}}' })
  const response = await posted(`${one.at}/rejection`, rejection(one))
  const html = await response.text()
  expect(html).not.toMatch(/<img|<script>alert/)
  expect(changesIn(html)).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(await textOf(await open(one.at))).toContain(title)
})
