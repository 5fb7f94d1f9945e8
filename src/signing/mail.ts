/** The e-mail that carries a chain's sealed head to its business: kept there, it is out of our reach. */
import type { Formats } from '../i18n/format.ts'
import type { Letter } from '../mail/letter.ts'
import { mailWords } from './mail-words.ts'

/** How far a chain was sealed, and when (UTC milliseconds; `timeZone` is the business's). */
export type Sealed = { sequence: number; at: number; timeZone: string }

/** To the business, with the head attached; anyone can check it at `verify`. */
export function chainHeadLetter(
  { sequence, at, timeZone }: Sealed,
  formats: Formats,
  verify: string,
): Letter {
  const words = mailWords(formats)
  const count = formats.quantity(String(sequence))
  const one = sequence === 1
  return {
    subject: words.subject(count, one),
    preview: words.preview,
    greeting: null,
    paragraphs: [words.intro(count, one), words.what],
    heading: null,
    facts: [
      [words.newest, count],
      [words.sealedOn, formats.instant(at, timeZone)],
    ],
    button: null,
    attached: { text: words.check, url: verify },
    after: null,
    reason: words.reason,
  }
}
