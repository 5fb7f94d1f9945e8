/** The words that every mail shares, and those of the mail about one that did not arrive. */
import { type WordsIn, wordsOf } from '../i18n/words.ts'
import type { BounceType } from './rules/reports.ts'
import type { MessageKind } from './tables.ts'

export const words = wordsOf('mail', {
  greeting: (name: string) => `Hello ${name},`,
  onlyYours: 'This link is only for you: please don’t forward this email.',
  inTheOpen: 'If the button doesn’t work, open this address:',
  /** At the foot of a reminder. */
  stopReminders: {
    text: 'Enough reminders? You can stop them; your documents, and answers to you, still come by email.',
    button: 'Stop reminders',
  },
})

/** What a business calls each message; `about` a document by its number, or nothing. */
const messages: Record<MessageKind, string> = {
  quote_sent: 'your quote',
  invoice_sent: 'your invoice',
  new_link: 'the new link',
  link_again: 'the link',
  receipt: 'the receipt of the signature',
  payment_receipt: 'the receipt of a payment',
  quote_expiring: 'the reminder of a quote',
  invoice_due_soon: 'the reminder of an invoice',
  invoice_overdue: 'the reminder of an invoice',
  quote_viewed: 'the news of a quote',
  quote_accepted: 'the news of a quote',
  quote_rejected: 'the news of a quote',
  chain_head: 'the seal of your signatures',
  bounce_notice: 'the notice of a message',
}

/** Why a message came back, by the type of its bounce. */
const reasons = {
  HardBounce: 'There is no such mailbox, or it takes no mail.',
  DnsError: 'What stands behind the @ was not found.',
  SpamNotification: 'The server of the address took it for spam.',
  SoftBounce: 'The mailbox was full, or closed for a time.',
  VirusNotification: 'The server of the address took it for harmful.',
  BadEmailAddress: 'This is no valid address.',
  SpamComplaint: 'It was called spam.',
  ManuallyDeactivated: 'The address was switched off at the mail service.',
  Blocked: 'The server of the address takes nothing from the mail service.',
  DMARCPolicy: 'The server of the address did not accept the sender.',
} satisfies Partial<Record<BounceType, string>>

/** To a business: a message to its client did not arrive. */
export const bounceWords = wordsOf('bounces', {
  messages,
  message: (message: string, number: string) => `${message} (${number})`,
  reasons,
  /** Of all other types. */
  returned: 'The server of the address did not take it.',
  address: 'Address',
  happened: 'What happened',
  phone: 'Client’s phone',
  bounced: {
    subject: (what: string, client: string) => `Not delivered to ${client}: ${what}`,
    preview: (address: string) => `${address} could not be reached`,
    intro: (what: string, client: string) =>
      `An email to ${client} did not reach the address below: ${what}.`,
    happened: 'The address does not take email',
    todo: (client: string) =>
      `Please ask ${client} for the right address, correct it in your records, and then send the link or the document again.`,
  },
  complained: {
    subject: (what: string, client: string) => `Marked as spam by ${client}: ${what}`,
    preview: (address: string) => `${address} gets no more email from the portal`,
    intro: (what: string, client: string) =>
      `An email to ${client} was marked as spam: ${what}. It may have been a slip of the finger.`,
    happened: 'Marked as spam',
    todo: (client: string) =>
      `The mail service sends nothing more to this address. Please talk to ${client} in another way: a different address in your records will be used from then on.`,
  },
  suppressed: {
    subject: (what: string, client: string) => `Not delivered to ${client}: ${what}`,
    preview: (address: string) => `Email to ${address} is held back`,
    intro: (what: string, client: string) =>
      `An email to ${client} was not sent to the address below: ${what}.`,
    happened: 'Held back: earlier email to this address bounced or was marked as spam',
    todo: (client: string) =>
      `Please ask ${client} for another address, correct it in your records, and then send the link or the document again.`,
  },
  reason: 'You get this email because an email to one of your clients did not arrive as it should.',
})

/** Why a message came back, by the type of its bounce; undefined of a type that has no words of its own. */
export const bounceReason = ({ reasons }: WordsIn<typeof bounceWords>, type: string): string | undefined =>
  Object.hasOwn(reasons, type) ? reasons[type as keyof typeof reasons] : undefined
