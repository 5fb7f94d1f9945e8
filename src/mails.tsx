/**
 * From a message to the mail that leaves, with the link unsealed for this one mail and the evidence attached. `mail/` lies
 * below the nouns and is handed this.
 */
import { urlOf } from './access/issue.ts'
import { dateIn } from './core/clock.ts'
import type { Config } from './core/config.ts'
import { batch, first } from './core/db.ts'
import { logRunFault } from './core/log.ts'
import { formatsBy } from './i18n/choice.ts'
import { type Drawing, letterOf, quoteIn, readerOf } from './letters.ts'
import { LetterPage } from './mail/frame.tsx'
import {
  type Attachment,
  headersOf,
  type Letter,
  letterText,
  type Mail,
  mailbox,
  oneLine,
  type Writer,
} from './mail/letter.ts'
import { stillMeant } from './mail/store/sending.ts'
import { type Message, message, these } from './messages.ts'
import { isDecentHour, reminderKinds } from './reminders/rules.ts'
import { fileOf } from './signing/file.ts'
import { evidenceName, headName } from './signing/name.ts'
import { jwksOf } from './signing/sign.ts'
import { drawnIn } from './ui/surroundings.ts'

/**
 * The mails of messages as they read at `now`, by id. Those that may no longer leave are missing; null is what can't be
 * drawn, such as one whose link is sealed with a key that is no longer held.
 */
export async function composeMails(
  db: D1Database,
  config: Config,
  ids: readonly string[],
  now: number,
): Promise<Map<string, Mail | null>> {
  const which = { ids: JSON.stringify(ids) }
  const { rows, meant } = await batch(db, { rows: these(which), meant: stillMeant({ ...which, now }) })
  const open = new Set(meant.map(({ id }) => id))
  const mails = await Promise.all(
    rows
      .filter(row => open.has(row.id) && isTimely(row, now))
      .map(async row => ({ id: row.id, mail: await composed(row, config, now).catch(notDrawn) })),
  )
  return new Map(mails.flatMap(({ id, mail }) => (mail === undefined ? [] : [[id, mail]])))
}

const isReminder = ({ kind }: Message): boolean => reminderKinds.some(one => one === kind)

/** A reminder leaves on its day and at a decent hour, or not at all, however long Postmark was not to be had. */
const isTimely = (row: Message, now: number): boolean =>
  !isReminder(row) ||
  (isDecentHour(row.timeZone, now) && dateIn(row.timeZone, now) === dateIn(row.timeZone, row.createdAt))

/** One that can't be drawn must not hold up the others. */
const notDrawn = (error: unknown): null => {
  logRunFault('compose', error)
  return null
}

/**
 * The mail of a message as it reads at `now`; undefined where it is not there, its link has died, or it reminds of what
 * is settled by now: then nothing may be sent.
 */
export async function composeMail(
  db: D1Database,
  config: Config,
  id: string,
  now = Date.now(),
): Promise<Mail | undefined> {
  const row = await first(db, message({ id }))
  return (row && (await composed(row, config, now))) ?? undefined
}

/** The mail of a message that was read whole; null where its link can't be opened, undefined where it may not be sent. */
async function composed(row: Message, config: Config, now: number): Promise<Mail | null | undefined> {
  const [home, formats] = await Promise.all([linkIn(row, config), formatsBy(readerOf(row))])
  return row.linkId && row.sealed && !home ? null : mailOf(row, { home, config, now, formats })
}

/** The mail of a message that was read whole; undefined where nothing may be sent. */
export function mailOf(row: Message, drawing: Drawing): Mail | undefined {
  const letter = letterOf(row, drawing)
  return letter && drawn(row, letter, drawing)
}

async function linkIn({ linkId, businessId, clientId, sealed }: Message, config: Config) {
  return linkId && clientId && sealed
    ? urlOf(config, { id: linkId, businessId, clientId, sealed })
    : undefined
}

/**
 * The evidence, and the public keys to check it with: what was mailed proves itself when there is no portal any more.
 */
function attachmentsOf(row: Message, { signing }: Config): Attachment[] {
  const jws = row.signature ?? row.head
  if (!jws) return []
  const name = row.signature ? evidenceName(quoteIn(row).number) : headName(row.chainSequence ?? 0)
  const type = 'application/json'
  return [
    { name, type, text: fileOf(jws) },
    { name: 'public-keys.json', type, text: JSON.stringify(jwksOf(signing)) },
  ]
}

function drawn(row: Message, letter: Letter, { config, formats }: Drawing): Mail {
  const { businessName: name, businessEmail: email, businessPhone: phone, businessAddress: address } = row
  const writer: Writer = { name, email, phone, address }
  const page = <LetterPage letter={letter} writer={writer} colour={row.colour} />
  return {
    from: mailbox(name, config.mail.from),
    replyTo: mailbox(name, email),
    to: JSON.parse(row.recipients),
    subject: oneLine(letter.subject),
    html: drawnIn({ formats, language: null, query: '' }, page),
    text: letterText(letter, writer, formats),
    attachments: attachmentsOf(row, config),
    headers: headersOf(letter),
  }
}
