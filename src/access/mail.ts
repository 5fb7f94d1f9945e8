/** The e-mails about a link itself: a new one after a rotation, and the same one again. */
import type { Formats } from '../i18n/format.ts'
import type { Letter } from '../mail/letter.ts'
import { words as mailFrame } from '../mail/words.ts'
import { mailWords } from './mail-words.ts'

/** To the client; `url` leads to the dashboard. */
export function linkLetter(
  kind: 'new_link' | 'link_again',
  business: string,
  client: string,
  url: string,
  formats: Formats,
): Letter {
  const words = mailWords(formats)
  const said = kind === 'new_link' ? words.newLink : words.again
  return {
    subject: said.subject(business),
    preview: said.preview,
    greeting: mailFrame(formats).greeting(client),
    paragraphs: [said.intro(business)],
    heading: null,
    facts: [],
    button: { text: words.button, url },
    after: words.after,
    reason: said.reason(business),
  }
}
