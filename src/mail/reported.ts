/**
 * What Postmark posts of a message (developer/webhooks/{delivery,bounce,spam-complaint}-webhook), read down to what
 * counts. Its numeric IDs go beyond what a JavaScript number holds exactly: which message it is, our own metadata says.
 */
import * as v from 'valibot'
import * as field from '../core/fields.ts'
import { isId } from '../core/ids.ts'
import { bounceMeans, isBounceType } from './rules/reports.ts'
import type { ReportKind } from './tables.ts'

/** One report of one address. `at`: UTC milliseconds, null where it does not say when; `reason`: the type of a bounce. */
export type Report = {
  messageId: string
  round: number
  recipient: string
  kind: ReportKind
  at: number | null
  reason: string | null
}

/** `<message id>-<round>`, which each sending carries as its metadata `sending`. */
const metadata = v.object({ sending: v.pipe(v.string(), v.regex(/^msg_\w{26}-[1-9]\d{0,8}$/)) })
const instant = v.fallback(v.nullable(field.instant), null)

const event = v.variant('RecordType', [
  v.object({
    RecordType: v.literal('Delivery'),
    Metadata: metadata,
    Recipient: v.string(),
    DeliveredAt: instant,
  }),
  v.object({
    RecordType: v.literal('Bounce'),
    Metadata: metadata,
    Email: v.string(),
    Type: v.string(),
    BouncedAt: instant,
  }),
  v.object({
    RecordType: v.literal('SpamComplaint'),
    Metadata: metadata,
    Email: v.string(),
    BouncedAt: instant,
  }),
])

type Event = v.InferOutput<typeof event>

/** The report in a body; undefined where there is none for us: not of ours, of another type, or nothing that failed. */
export function reportIn(body: unknown): Report | undefined {
  const { success, output } = v.safeParse(event, body)
  if (!success) return undefined
  const [messageId = '', round = ''] = output.Metadata.sending.split('-')
  const told = toldBy(output)
  return told && isId('msg', messageId) ? { messageId, round: Number(round), ...told } : undefined
}

function toldBy(of: Event): Omit<Report, 'messageId' | 'round'> | undefined {
  if (of.RecordType === 'Delivery')
    return { recipient: of.Recipient, kind: 'delivered', at: of.DeliveredAt, reason: null }
  const type = of.RecordType === 'Bounce' ? of.Type : 'SpamComplaint'
  const kind = bounceMeans(type)
  // What is kept is one of the known words, whatever was posted.
  const reason = isBounceType(type) ? type : 'Unknown'
  return kind === null ? undefined : { recipient: of.Email, kind, at: of.BouncedAt, reason }
}
