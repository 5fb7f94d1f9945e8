// The markup of every page, by html-validate; what it lets pass, the Nu HTML checker finds in `npm run bench`.
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { everyPage } from './support/pages.ts'

const checker = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // How hono/jsx writes them.
    'attribute-empty-style': 'off',
    'attribute-boolean-style': 'off',
    'void-style': 'off',
  },
})

const faultsOf = (html: string) =>
  checker
    .validateStringSync(html)
    .results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
    )

const LOCALES = ['en-US', 'de-DE', 'fr-FR', 'es-ES']

test('every page has no error, each in one of the languages', async () => {
  const inAll = await Promise.all(LOCALES.map(everyPage))
  const pages = (inAll[0] ?? []).map((page, at) => inAll[at % LOCALES.length]?.[at] ?? page)
  expect(pages.length).toBeGreaterThan(60)
  const faults = pages.flatMap(({ name, html }) => faultsOf(html).map(fault => `${name}: ${fault}`))
  expect([...new Set(faults)].slice(0, 30)).toEqual([])
})

test('finds what is planted', async () => {
  const [{ html } = { html: '' }] = await everyPage('en-US')
  const planted = ['<p><div>x</div></p>', '<i id="main"></i>', '<a href="x">y', '<p></b>', '<img src="x">']
  for (const fault of planted)
    expect(faultsOf(html.replace('</main>', `${fault}</main>`)), fault).not.toEqual([])
})
