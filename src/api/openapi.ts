/**
 * The OpenAPI 3.1 document of the API, made of the operations that serve it: the schemas that check a request and draw an
 * answer are the ones that are described.
 */
import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { problems } from '../core/problem.ts'
import { scopes } from '../core/scopes.ts'
import { describe, type Json, sharedResponses } from './describe.ts'
import { groups, operations } from './operations.ts'

type Schema = v.GenericSchema

/** Checks that say more than JSON Schema can are left out of it; the metadata beside them says what it can. */
const conversion = {
  typeMode: 'input',
  errorMode: 'ignore',
  overrideRef: ({ referenceId }: { referenceId: string }) => `#/components/schemas/${referenceId}`,
} as const

/** The parts of a schema that may have a name of their own. */
const partsOf = (schema: Schema): Schema[] => {
  const { entries, item, wrapped, options } = schema as unknown as Record<string, unknown>
  const parts = [...Object.values(entries ?? {}), item, wrapped, ...(Array.isArray(options) ? options : [])]
  return parts.filter(part => typeof part === 'object' && part !== null) as Schema[]
}

function collect(schema: Schema | undefined, named: Record<string, Schema>): void {
  if (!schema) return
  const title = v.getTitle(schema)
  if (title) named[title] = schema
  for (const part of partsOf(schema)) collect(part, named)
}

function namedSchemas(): Record<string, Schema> {
  const named: Record<string, Schema> = {}
  for (const { body, answer } of operations) for (const schema of [body, answer]) collect(schema, named)
  return named
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  additionalProperties: false,
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems) },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        additionalProperties: false,
        properties: {
          pointer: { type: 'string', description: 'A JSON pointer into the body (RFC 6901).' },
          detail: { type: 'string', description: 'What would be right.' },
        },
      },
    },
  },
}

const parameters = {
  Id: { name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 100 } },
  IfMatch: {
    ...{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } },
    description:
      'The ETag that you last read, or `*`. 428 without it, 412 when the resource has changed since.',
  },
  IdempotencyKey: {
    ...{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string', minLength: 1, maxLength: 255 } },
    description: 'Makes a repeat safe: within a day, the same key and the same body get the same answer.',
  },
}

let kept: { baseUrl: string; document: Json } | undefined

/** The document for a portal; made once and kept. */
export function openApi(baseUrl: string): Json {
  if (kept?.baseUrl !== baseUrl) kept = { baseUrl, document: made(baseUrl) }
  return kept.document
}

function made(baseUrl: string): Json {
  const definitions = namedSchemas()
  const schemas = toJsonSchemaDefs(definitions as never, conversion) as Record<string, Json>
  const schemaOf = (schema: Schema): Json => {
    const title = v.getTitle(schema)
    if (title && definitions[title] === schema) return { $ref: `#/components/schemas/${title}` }
    const {
      $schema: _,
      $defs: __,
      ...json
    } = toJsonSchema(schema, { ...conversion, definitions } as never) as Json
    return json
  }
  const paths: Record<string, Json> = {}
  for (const { name, operations: some } of groups)
    for (const one of some)
      paths[one.path] = { ...paths[one.path], [one.method.toLowerCase()]: describe(one, name, schemaOf) }
  return {
    openapi: '3.1.0',
    info: {
      ...{ title: 'Client portal API', version: '1' },
      description: `What a business’s own programs can do. Money, quantities and rates are decimal strings in major units beside a currency; dates are YYYY-MM-DD in your time zone; instants RFC 3339 in UTC. Scopes: ${scopes.join(', ')}.`,
      ...{
        license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
        contact: { url: baseUrl },
      },
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [{ key: [] }],
    tags: groups.map(({ name, about }) => ({ name, description: about })),
    paths,
    components: {
      ...{
        schemas: { ...schemas, Problem: problemSchema },
        responses: sharedResponses(operations),
        parameters,
      },
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key: `sqk_…`' } },
    },
  }
}
