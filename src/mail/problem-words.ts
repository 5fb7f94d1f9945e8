/** The words that tell a business, in the API, why a message has not arrived, or not yet. */
import type { MailProblem } from './tables.ts'

export const problemWords: Record<MailProblem, string> = {
  not_answered: 'The mail service did not answer.',
  too_many: 'The mail service takes no more mail at the moment.',
  mail_service_fault: 'The mail service has a fault.',
  mail_service_refused_us:
    'The mail service takes no mail from this portal. Whoever runs the portal has to set that right; then try the message again.',
  address_inactive:
    'The mail service sends nothing to this address any more, because mail to it bounced or was called spam before. Ask your client for another address.',
  address_invalid: 'The mail service does not take this for a valid address. Correct it, then send again.',
  refused: 'The mail service refused the message. To try it again as it is will hardly help.',
  bounced:
    'It came back from an address: the message’s `deliveries` say which, and why. Ask your client whether that address is right, correct it, then send again.',
  complained:
    'Someone who got it called it spam: the message’s `deliveries` say at which address. Talk to your client in another way before you write again.',
  not_composed: 'The portal could not write the message. Whoever runs it finds the cause in its log.',
}
