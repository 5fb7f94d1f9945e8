/** The e-mail to a client that its payment was recorded: what came in, what it was for, and what is left to pay. */
import { dateIn } from '../core/clock.ts'
import type { InvoiceContent } from '../documents/content.ts'
import type { Formats } from '../i18n/format.ts'
import { words as invoiceWords, methodName } from '../invoices/words.ts'
import { type Letter, oneLine } from '../mail/letter.ts'
import { words as mailFrame } from '../mail/words.ts'
import { mailWords } from './words.ts'

/** A payment, and the balance of its invoice as it is now; amounts in minor units, `on` a date. */
export type Paid = {
  amount: number
  /** What of it the client keeps as credit; negative where credit was used. */
  credit: number
  method: string
  on: string
  reference: string | null
  balance: number
}

/** To the client at an instant; `url` leads to the invoice. */
export function paymentReceiptLetter(
  content: InvoiceContent,
  paid: Paid,
  now: number,
  formats: Formats,
  url: string,
): Letter {
  const words = mailWords(formats)
  const { number, title, business, currency } = content
  const money = (minor: number) => formats.amount(minor, currency)
  const [amount, balance] = [money(paid.amount), money(paid.balance)]
  const byCredit = paid.method === 'credit'
  const isPaid = paid.balance <= 0
  const isLate = dateIn(content.time_zone, now) > content.due_on
  return {
    subject: byCredit ? words.byCredit(amount, number) : words.subject(business.name, amount, number),
    preview: words.preview(title, isPaid ? words.inFull : words.left(balance)),
    greeting: mailFrame(formats).greeting(content.client.name),
    paragraphs: [
      (byCredit ? words.introCredit : words.intro)(business.name),
      isPaid ? words.isPaid : words[isLate ? 'isLate' : 'isPart'](balance, formats.longDate(content.due_on)),
    ],
    heading: title,
    facts: factsOf(content, paid, formats),
    button: { text: words.button, url },
    after: words.after,
    reason: words.reason(business.name),
  }
}

function factsOf(content: InvoiceContent, paid: Paid, formats: Formats): Letter['facts'] {
  const words = mailWords(formats)
  const money = (minor: number) => formats.amount(minor, content.currency)
  const byCredit = paid.method === 'credit'
  const reference = oneLine(paid.reference ?? '')
  const facts: [string, string | null][] = [
    [byCredit ? words.credit : words.amount, money(paid.amount)],
    [words.method, byCredit ? null : oneLine(methodName(invoiceWords(formats), paid.method))],
    [words.on, formats.mediumDate(paid.on)],
    [words.reference, reference || null],
    [words.invoice, content.number],
    [words.total, formats.money(content.total, content.currency)],
    [words.balance, money(paid.balance)],
    [words.kept, paid.credit > 0 ? money(paid.credit) : null],
  ]
  return facts.filter((fact): fact is [string, string] => fact[1] !== null)
}
