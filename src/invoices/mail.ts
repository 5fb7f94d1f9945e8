/** The e-mail about an invoice: to the client when it is sent. */
import type { InvoiceContent } from '../documents/content.ts'
import type { Formats } from '../i18n/format.ts'
import type { Letter } from '../mail/letter.ts'
import { words as mailFrame } from '../mail/words.ts'
import { mailWords } from './mail-words.ts'

/** To the client; `url` leads to the invoice. */
export function invoiceSentLetter(content: InvoiceContent, formats: Formats, url: string): Letter {
  const words = mailWords(formats).sent
  const business = content.business.name
  const total = formats.money(content.total, content.currency)
  const due = formats.longDate(content.due_on)
  return {
    subject: words.subject(business, content.title, content.number),
    preview: words.preview(total, due),
    greeting: mailFrame(formats).greeting(content.client.name),
    paragraphs: [words.intro(business)],
    heading: content.title,
    facts: [
      [words.total, total],
      [words.due, due],
      [words.number, content.number],
    ],
    button: { text: words.button, url },
    after: words.after,
    reason: words.reason(business),
  }
}
