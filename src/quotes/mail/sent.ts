/** The e-mails about a quote before its answer: to the client when it is sent, to the business when it is first opened. */
import type { QuoteContent } from '../../documents/content.ts'
import type { Formats } from '../../i18n/format.ts'
import type { Letter } from '../../mail/letter.ts'
import { words as mailFrame } from '../../mail/words.ts'
import { mailWords } from '../mail-words.ts'

/** To the client; `url` leads to the quote. */
export function quoteSentLetter(content: QuoteContent, formats: Formats, url: string): Letter {
  const words = mailWords(formats).sent
  const business = content.business.name
  const total = formats.money(content.total, content.currency)
  const until = formats.longDate(content.valid_until)
  const first = content.revision === 1
  return {
    subject: (first ? words.subject : words.updated)(business, content.title, content.number),
    preview: words.preview(total, until),
    greeting: mailFrame(formats).greeting(content.client.name),
    paragraphs: [first ? words.intro(business) : words.updatedIntro(business, content.revision)],
    heading: content.title,
    facts: [
      [words.total, total],
      [words.validUntil, until],
      [words.number, content.number],
    ],
    button: { text: words.button, url },
    after: words.after,
    reason: words.reason(business),
  }
}

/** It carries no link: the client's own is nobody else's. */
export function quoteViewedLetter(content: QuoteContent, formats: Formats): Letter {
  const words = mailWords(formats).viewed
  const { number, title, client } = content
  return {
    greeting: null,
    button: null,
    subject: words.subject(client.name, number),
    preview: words.preview(title),
    paragraphs: [words.intro(client.name, number)],
    heading: title,
    facts: [
      [words.total, formats.money(content.total, content.currency)],
      [words.validUntil, formats.longDate(content.valid_until)],
    ],
    after: words.after,
    reason: words.reason,
  }
}
