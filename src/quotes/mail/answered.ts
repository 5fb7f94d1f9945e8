/**
 * The e-mails about the answer to a quote: to the client when it was signed, to the business when it was signed or declined.
 * What a client typed stands in places of its own, never inside a sentence of ours.
 */
import type { QuoteContent } from '../../documents/content.ts'
import type { Formats } from '../../i18n/format.ts'
import { type Letter, oneLine } from '../../mail/letter.ts'
import { words as mailFrame } from '../../mail/words.ts'
import { mailWords } from '../mail-words.ts'
import { words as quoteWords, reasonText } from '../words.ts'

/** A client's answer to a quote, as it stands on record; `at` in UTC milliseconds. */
export type Answered = {
  at: number
  signedName: string | null
  poNumber: string | null
  reason: string | null
  note: string | null
  /** Where the client can be reached now. */
  clientEmail: string | null
}

/** What goes to the business carries no link: the client's own is nobody else's. */
const toBusiness = { greeting: null, heading: null, facts: [], button: null, after: null }

/** To the client, with the evidence attached; `receipt` leads to its page, while the link lives, `verify` to where anyone can check it. */
export function receiptLetter(
  content: QuoteContent,
  answered: Answered,
  formats: Formats,
  { receipt, verify }: { receipt: string | null; verify: string },
): Letter {
  const words = mailWords(formats).receipt
  const { title, number, business } = content
  const { total, when } = said(content, answered, formats)
  return {
    subject: words.subject(title, number),
    preview: words.preview(total, when),
    greeting: mailFrame(formats).greeting(content.client.name),
    paragraphs: [words.intro(business.name)],
    heading: title,
    facts: [...signatureFacts(words, content, answered, formats), [words.number, number]],
    button: receipt === null ? null : { text: words.button, url: receipt },
    attached: { text: words.attached, url: verify },
    after: words.after(business.name),
    reason: words.reason(business.name),
  }
}

/** To the business, with the evidence attached; anyone can check it at `verify`. */
export function quoteAcceptedLetter(
  content: QuoteContent,
  answered: Answered,
  formats: Formats,
  verify: string,
): Letter {
  const words = mailWords(formats).accepted
  const { title, number, client } = content
  const { total } = said(content, answered, formats)
  return {
    ...toBusiness,
    subject: words.subject(client.name, number),
    preview: words.preview(title, total),
    paragraphs: [words.intro(client.name, number)],
    heading: title,
    facts: [...signatureFacts(words, content, answered, formats), ...reachOf(answered, formats)],
    attached: { text: words.attached, url: verify },
    reason: words.reason,
  }
}

/** To the business: that it was declined, and why, where the client said so. */
export function quoteRejectedLetter(content: QuoteContent, answered: Answered, formats: Formats): Letter {
  const words = mailWords(formats).declined
  const { title, number, client } = content
  const { total, when } = said(content, answered, formats)
  const reason = answered.reason && reasonText(quoteWords(formats), answered.reason)
  return {
    ...toBusiness,
    subject: words.subject(client.name, number),
    preview: words.preview(title, total),
    paragraphs: [words.intro(client.name, number)],
    heading: title,
    facts: [
      [words.total, total],
      [words.declinedOn, when],
      [words.why, reason ?? words.noReason],
      ...reachOf(answered, formats),
    ],
    ...(answered.note ? { quoted: { intro: words.note(client.name), text: answered.note } } : {}),
    after: words.after,
    reason: words.reason,
  }
}

/** The mail itself comes from the portal, and an answer to it goes to the business: so it says where the client is. */
const reachOf = ({ clientEmail }: Answered, formats: Formats): Letter['facts'] =>
  clientEmail ? [[mailWords(formats).reach, oneLine(clientEmail)]] : []

/** How much, and when by the clocks of the business. */
const said = (content: QuoteContent, { at }: Answered, formats: Formats) => ({
  total: formats.money(content.total, content.currency),
  when: formats.instant(at, content.time_zone),
})

function signatureFacts(
  words: Record<'total' | 'signedBy' | 'signedOn' | 'poNumber', string>,
  content: QuoteContent,
  answered: Answered,
  formats: Formats,
): Letter['facts'] {
  const { total, when } = said(content, answered, formats)
  const poNumber = oneLine(answered.poNumber ?? '')
  const facts: Letter['facts'] = [
    [words.total, total],
    [words.signedBy, oneLine(answered.signedName ?? '')],
    [words.signedOn, when],
  ]
  return poNumber ? [...facts, [words.poNumber, poNumber]] : facts
}
