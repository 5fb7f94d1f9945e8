/** What a report of Postmark means: which bounces are failures, and which report counts where several were made. */
import type { ReportKind } from '../tables.ts'

/**
 * The types of a bounce (postmarkapp.com/developer/api/bounce-api, “Bounce types”) and what each says of the message:
 * null where it does not say that the message failed, because then another report still comes, or none has to.
 */
const bounces = {
  // The mailbox, or the domain, is not there: nothing arrives, and Postmark sends no more there.
  HardBounce: 'bounced',
  // Postmark goes on trying. A delivery or a final bounce follows.
  Transient: null,
  // Someone wrote back: that they want no more, want to join, are away or have moved. The message arrived, or
  // at least nothing says that it did not. Reminders are stopped by their own link.
  Unsubscribe: null,
  Subscribe: null,
  AutoResponder: null,
  AddressChange: null,
  // “Temporary”, but the last word on this message: Postmark announces no other try. Mostly a mistyped domain.
  DnsError: 'bounced',
  // Rejected, or put aside as spam: nobody can be expected to have read it.
  SpamNotification: 'bounced',
  // A test of Postmark’s servers, no message of ours.
  OpenRelayTest: null,
  // An answer that Postmark could not read. Better a word too many than a client who waits in vain.
  Unknown: 'bounced',
  // The mailbox is full or closed for now, and Postmark has given up trying.
  SoftBounce: 'bounced',
  VirusNotification: 'bounced',
  // The recipient’s server holds it until someone answers a riddle. It may still be let in, and a delivery was reported.
  ChallengeVerification: null,
  BadEmailAddress: 'bounced',
  SpamComplaint: 'complained',
  // Someone switched the address off at Postmark: the message was never sent there.
  ManuallyDeactivated: 'suppressed',
  Unconfirmed: 'bounced',
  Blocked: 'bounced',
  SMTPApiError: 'bounced',
  // Of mail to Postmark, not from it.
  InboundError: null,
  DMARCPolicy: 'bounced',
  TemplateRenderingFailed: 'bounced',
} as const satisfies Record<string, ReportKind | null>

export type BounceType = keyof typeof bounces

export const isBounceType = (type: string): type is BounceType => Object.hasOwn(bounces, type)

/** What a bounce of some type says of its message; null: not that it failed. A type that is not known is a failure. */
export const bounceMeans = (type: string): ReportKind | null =>
  isBounceType(type) ? bounces[type] : bounces.Unknown

/**
 * From the least to the most that a report says: who complained had it delivered, and what bounced in the end may have
 * been taken at first. So the order in which reports come plays no part.
 */
export const weight: readonly ReportKind[] = ['delivered', 'suppressed', 'bounced', 'complained']

type Report = { recipient: string; kind: ReportKind; at: number }

const isWeightier = (one: Report, other: Report): boolean => {
  const more = weight.indexOf(one.kind) - weight.indexOf(other.kind)
  return more > 0 || (more === 0 && one.at < other.at)
}

/** Of the reports of one round those that count: for each recipient the weightiest, and the earliest of these. */
export function decisive<R extends Report>(reports: readonly R[]): R[] {
  const found = new Map<string, R>()
  for (const report of reports) {
    const name = report.recipient.toLowerCase()
    const known = found.get(name)
    if (!known || isWeightier(report, known)) found.set(name, report)
  }
  return [...found.values()]
}
