/** The e-mails about a quote: to the client when it is sent, to the business when it is first opened. */
import type { QuoteContent } from '../documents/content.ts'
import type { Formats } from '../i18n/format.ts'
import type { Letter } from '../mail/letter.ts'
import { greeting } from '../mail/words.ts'
import { mailWords } from './words.ts'

/** To the client; `url` leads to the quote. */
export function quoteSentLetter(content: QuoteContent, formats: Formats, url: string): Letter {
  const words = mailWords.sent
  const business = content.business.name
  const total = formats.money(content.total, content.currency)
  const until = formats.longDate(content.valid_until)
  return {
    subject: words.subject(business, content.title, content.number),
    preview: words.preview(total, until),
    greeting: greeting(content.client.name),
    paragraphs: [words.intro(business)],
    heading: content.title,
    facts: [
      [words.total, total],
      [words.validUntil, until],
    ],
    button: { text: words.button, url },
    after: words.after,
    reason: words.reason(business),
  }
}

/** To the business. It carries no link: the client's own is nobody else's. */
export function quoteViewedLetter(content: QuoteContent): Letter {
  const words = mailWords.viewed
  const { name } = content.client
  return {
    subject: words.subject(name, content.number),
    preview: words.preview(content.title),
    greeting: null,
    heading: null,
    paragraphs: [words.intro(name, content.number, content.title)],
    facts: [],
    button: null,
    after: null,
    reason: words.reason,
  }
}
