// What `npm run load` finds wrong with a file before it makes the first request, and how it says it.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hiddenFields } from '../../scripts/lib/as-client.mjs'
import { resolveDate, todayIn } from '../../scripts/lib/dates.mjs'
import { explain } from '../../scripts/lib/load.mjs'
import { faultsInFile, readBusinessFile } from '../../scripts/lib/load-file.mjs'
import { root, runScript } from './support/project.ts'

const line = { description: 'Work', category: 'labor', quantity: '2.5', unit_price: '150.00' }
const quote = { title: 'Roof', valid_until: '+14d', lines: [line] }
const invoice = { title: 'Roof', due_on: '-14d', lines: [line] }
const sent = ['send']

/** A file with one client who has these. */
const file = (fields: object) => ({ clients: [{ name: 'Dana', email: 'dana@example.com', ...fields }] })
const withQuote = (fields: object) => file({ quotes: [{ ...quote, ...fields }] })
const withInvoice = (fields: object) => file({ invoices: [{ ...invoice, ...fields }] })
const withLine = (fields: object) => withQuote({ lines: [line, { ...line, ...fields }] })

test.each([
  ['least', file({})],
  ['a draft', withQuote({})],
  ['accepted', withQuote({ steps: ['send', 'accept'] })],
  ['signed', withQuote({ steps: ['send', 'open', 'sign'], signature: { name: 'Dana', po_number: '7' } })],
  ['declined', withQuote({ steps: ['send', 'decline'], decline: { reason: 'timing', note: 'Later.' } })],
  ['declined without a word, then sent anew', withQuote({ steps: ['send', 'decline', 'cancel', 'send'] })],
  ['taken back and closed', withQuote({ steps: ['send', 'cancel', 'send', 'cancel', 'close'] })],
  [
    'an invoice sent after its due day, paid',
    withInvoice({ steps: sent, payments: [{ amount: '1', method: 'cash' }] }),
  ],
  ['a void invoice', withInvoice({ steps: ['send', 'void'] })],
  ['a fraction of a cent', withLine({ unit_price: '0.455' })],
  ['from a quote', file({ quotes: [{ ...quote, ref: 'a' }], invoices: [{ ...invoice, quote: 'a' }] })],
  ['revoked', file({ quotes: [{ ...quote, steps: sent }], revoke_link: true })],
])('a good file: %s', (_, good) => {
  expect(faultsInFile(good)).toEqual([])
})

test('the demo is a good file, with the situations that it is there to show', () => {
  const { clients } = readBusinessFile(join(root, 'demo', 'harbor-roofing.json'))
  expect(clients.length).toBeGreaterThanOrEqual(4)
  expect(clients.some(client => client.revoke_link)).toBe(true)
  const steps = clients.flatMap(({ quotes = [] }) => quotes.flatMap(quote => quote.steps ?? []))
  expect(steps).toEqual(expect.arrayContaining(['open', 'sign', 'decline', 'accept', 'close']))
})

test.each([
  ['no object', [], 'the file: must be an object in { }, not array'],
  ['no clients', {}, 'clients: is required'],
  ['an empty list', { clients: [] }, 'clients: must not be empty'],
  ['an unknown field', file({ nmae: 'x' }), 'clients[0].nmae: unknown field; known here are name, email, cc'],
  ['an inherited name', file({ constructor: 'x' }), 'clients[0].constructor: unknown field'],
  ['a missing field', { clients: [{ name: 'Dana' }] }, 'clients[0].email: is required'],
  [
    'a wrong address',
    file({ email: 'dana' }),
    'clients[0].email: must be an email address such as "dana@example.com", not "dana"',
  ],
  [
    'a number',
    withLine({ quantity: 2.5 }),
    'clients[0].quotes[0].lines[1].quantity: must be a number in double quotes such as "2.5", with at most four digits after the point, not number 2.5',
  ],
  [
    'a comma',
    withLine({ unit_price: '1,50' }),
    'clients[0].quotes[0].lines[1].unit_price: must be a price in double quotes',
  ],
  ['null', withLine({ unit: null }), 'lines[1].unit: must be a text in double quotes, not null'],
  [
    'a category',
    withLine({ category: 'labour' }),
    'lines[1].category: must be one of labor, material, service, equipment, other, not "labour"',
  ],
  ['too much tax', withLine({ tax_rate: '101' }), 'lines[1].tax_rate: must be a percentage'],
  ['no lines', withQuote({ lines: [] }), 'clients[0].quotes[0].lines: must not be empty'],
  [
    'two discounts',
    withQuote({ discount: { percent: '5', amount: '5' } }),
    'quotes[0].discount: must have at most 1 fields',
  ],
  [
    'a date',
    withQuote({ valid_until: '1/2/2027' }),
    'quotes[0].valid_until: must be a date such as "2026-11-30"',
  ],
  [
    'no such day',
    withQuote({ valid_until: '2027-02-30' }),
    'quotes[0].valid_until: there is no day 2027-02-30',
  ],
  [
    'a past quote',
    withQuote({ valid_until: '2020-01-31', steps: sent }),
    "quotes[0].valid_until: a quote past its last day can't be sent",
  ],
  [
    'days ago',
    withQuote({ valid_until: '-2d', steps: sent }),
    "quotes[0].valid_until: a quote past its last day can't be sent",
  ],
  [
    'an unknown step',
    withQuote({ steps: ['sned'] }),
    'quotes[0].steps[0]: must be one of send, open, sign, decline, accept, close, cancel, not "sned"',
  ],
  ['a step too early', withQuote({ steps: ['accept'] }), 'quotes[0].steps[0]: "accept" can\'t come first'],
  [
    'a step too late',
    withQuote({ steps: ['send', 'accept', 'close'] }),
    'quotes[0].steps[2]: "close" can\'t come after "accept"',
  ],
  [
    'a signature that is not the last',
    withQuote({ steps: ['send', 'sign', 'cancel'], signature: { name: 'Dana' } }),
    'quotes[0].steps[2]: "cancel" can\'t come after "sign"',
  ],
  [
    'two answers',
    withQuote({ steps: ['send', 'decline', 'sign'], signature: { name: 'Dana' } }),
    'quotes[0].steps[2]: "sign" can\'t come after "decline"',
  ],
  [
    'a signature without a name',
    withQuote({ steps: ['send', 'sign'] }),
    'quotes[0].signature: is required with the step "sign"',
  ],
  [
    'a name without the signature',
    withQuote({ steps: sent, signature: { name: 'Dana' } }),
    'quotes[0].signature: belongs to a quote with the step "sign"',
  ],
  [
    'words of a decline without it',
    withQuote({ steps: sent, decline: { note: 'No.' } }),
    'quotes[0].decline: belongs to a quote with the step "decline"',
  ],
  [
    'a reason',
    withQuote({ steps: ['send', 'decline'], decline: { reason: 'weather' } }),
    'quotes[0].decline.reason: must be one of price, timing, chose_someone_else,',
  ],
  ['a signed invoice', withInvoice({ steps: ['send', 'sign'] }), 'must be one of send, void, not "sign"'],
  [
    'a payment on a draft',
    withInvoice({ payments: [{ amount: '1', method: 'cash' }] }),
    'invoices[0].payments: only an invoice that is sent',
  ],
  [
    'a payment on a void one',
    withInvoice({ steps: ['send', 'void'], payments: [{ amount: '1', method: 'cash' }] }),
    'invoices[0].payments: only an invoice',
  ],
  [
    'no such quote',
    withInvoice({ quote: 'b' }),
    'invoices[0].quote: no quote of this client has the ref "b"',
  ],
  [
    'two of one ref',
    file({
      quotes: [
        { ...quote, ref: 'a' },
        { ...quote, ref: 'a' },
      ],
    }),
    'quotes[1].ref: "a" stands at another quote too',
  ],
  [
    'a link that was never made',
    file({ revoke_link: true }),
    'clients[0].revoke_link: the client gets a link when something is sent',
  ],
])('%s', (_, bad, sentence) => {
  expect(faultsInFile(bad).join('\n')).toContain(sentence)
})

