// The dashboard's one sentence, with its plurals and its days.
import { describe, expect, it } from 'vitest'
import { formatsBy } from '../../src/i18n/choice.ts'
import { formatsFor } from '../../src/i18n/format.ts'
import { addLanguages } from '../../src/languages/all.ts'
import { Next } from '../../src/portal/views/next.tsx'
import type { OpenInvoice, WaitingQuote } from '../../src/portal/views/rows.ts'
import { drawnIn } from '../../src/ui/surroundings.ts'

// A Sunday.
const today = '2026-11-22'
const english = formatsFor('en-US')
const day = (away: number) => new Date(Date.parse(today) + away * 86_400_000).toISOString().slice(0, 10)
const amount = { minor: 100, currency: 'USD' }
const entry = { href: '/', number: '1', title: 'Stairs', total: amount }

const quote = (daysLeft: number): WaitingQuote => ({
  ...entry,
  status: 'sent',
  validUntil: day(daysLeft),
  daysLeft,
})
const invoice = (daysLate: number): OpenInvoice => ({
  ...entry,
  ...{ status: daysLate > 0 ? 'overdue' : 'sent', balance: amount, dueOn: day(-daysLate), daysLate },
})

const said = (quotes: WaitingQuote[], invoices: OpenInvoice[], formats = english): string => {
  const reader = { formats, today }
  const overdue = invoices.filter(({ status }) => status === 'overdue').length
  const counts = { quotes: quotes.length, invoices: invoices.length, overdue }
  const drawn = <Next {...{ counts, quotes, invoices, reader }} />
  return drawnIn({ formats, language: null, query: '' }, drawn).replace(/<p[^>]*>|<\/p>/g, '')
}

const times = <T,>(count: number, thing: T): T[] => Array.from({ length: count }, () => thing)

describe('Next', () => {
  it.each<[string, WaitingQuote[], OpenInvoice[]]>([
    ['You’re all set: nothing needs your attention right now.', [], []],
    ['One quote waits for your answer until Friday.', [quote(5)], []],
    ['One quote waits for your answer until Dec 2.', [quote(10)], []],
    ['<strong>One quote waits for your answer until the end of today</strong>.', [quote(0)], []],
    ['<strong>One quote waits for your answer until tomorrow</strong>.', [quote(1)], []],
    ['Two quotes wait for your answer, the first until Friday.', [quote(5), quote(9)], []],
    ['12 quotes wait for your answer, the first until Friday.', times(12, quote(5)), []],
    ['One invoice is due on Thursday.', [], [invoice(-4)]],
    ['<strong>One invoice is due today</strong>.', [], [invoice(0)]],
    ['Three invoices are open, the next due on Nov 30.', [], times(3, invoice(-8))],
    ['<strong>One invoice is one day overdue</strong>.', [], [invoice(1), invoice(-9)]],
    ['<strong>Two invoices are overdue</strong>.', [], [invoice(4), invoice(3), invoice(-9)]],
    [
      'One quote waits for your answer until Friday, and <strong>one invoice is three days overdue</strong>.',
      [quote(5)],
      [invoice(3)],
    ],
  ])('%s', (sentence, quotes, invoices) => {
    expect(said(quotes, invoices)).toBe(sentence)
  })
})

describe('in the other languages', () => {
  addLanguages()

  it.each<[string, string, WaitingQuote[], OpenInvoice[]]>([
    ['de', 'Ein Angebot wartet noch bis Freitag auf Ihre Antwort.', [quote(5)], []],
    ['de', '<strong>Zwei Rechnungen sind überfällig</strong>.', [], [invoice(4), invoice(3)]],
    ['fr', 'Une facture est à payer au plus tard jeudi.', [], [invoice(-4)]],
    ['es', '<strong>Una factura venció hace un día</strong>.', [], [invoice(1)]],
  ])('%s: %s', async (language, sentence, quotes, invoices) => {
    const formats = await formatsBy({ client: language })
    expect(said(quotes, invoices, formats)).toBe(sentence)
  })

  it('no sentence of a date ends with two points', async () => {
    for (const client of ['de', 'fr', 'es', 'en-GB'])
      for (const away of [0, 1, 2, 6, 8, 40, 400]) {
        const formats = await formatsBy({ client })
        for (const sentence of [said([quote(away)], [], formats), said([], [invoice(-away)], formats)])
          expect(sentence, client).toMatch(/[^.\s]\.$|<\/strong>\.$/)
      }
  })
})
