/** What carries mail away: Postmark, or on a developer's machine nothing but the mailbox, where a message is there to be read. */
import type { Mail } from './letter.ts'
import type { Found, Outcome } from './rules/sending.ts'

/** A mail on its way; `sending` names this round of it, unlike any other: `msg_…-1`. */
export type Outgoing = { id: string; sending: string; mail: Mail }

export type Transport = {
  /** Sends several; what came of each, in their order. Never throws. */
  send(mails: readonly Outgoing[]): Promise<Outcome[]>
  /** Whether a mail has left before. Never throws. */
  find(sending: string): Promise<Found>
}

/** Delivered by being there to read. */
export const mailboxOfDevelopment: Transport = {
  send: async mails =>
    mails.map(({ sending }) => ({ is: 'sent', postmarkId: `mailbox-${sending}`, inactive: [] })),
  find: async () => null,
}
