/** What a quote is made of, as the API takes and gives it. */
import * as v from 'valibot'
import * as field from '../core/fields.ts'
import * as query from '../core/query.ts'
import * as shape from '../core/shapes.ts'
import { documentFields } from '../documents/input.ts'
import { documentShape } from '../documents/schema.ts'
import { documentDelivery } from '../mail/schema.ts'
import { quoteStatuses } from './rules.ts'
import { declineReasons } from './tables.ts'

export const quoteBody = v.pipe(
  v.strictObject({ ...documentFields, valid_until: field.date }),
  v.title('QuoteDraft'),
)
export type QuoteInput = v.InferOutput<typeof quoteBody>

/** Any of its fields; `lines` are replaced as a whole. */
export const quoteChange = v.pipe(
  v.partial(v.strictObject({ ...documentFields, valid_until: field.date })),
  v.title('QuoteChange'),
)

/** An acceptance that was made elsewhere, by phone or on paper. */
export const acceptanceBody = v.pipe(
  v.strictObject({
    po_number: field.optional(field.line(60)),
    note: field.optional(field.prose(2000)),
  }),
  v.title('AcceptanceRecord'),
)
export type AcceptanceInput = v.InferOutput<typeof acceptanceBody>

export const quoteQuery = v.strictObject({
  ...query.paging,
  status: query.filter(v.picklist(quoteStatuses, `must be one of ${quoteStatuses.join(', ')}`)),
  client_id: query.filter(field.id('cli')),
  updated_since: query.filter(field.instant),
})

const decision = v.strictObject({
  kind: v.picklist(['accepted', 'rejected']),
  by: v.picklist(['client', 'business']),
  at: shape.orNull(shape.instant),
  name: shape.words,
  po_number: shape.words,
  reason: shape.orNull(v.picklist(declineReasons)),
  note: shape.words,
})

export const quoteAnswer = v.pipe(
  v.strictObject({
    id: shape.id('quo'),
    ...documentShape,
    status: v.picklist(quoteStatuses),
    revision: v.pipe(v.number(), v.integer()),
    valid_until: shape.date,
    content_hash: shape.orNull(shape.hash),
    sent_at: shape.orNull(shape.instant),
    delivery: documentDelivery,
    expires_at: shape.orNull(shape.instant),
    viewed_at: shape.orNull(shape.instant),
    decision: shape.orNull(decision),
    created_at: shape.instant,
    updated_at: shape.instant,
  }),
  v.title('Quote'),
)

export const evidenceAnswer = v.pipe(
  v.looseObject({ format: v.string(), jws: v.string() }),
  v.title('EvidenceFile'),
)
