/** The e-mails about a link itself: a new one after a rotation, and the same one again. */
import type { Letter } from '../mail/letter.ts'
import { greeting } from '../mail/words.ts'
import { words } from './words.ts'

/** To the client; `url` leads to the dashboard. */
export function linkLetter(
  kind: 'new_link' | 'link_again',
  business: string,
  client: string,
  url: string,
): Letter {
  const said = kind === 'new_link' ? words.newLink : words.again
  return {
    subject: said.subject(business),
    preview: said.preview,
    greeting: greeting(client),
    paragraphs: [said.intro(business)],
    heading: null,
    facts: [],
    button: { text: words.button, url },
    after: words.after,
    reason: said.reason(business),
  }
}
