/** Links and the job of their rotation, as the API takes and gives them. */
import * as v from 'valibot'
import * as shape from '../core/shapes.ts'

export const rotationBody = v.pipe(
  v.strictObject({ notify: v.optional(v.boolean('must be true or false'), false) }),
  v.title('LinkRotation'),
)

export const linkAnswer = v.pipe(
  v.strictObject({ url: shape.url, issued_at: shape.instant, last_used_at: shape.orNull(shape.instant) }),
  v.title('Link'),
)

export const newLinkAnswer = v.pipe(
  v.strictObject({ url: shape.url, issued_at: shape.instant }),
  v.title('NewLink'),
)

export const queuedAnswer = v.pipe(v.strictObject({ status: v.literal('queued') }), v.title('Queued'))

export const jobAnswer = v.pipe(
  v.strictObject({
    id: shape.id('job'),
    kind: v.literal('links_rotation'),
    status: v.picklist(['running', 'done']),
    total: v.pipe(v.number(), v.integer()),
    done: v.pipe(v.number(), v.integer()),
    created_at: shape.instant,
    ended_at: shape.orNull(shape.instant),
  }),
  v.title('Job'),
)
