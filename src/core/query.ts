/** The query of a list, as valibot schemas: what every list takes, and filters. */
import * as v from 'valibot'

/** Why a cursor is refused. */
export const cursorMessage = 'must be a next_cursor that this list gave'

/** What every list takes. */
export const paging = {
  limit: v.optional(
    v.pipe(
      v.string(),
      v.metadata({ pattern: '^([1-9][0-9]?|100)$', description: 'How many, 1 to 100; 20 unless told.' }),
      v.regex(/^([1-9]\d?|100)$/, 'must be a whole number from 1 to 100'),
      v.transform(Number),
    ),
    '20',
  ),
  cursor: v.optional(
    v.nullable(
      v.pipe(
        v.string(),
        v.metadata({
          pattern: '^[a-z]{3}_[0-9a-z]{34}$',
          description: 'The next_cursor of the page before.',
        }),
        v.regex(/^[a-z]{3}_[0-9a-z]{34}$/, cursorMessage),
      ),
    ),
    null,
  ),
}

/** A query parameter that may be absent, then null. */
export const filter = <Schema extends v.GenericSchema<string, unknown>>(schema: Schema) =>
  v.optional(v.nullable(schema), null)
