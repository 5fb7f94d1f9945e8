/** The values that answers are made of, as schemas: what the OpenAPI document says of them, and what callers may rely on. */
import * as v from 'valibot'
import { idPattern, type Prefix } from './ids.ts'

const text = (facts: Record<string, unknown>) => v.pipe(v.string(), v.metadata(facts))

export const id = (prefix: Prefix) => text({ pattern: idPattern(prefix) })
export const instant = text({ format: 'date-time', examples: ['2026-01-31T09:00:00.000Z'] })
export const date = text({ format: 'date', examples: ['2026-01-31'] })
export const currency = text({ pattern: '^[A-Z]{3}$', examples: ['USD'] })

/** Of the currency beside it, in major units. */
export const amount = text({ pattern: '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$', examples: ['1250.00'] })
export const quantity = text({ pattern: '^(0|[1-9][0-9]*)(\\.[0-9]+)?$', examples: ['2.5'] })
/** In percent. */
export const rate = text({ pattern: '^(0|[1-9][0-9]*)(\\.[0-9]+)?$', examples: ['8.25'] })
/** SHA-256 in hex. */
export const hash = text({ pattern: '^[0-9a-f]{64}$' })
export const url = text({ format: 'uri' })
export const orNull = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)
export const words = v.nullable(v.string())

/** A page of a list. */
export const listOf = <Item extends v.GenericSchema>(item: Item) =>
  v.strictObject({ data: v.array(item), next_cursor: v.nullable(v.string()) })
