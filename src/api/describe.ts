/** One operation as the OpenAPI document tells of it: what it takes, gives, and may refuse with. */
import * as v from 'valibot'
import type { Operation } from '../core/operation.ts'
import { type ProblemCode, problems } from '../core/problem.ts'

type Schema = v.GenericSchema
export type Json = Record<string, unknown>

/** The codes with which any operation may refuse. */
const everywhere: readonly ProblemCode[] = [
  'malformed_query',
  'no_key',
  'missing_scope',
  'too_many_requests',
  'internal',
  'unavailable',
]

/** The codes with which an operation may refuse: its own, and those that follow from what it takes. */
function codesOf(one: Operation): ProblemCode[] {
  return [
    ...everywhere,
    ...(one.path.includes('{id}') ? (['not_found'] as const) : []),
    ...(one.method === 'GET' ? [] : (['too_large'] as const)),
    ...(one.body ? (['malformed_json', 'invalid'] as const) : []),
    ...(one.file ? (['unsupported_media_type'] as const) : []),
    ...(one.ifMatch ? (['if_match_required', 'stale'] as const) : []),
    ...(one.method === 'POST'
      ? (['malformed_header', 'idempotency_conflict', 'idempotency_key_reused'] as const)
      : []),
    ...(one.refusals ?? []),
  ]
}

const header = (description: string): Json => ({ description, required: true, schema: { type: 'string' } })

const retryAfter = header('In how many seconds to try again.')

const byStatus = (codes: readonly ProblemCode[]) => Map.groupBy(new Set(codes), code => problems[code][0])

/** One response for all codes of a status; that of a code that stands alone is shared, by the code's name. */
function problemResponses(codes: readonly ProblemCode[]): Json {
  const responses = [...byStatus(codes)].map(([status, some]) => [
    status,
    some.length > 1 ? problemResponse(some) : { $ref: `#/components/responses/${some[0]}` },
  ])
  return Object.fromEntries(responses)
}

/** The responses that operations share. */
export function sharedResponses(operations: readonly Operation[]): Json {
  const alone = operations.flatMap(one =>
    [...byStatus(codesOf(one)).values()].filter(some => some.length === 1),
  )
  return Object.fromEntries(alone.flat().map(code => [code, problemResponse([code])]))
}

function problemResponse(codes: readonly ProblemCode[]): Json {
  const description = codes.map(code => `\`${code}\`: ${problems[code][1]}.`).join(' ')
  const only = { properties: { code: { enum: codes } } }
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, only] }
  const isLater = codes.some(code => [429, 503].includes(problems[code][0]))
  return {
    description,
    ...(isLater ? { headers: { 'Retry-After': retryAfter } } : {}),
    content: { 'application/problem+json': { schema } },
  }
}

/** The answers that have a version. */
const tagged = ['Business', 'Client', 'Quote', 'Invoice']
const isTagged = ({ answer }: Operation) => !!answer && tagged.includes(v.getTitle(answer) ?? '')

/** A job is created, and goes on after the answer. */
const isBegun = ({ answer, status }: Operation) => status === 202 && !!answer && v.getTitle(answer) === 'Job'

function successOf(one: Operation, schemaOf: (schema: Schema) => Json): Json {
  const headers = {
    ...(isTagged(one) ? { ETag: header('Its version, for If-Match.') } : {}),
    ...(one.status === 201 || isBegun(one)
      ? { Location: header('Where it is from now on, or is listed.') }
      : {}),
  }
  const description = one.status === 204 ? 'Done.' : 'The answer.'
  if (one.type) return { description, content: { [one.type]: { schema: { type: 'string' } } } }
  const content = one.answer && { 'application/json': { schema: schemaOf(one.answer) } }
  return { description, headers, ...(content ? { content } : {}) }
}

/** A query parameter by the innermost schema: absent is not null. */
function innermost(schema: Schema): Schema {
  const { wrapped } = schema as unknown as { wrapped?: Schema }
  return wrapped ? innermost(wrapped) : schema
}

function parametersOf(one: Operation, schemaOf: (schema: Schema) => Json): unknown[] {
  const query = Object.entries((one.query as unknown as { entries?: Record<string, Schema> })?.entries ?? {})
  return [
    ...(one.path.includes('{id}') ? [{ $ref: '#/components/parameters/Id' }] : []),
    ...query.map(([name, schema]) => {
      const { description, ...rest } = schemaOf(innermost(schema))
      return { name, in: 'query', ...(description ? { description } : {}), schema: rest }
    }),
    ...(one.ifMatch ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
    ...(one.method === 'POST' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ]
}

/** `schemaOf`: a schema as JSON Schema, by its name where it has one. */
export function describe(one: Operation, tag: string, schemaOf: (schema: Schema) => Json): Json {
  const description = [one.description, `Needs a key with the scope \`${one.scope}\`.`]
    .filter(Boolean)
    .join('\n\n')
  const parameters = parametersOf(one, schemaOf)
  const requestBody = bodyOf(one, schemaOf)
  return {
    ...{ operationId: one.name, tags: [tag], summary: one.summary, description },
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses: { [one.status]: successOf(one, schemaOf), ...problemResponses(codesOf(one)) },
  }
}

function bodyOf({ body, file, example }: Operation, schemaOf: (schema: Schema) => Json): Json | undefined {
  if (file) {
    const content = file.types.map(type => [type, { schema: { type: 'string', format: 'binary' } }])
    const description = `The file itself, of at most ${file.mostBytes / 1024} KB.`
    return { description, required: true, content: Object.fromEntries(content) }
  }
  if (!body) return undefined
  const json = { schema: schemaOf(body), ...(example ? { example } : {}) }
  return { required: isNeeded(body), content: { 'application/json': json } }
}

/** Whether a body has to say anything. */
const isNeeded = (body: Schema): boolean => !v.safeParse(body, {}).success
