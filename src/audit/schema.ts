/** The trail as the API gives it. */
import * as v from 'valibot'
import * as field from '../core/fields.ts'
import * as query from '../core/query.ts'
import * as shape from '../core/shapes.ts'

/** Any id: three or four letters that say what it is. */
const anyId = v.pipe(
  v.string(),
  v.metadata({ pattern: '^[a-z]{3}_[0-9a-z]{26}$', description: 'An id of any kind.' }),
  v.regex(/^[a-z]{3}_[0-9a-z]{26}$/, 'must be an id'),
)

export const auditQuery = v.strictObject({
  ...query.paging,
  object_id: query.filter(anyId),
  since: query.filter(field.instant),
})

export const auditAnswer = v.pipe(
  v.strictObject({
    id: shape.id('aud'),
    at: shape.instant,
    actor: v.strictObject({ kind: v.picklist(['key', 'link', 'system']), id: shape.words }),
    action: v.string(),
    object_id: v.string(),
    address: shape.words,
    request_id: shape.words,
    details: v.record(v.string(), v.nullable(v.union([v.string(), v.number()]))),
  }),
  v.title('AuditEntry'),
)
