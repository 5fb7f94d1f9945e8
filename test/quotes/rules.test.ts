// The rules of a quote's life as a table: what each state is called, and what may be done to it.
import { describe, expect, test } from 'vitest'
import { type QuoteState, statusOf, whyNot, whyNotSend } from '../../src/quotes/rules.ts'

const NOW = Date.UTC(2026, 5, 15, 12)
const sent = { revision: 1, expiresAt: NOW + 1, viewedAt: null }
const past = { revision: 1, expiresAt: NOW, viewedAt: null }

const quotes = {
  'never sent': { state: 'draft', revision: 0, expiresAt: null, viewedAt: null },
  'back to draft': { ...sent, state: 'draft' },
  'back to draft, past': { ...past, state: 'draft', viewedAt: NOW - 5 },
  sent: { ...sent, state: 'open' },
  'sent, past': { ...past, state: 'open' },
  viewed: { ...sent, state: 'open', viewedAt: NOW - 5 },
  'viewed, past': { ...past, state: 'open', viewedAt: NOW - 5 },
  accepted: { ...sent, state: 'accepted' },
  'accepted, past': { ...past, state: 'accepted', viewedAt: NOW - 5 },
  rejected: { ...sent, state: 'rejected' },
  'rejected, past': { ...past, state: 'rejected' },
  closed: { ...sent, state: 'closed' },
  'closed, past': { ...past, state: 'closed', viewedAt: NOW - 5 },
} satisfies Record<string, QuoteState>

type Name = keyof typeof quotes
const names = Object.keys(quotes) as Name[]

/** One row per quote: the word for it, then why not edit, delete, cancel, close, decide, invoice (`-`: it may be). */
const table = `
  never sent          | draft    | -               | -               | quote_not_open | quote_not_closable | quote_not_open | quote_not_accepted
  back to draft       | draft    | -               | quote_was_sent  | quote_not_open | -                  | quote_not_open | quote_not_accepted
  back to draft, past | draft    | -               | quote_was_sent  | quote_not_open | -                  | quote_not_open | quote_not_accepted
  sent                | sent     | quote_not_draft | quote_not_draft | -              | -                  | - | quote_not_accepted
  sent, past          | expired  | quote_not_draft | quote_not_draft | -              | quote_not_closable | quote_expired | quote_not_accepted
  viewed              | viewed   | quote_not_draft | quote_not_draft | -              | -                  | - | quote_not_accepted
  viewed, past        | expired  | quote_not_draft | quote_not_draft | -              | quote_not_closable | quote_expired | quote_not_accepted
  accepted            | accepted | quote_accepted  | quote_accepted  | quote_accepted | quote_accepted     | already_decided | -
  accepted, past      | accepted | quote_accepted  | quote_accepted  | quote_accepted | quote_accepted     | already_decided | -
  rejected            | rejected | quote_not_draft | quote_not_draft | -              | quote_not_closable | already_decided | quote_not_accepted
  rejected, past      | rejected | quote_not_draft | quote_not_draft | -              | quote_not_closable | already_decided | quote_not_accepted
  closed              | expired  | quote_not_draft | quote_not_draft | -              | quote_not_closable | quote_expired | quote_not_accepted
  closed, past        | expired  | quote_not_draft | quote_not_draft | -              | quote_not_closable | quote_expired | quote_not_accepted
`
const rows = table
  .trim()
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()))

test('the table has a row for every quote', () => {
  expect(rows.map(([name]) => name)).toEqual(names)
})

test.each(rows)('%s: it is %s, and what may be done to it', (name, ...expected) => {
  const quote: QuoteState = quotes[name as Name]
  const said = [
    statusOf(quote, NOW),
    ...(['edit', 'delete', 'cancel', 'close', 'accept', 'invoice'] as const).map(act =>
      whyNot(act, quote, NOW),
    ),
  ]
  expect(said.map(one => one ?? '-')).toEqual(expected)
})

describe('the instant at which a quote expires', () => {
  const open: QuoteState = { ...sent, state: 'open', expiresAt: NOW }
  test.each([
    [NOW - 1, 'sent', null, null],
    [NOW, 'expired', 'quote_not_closable', 'quote_expired'],
    [NOW + 1, 'expired', 'quote_not_closable', 'quote_expired'],
  ])('at %d it is %s', (now, status, close, decide) => {
    expect([statusOf(open, now), whyNot('close', open, now), whyNot('accept', open, now)]).toEqual([
      status,
      close,
      decide,
    ])
  })
})

describe('sending', () => {
  const draft = { ...quotes['never sent'], lines: [{}], validUntil: '2026-06-15' }
  test.each([
    ['a draft with a line, valid for longer', { validUntil: '2026-06-16' }, null],
    ['a draft whose last day is today', {}, null],
    ['a draft whose last day was yesterday', { validUntil: '2026-06-14' }, 'quote_past_validity'],
    ['a draft whose last day was last year', { validUntil: '2025-12-31' }, 'quote_past_validity'],
    ['a draft without lines', { lines: [] }, 'quote_empty'],
    ['a draft without lines, past its day', { lines: [], validUntil: '2026-06-14' }, 'quote_empty'],
    ['a draft that was sent before', quotes['back to draft'], null],
    ['a quote that was sent', quotes.sent, 'quote_not_draft'],
    ['a quote that was sent, past its day', { ...quotes.sent, validUntil: '2026-06-14' }, 'quote_not_draft'],
    ['an accepted quote', quotes.accepted, 'quote_accepted'],
    ['an accepted quote without lines', { ...quotes.accepted, lines: [] }, 'quote_accepted'],
    ['a closed quote', quotes.closed, 'quote_not_draft'],
    ['a declined quote', quotes.rejected, 'quote_not_draft'],
  ])('%s', (_, changed, expected) => {
    expect(whyNotSend({ ...draft, ...changed } as Parameters<typeof whyNotSend>[0], NOW, '2026-06-15')).toBe(
      expected,
    )
  })
})
