// The gallery's ways to answer a quote: forms closed, open, returned with faults; answers that were not recorded.
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AnswerProps } from '../../quotes/views/answer.tsx'
import { type QuoteDecision, QuotePage, type QuotePageProps } from '../../quotes/views/page.tsx'
import { WithdrawnPage } from '../../quotes/views/withdrawn.tsx'
import { extremeQuote, hostile, joinery, quote, tenLines } from './data.ts'

const home = '/portal/token'
const contentHash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

/** The page of a quote that waits for an answer. */
const page: QuotePageProps = {
  ...{ business: joinery, home, content: quote, status: 'sent', daysLeft: 5 },
  ...{ decision: null, closedOn: null },
}

/** The forms as they are first given. */
const fresh: AnswerProps = {
  contentHash,
  sign: {
    ...{ action: '/portal/token/quotes/quo_1/acceptance', faults: {} },
    typed: { signature: '', poNumber: '', consent: false },
  },
  decline: {
    ...{ action: '/portal/token/quotes/quo_1/rejection', faults: {} },
    typed: { reason: '', note: '', confirm: false },
  },
  open: null,
}

const unsigned: AnswerProps = {
  ...fresh,
  sign: {
    ...fresh.sign,
    typed: { signature: ' ', poNumber: 'PO 7719', consent: false },
    faults: { signature: 'nameMissing', consent: 'consentMissing' },
  },
  open: 'sign',
}

const misdeclined: AnswerProps = {
  ...fresh,
  decline: {
    ...fresh.decline,
    typed: { reason: 'timing', note: `${hostile.markup}\n\n${hostile.turned}`, confirm: false },
    faults: { reason: 'reasonUnknown', note: 'noteTooLong', confirm: 'confirmMissing' },
  },
  open: 'decline',
}

const hostileAnswer: AnswerProps = {
  ...fresh,
  sign: {
    ...fresh.sign,
    typed: { signature: hostile.turned, poNumber: hostile.markup, consent: true },
    faults: { signature: 'nameUnreadable', poNumber: 'poTooLong' },
  },
  open: 'sign',
}

const waiting = (): Record<string, JSX.Element> => ({
  'answer closed': <QuotePage {...page} answer={fresh} />,
  'answer of ten lines': <QuotePage {...page} content={tenLines} answer={fresh} />,
  'answer accepting': <QuotePage {...page} answer={{ ...fresh, open: 'sign' }} />,
  'answer declining': <QuotePage {...page} answer={{ ...fresh, open: 'decline' }} />,
  'answer unsigned': <QuotePage {...page} answer={unsigned} />,
  'answer misdeclined': <QuotePage {...page} answer={misdeclined} />,
  'answer extreme': (
    <QuotePage {...page} content={extremeQuote('USD', '9999999999999.99')} answer={hostileAnswer} />
  ),
})

const changes = [
  { what: 'Total', before: '$22,951.07', after: '$23,546.13' },
  {
    what: 'Line 3: Quartz countertop, honed',
    before: '40 sq ft × $118.00',
    after: '42.5 sq ft × $118.00',
  },
  { what: 'A note for you', before: null, after: 'Thank you for showing us your beautiful kitchen.\nInes' },
  { what: 'Line 6: Haul away the old stove', before: '1 × $120.00', after: null },
  { what: 'Order of the lines', before: null, after: null },
  { what: hostile.turned, before: hostile.unbroken, after: hostile.markup },
]

const signed: QuoteDecision = {
  ...{ by: 'client', name: 'Marta Okafor', poNumber: 'PO 7719', at: Date.UTC(2026, 10, 20, 20, 4) },
  ...{ reason: null, note: null },
}
const recorded: QuoteDecision = { ...signed, by: 'business', name: null, poNumber: null }
const declined: QuoteDecision = { ...signed, name: null, poNumber: null, reason: 'price' }

const decided = (
  status: 'accepted' | 'rejected',
  decision: QuoteDecision,
  wanted: 'accepted' | 'rejected',
) => <QuotePage {...page} {...{ status, decision }} refusal={{ kind: 'decided', decision, wanted }} />

const refused = (): Record<string, JSX.Element> => ({
  'refused, changed': <QuotePage {...page} answer={fresh} refusal={{ kind: 'changed', changes }} />,
  'refused, changed somehow': (
    <QuotePage {...page} answer={fresh} refusal={{ kind: 'changed', changes: null }} />
  ),
  'refused, expired': <QuotePage {...page} status="expired" refusal={{ kind: 'expired' }} />,
  'refused, closed': (
    <QuotePage {...page} status="expired" closedOn="2026-11-21" refusal={{ kind: 'closed' }} />
  ),
  'refused, signed by another': decided('accepted', signed, 'accepted'),
  'refused, recorded': decided('accepted', recorded, 'accepted'),
  'refused, accepted before declining': decided('accepted', signed, 'rejected'),
  'refused, declined before accepting': decided('rejected', declined, 'accepted'),
  'refused, declined by business': decided('rejected', { ...declined, by: 'business' }, 'accepted'),
  withdrawn: <WithdrawnPage business={joinery} home={home} number={quote.number} />,
})

/** Each form and each refusal by its name. */
export const answers = (): Record<string, JSX.Element> => ({ ...waiting(), ...refused() })