test('all faults are told at once', () => {
  expect(faultsInFile(file({ nmae: 1, phone: 'none', locale: '' }))).toHaveLength(3)
})

test('relative days are counted from today in the zone of the business', () => {
  const now = new Date('2026-03-08T02:30:00Z')
  expect(todayIn('America/New_York', now)).toBe('2026-03-07')
  expect(todayIn('Pacific/Kiritimati', now)).toBe('2026-03-08')
  expect(resolveDate('+14d', '2026-12-25')).toBe('2027-01-08')
  expect(resolveDate('-10d', '2026-03-08')).toBe('2026-02-26')
  expect(resolveDate('2026-05-01', '2026-03-08')).toBe('2026-05-01')
})

test("the API's refusal is told with the place in the file", () => {
  const errors = [
    { pointer: '/lines/0/unit_price', detail: 'must be a decimal' },
    { pointer: '', detail: 'must be an object' },
  ]
  expect(explain('clients[2].quotes[0]', { status: 422, errors })).toBe(
    'clients[2].quotes[0].lines[0].unit_price: must be a decimal\nclients[2].quotes[0]: must be an object',
  )
  expect(explain('clients[0].quotes[1].steps[0]', { status: 409, detail: 'It is past its last day.' })).toBe(
    'clients[0].quotes[1].steps[0]: It is past its last day.',
  )
})

test('a form is sent with what it carries unseen, and with nothing of the form beside it', () => {
  const page = `<form method="post" action="/portal/t/quotes/q/rejection"><input type="hidden" name="content_hash" value="no">
    </form><form action="/portal/t/quotes/q/acceptance" method="post"><input type="hidden" name="content_hash" value="a1"/>
    <input name="signature" value="typed"><input value="Q&amp;A &#39;1&#39;" name="consent_text" type="hidden"></form>`
  const hidden = { content_hash: 'a1', consent_text: "Q&A '1'" }
  expect(hiddenFields(page, '/portal/t/quotes/q/acceptance')).toEqual(hidden)
  expect(hiddenFields(page, '/portal/t/quotes/other/acceptance')).toBe(undefined)
})

test("a client's steps are for this machine alone", async () => {
  const args = ['demo/harbor-roofing.json', '--url', 'https://portal.example.com', '--key', 'sqk_x']
  const { code, printed } = await runScript(root, 'load.mjs', args)
  expect(printed).toContain('The steps "open", "sign" and "decline" are for examples on your own machine')
  expect(code).toBe(1)
})

test.each([
  ['no file', [], 'Usage: npm run load', 2],
  ['a file that is not there', ['nowhere.json'], 'There is no file', 1],
  ['no address', ['demo/harbor-roofing.json', '--url', 'portal'], '"portal" is no address', 2],
  [
    'no portal there',
    ['demo/harbor-roofing.json', '--url', 'http://127.0.0.1:1', '--key', 'sqk_x'],
    'http://127.0.0.1:1 does not answer',
    1,
  ],
])('npm run load with %s', async (_, args, sentence, exitCode) => {
  const { code, printed } = await runScript(root, 'load.mjs', args)
  expect(printed).toContain(sentence)
  expect(code).toBe(exitCode)
})
