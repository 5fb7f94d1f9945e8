// What Postmark would post of an accepted message (developer/webhooks/{delivery,bounce,spam-complaint}-webhook).
import type { Accepted } from './types.ts'

type BounceKind = { code: number; name: string; description: string; inactive?: true }

/**
 * The types that a Bounce can have (developer/api/bounce-api). `inactive`: nothing more is delivered to the address,
 * which Postmark says of hard bounces, complaints and what was deactivated by hand (support article 815).
 */
export const bounceKinds = {
  HardBounce: {
    ...{ code: 1, name: 'Hard bounce', inactive: true },
    description: 'The mailbox is unknown there.',
  },
  Transient: { code: 2, name: 'Message delayed', description: 'Not delivered yet; it is tried again.' },
  Unsubscribe: { code: 16, name: 'Unsubscribe request', description: 'The recipient wants no more.' },
  Subscribe: { code: 32, name: 'Subscribe request', description: 'The recipient wants to join.' },
  AutoResponder: { code: 64, name: 'Auto responder', description: 'An automatic reply came.' },
  AddressChange: { code: 128, name: 'Address change', description: 'The recipient has a new address.' },
  DnsError: { code: 256, name: 'DNS error', description: 'The domain was not found for now.' },
  SpamNotification: { code: 512, name: 'Spam notification', description: 'The server took it for spam.' },
  OpenRelayTest: { code: 1024, name: 'Open relay test', description: 'A test of the server.' },
  Unknown: { code: 2048, name: 'Unknown', description: 'The answer was not understood.' },
  SoftBounce: { code: 4096, name: 'Soft bounce', description: 'The mailbox is full, or alike.' },
  VirusNotification: { code: 8192, name: 'Virus notification', description: 'Taken for a virus.' },
  ChallengeVerification: {
    ...{ code: 16384, name: 'Spam challenge verification' },
    description: 'Someone must confirm the message first.',
  },
  BadEmailAddress: { code: 100000, name: 'Invalid email address', description: 'This is no address.' },
  ManuallyDeactivated: {
    ...{ code: 100002, name: 'Manually deactivated', inactive: true },
    description: 'The address was deactivated by hand.',
  },
  Unconfirmed: { code: 100003, name: 'Registration not confirmed', description: 'It was not confirmed.' },
  Blocked: { code: 100006, name: 'ISP block', description: 'The provider refuses the sender.' },
  SMTPApiError: { code: 100007, name: 'SMTP API error', description: 'It could not be taken over SMTP.' },
  InboundError: { code: 100008, name: 'Processing failed', description: 'It could not be handed on.' },
  DMARCPolicy: { code: 100009, name: 'DMARC policy', description: 'Refused by the policy of the domain.' },
  TemplateRenderingFailed: { code: 100010, name: 'Template rendering failed', description: 'No template.' },
} satisfies Record<string, BounceKind>

export type BounceType = keyof typeof bounceKinds

/** Whom it is about (the first recipient unless told) and when (UTC milliseconds; when it was accepted unless told). */
type About = { to?: string; at?: number }

const SERVER_ID = 23

/** Delivered to the server of a recipient; there is one for each. */
export const deliveryOf = (accepted: Accepted, { to, at }: About = {}) => ({
  ...commonOf(accepted),
  RecordType: 'Delivery',
  Recipient: to ?? accepted.deliverable[0] ?? '',
  DeliveredAt: sevenDigits(at ?? accepted.at),
  Details: 'smtp;250 2.0.0 OK',
})

export const bounceOf = (accepted: Accepted, Type: BounceType = 'HardBounce', about: About = {}) => {
  const kind: BounceKind = bounceKinds[Type]
  const isInactive = kind.inactive === true
  return {
    ...returnedOf(accepted, about),
    ...{ RecordType: 'Bounce', Type, TypeCode: kind.code, Name: kind.name, Description: kind.description },
    ...{ Details: 'smtp;550 5.1.1 unknown', Inactive: isInactive, CanActivate: isInactive },
  }
}

/** The recipient called it spam. The example of Postmark's page has the type code of SpamNotification, so here too. */
export const complaintOf = (accepted: Accepted, about: About = {}) => ({
  ...returnedOf(accepted, about),
  ...{ RecordType: 'SpamComplaint', Type: 'SpamComplaint', TypeCode: 512, Name: 'Spam complaint' },
  ...{ Description: '', Details: 'An abuse report came.', Inactive: true, CanActivate: false },
})

/**
 * The body as it is posted. Postmark's IDs go beyond what a JavaScript number holds exactly, so that two of them can be
 * the same once parsed.
 */
export const postedOf = (event: object & { ID?: number }): string =>
  JSON.stringify(event).replace(/"ID":(\d+)/, (_, id) => `"ID":4323372036854${id.padStart(6, '0')}`)

const commonOf = ({ id, message }: Accepted) => ({
  ...{ MessageID: id, Tag: message.Tag ?? '', Metadata: message.Metadata ?? {}, ServerID: SERVER_ID },
  MessageStream: message.MessageStream ?? 'outbound',
})

const returnedOf = (accepted: Accepted, { to, at }: About) => ({
  ...commonOf(accepted),
  ...{ ID: accepted.order, Email: to ?? accepted.deliverable[0] ?? '', From: accepted.message.From },
  ...{ BouncedAt: sevenDigits(at ?? accepted.at), DumpAvailable: true },
  Subject: accepted.message.Subject ?? '',
})

const sevenDigits = (at: number) => new Date(at).toISOString().replace('Z', '0000Z')
