/** Reads a body: JSON by its schema, or a file; or throws the problem that says what is wrong with it, or with which field. */
import type { Context } from 'hono'
import * as v from 'valibot'
import { type FieldError, invalid, Problem } from './problem.ts'

/** The body as the schema gives it. Throws `malformed_json` (400) or `invalid` (422). */
export async function bodyOf<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  return valid(schema, await jsonOf(c))
}

/** The body as JSON; `{}` where there is none. Bytes that are no UTF-8 are refused, not repaired (RFC 8259, §8.1). */
export async function jsonOf(c: Context): Promise<unknown> {
  const bytes = await c.req.arrayBuffer()
  if (bytes.byteLength === 0) return {}
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes))
  } catch {
    throw new Problem('malformed_json', 'The body could not be read as JSON in UTF-8.')
  }
}

/** A file as it was sent, and the media type that it is said to have. */
export type Upload = { type: string; bytes: Uint8Array<ArrayBuffer> }

/** What a file may be: one of these media types, of at most so many bytes. */
export type FileBody = { types: readonly string[]; mostBytes: number }

export const noFile: Upload = { type: '', bytes: new Uint8Array() }

/**
 * The body as a file. Throws `unsupported_media_type` (415), with the types that are taken in Accept (RFC 9110, §15.5.16), where
 * Content-Type names none of them; parameters of it say nothing here.
 */
export async function fileOf(c: Context, { types }: FileBody): Promise<Upload> {
  const type = /^[^;\s]*/.exec(c.req.header('content-type')?.toLowerCase() ?? '')?.[0] ?? ''
  if (types.includes(type)) return { type, bytes: new Uint8Array(await c.req.arrayBuffer()) }
  const detail = `Send the file itself, with its type as Content-Type: ${types.join(', ')}.`
  throw new Problem('unsupported_media_type', detail, [], { accept: types.join(', ') })
}

/** Whether a change names no field: then nothing is written, and no ETag moves. */
export const isNothing = (change: unknown): boolean =>
  typeof change === 'object' && change !== null && !Array.isArray(change) && Object.keys(change).length === 0

/** The value as the schema gives it. Throws `invalid` with a JSON pointer for each fault. */
export function valid<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid([{ pointer: '', detail: 'must be an object' }])
  }
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  throw invalid(result.issues.slice(0, MOST_FAULTS).map(fieldError))
}

/** More than that help nobody, and an answer stays small whatever was sent. */
const MOST_FAULTS = 50
const LONGEST_KEY = 100

/** A name is cut short, and half of a surrogate pair becomes U+FFFD: strict readers refuse JSON that holds one. */
function fieldError(issue: v.BaseIssue<unknown>): FieldError {
  const keys = (issue.path ?? []).map(item =>
    String(item.key).slice(0, LONGEST_KEY).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'),
  )
  return { pointer: keys.map(key => `/${key}`).join(''), detail: detailOf(issue) }
}

/** valibot's own words for unknown and missing fields are for programmers; ours say what to do. */
function detailOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind !== 'schema') return issue.message
  if (issue.expected === 'never') return 'is not a field of this resource'
  if (issue.received === 'undefined') return 'is required'
  if (issue.type === 'strict_object') return 'must be an object'
  if (issue.type === 'array') return 'must be a list'
  if (issue.type === 'picklist')
    return `must be one of ${issue.expected?.replaceAll('"', '').replace(/[()]/g, '')}`
  return issue.message
}
