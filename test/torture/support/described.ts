// The API as its OpenAPI document describes it: each operation with what it takes, and whether a request and its answer
// are what the document says of them.
import { type Schema, Validator } from '@cfworker/json-schema'
import { openApi } from '../../../src/api/openapi.ts'

export type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: true; schema: Schema }

type Described = {
  headers?: Record<string, { required?: boolean }>
  content?: Record<string, { schema: Schema }>
}

export type Operation = {
  name: string
  method: string
  path: string
  parameters: Parameter[]
  body: Schema | undefined
  /** The media types of the file that it takes in the place of JSON; none where it takes none. */
  files: string[]
  responses: Record<string, Described>
}

/**
 * The parts of a request that the document tells of. `query`: as in the address, each name as often as it stands there;
 * `body`: of a file each character is a byte.
 */
export type Sent = { query: [string, string][]; headers: Record<string, string>; body: string | null }

export type Answered = { status: number; headers: Headers; text: string }

type Node = { [name: string]: unknown }

const document = JSON.parse(JSON.stringify(openApi('https://portal.test')))

const known = new Map<string, unknown>()

/** What a reference leads to, always the same object. */
function target(ref: string): unknown {
  const found =
    known.get(ref) ??
    inlined(
      ref
        .split('/')
        .slice(1)
        .reduce((node, name) => node[name], document),
    )
  known.set(ref, found)
  return found
}

/** A part of the document with all that it refers to in its place. */
function inlined(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(inlined)
  if (typeof node !== 'object' || node === null) return node
  if ('$ref' in node) return target(String(node.$ref))
  return Object.fromEntries(Object.entries(node).map(([name, part]) => [name, inlined(part)]))
}

const paths = inlined(document.paths) as Record<string, Record<string, Node>>

export const operations: Operation[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, parameters = [], requestBody, responses }]) => ({
    ...{ name: operationId as string, method: method.toUpperCase(), path },
    parameters: parameters as Parameter[],
    ...bodyOf(requestBody as Described | undefined),
    responses: responses as Operation['responses'],
  })),
)

function bodyOf({ content = {} }: Described = {}): Pick<Operation, 'body' | 'files'> {
  const { 'application/json': json, ...files } = content
  return { body: json?.schema, files: Object.keys(files) }
}

export const operationNamed = (name: string): Operation => {
  const found = operations.find(one => one.name === name)
  if (!found) throw new Error(`no operation is called ${name}`)
  return found
}

const validators = new WeakMap<Schema, Validator>()

/** What is wrong with a value by a schema, as texts. */
function faultsBy(schema: Schema, value: unknown): string[] {
  const validator = validators.get(schema) ?? new Validator(schema, '2020-12', false)
  validators.set(schema, validator)
  return validator.validate(value).errors.map(({ instanceLocation, error }) => `${instanceLocation} ${error}`)
}

export const isValid = (schema: Schema, value: unknown): boolean => faultsBy(schema, value).length === 0

/** Why the document does not allow a request; none for one that it allows. */
export function objections(
  { parameters, body, files }: Operation,
  { query, headers, body: text }: Sent,
): string[] {
  const objection = ({ name, in: place, required, schema }: Parameter): string[] => {
    const given = place === 'query' ? query.filter(([one]) => one === name).map(([, value]) => value) : []
    const own = headers[name.toLowerCase()]
    if (place === 'header' && own !== undefined) given.push(own)
    if (given.length === 0) return required && place !== 'path' ? [`${name} is missing`] : []
    return given.length > 1
      ? [`${name} stands twice`]
      : faultsBy(schema, given[0]).map(fault => `${name} ${fault}`)
  }
  const isDescribed = (name: string) => parameters.some(one => one.in === 'query' && one.name === name)
  return [
    ...query.filter(([name]) => !isDescribed(name)).map(([name]) => `${name} is no parameter`),
    ...parameters.flatMap(objection),
    ...(body ? bodyObjections(body, text) : []),
    ...(files.length > 0 && !files.includes(headers['content-type'] ?? '') ? ['it is no such file'] : []),
  ]
}

/** No body is an object without fields; a mark of byte order is passed over (RFC 8259, §8.1). */
function bodyObjections(schema: Schema, text: string | null): string[] {
  try {
    return faultsBy(schema, JSON.parse(text?.replace(/^\ufeff/, '') || '{}'))
  } catch {
    return ['the body is no JSON']
  }
}

/** In what an answer is not as the document describes it. */
export function deviations({ responses }: Operation, { status, headers, text }: Answered): string[] {
  const described = responses[status]
  if (!described || status >= 500) return [`${status} is not described`]
  const missing = Object.entries(described.headers ?? {}).filter(
    ([name, { required }]) => required && !headers.has(name),
  )
  return [
    ...missing.map(([name]) => `${name} is missing`),
    ...contentDeviations(described.content ?? {}, headers.get('content-type'), text),
  ]
}

function contentDeviations(
  content: Record<string, { schema: Schema }>,
  type: string | null,
  text: string,
): string[] {
  if (Object.keys(content).length === 0)
    return text === '' && type === null ? [] : [`there is a body, ${type}`]
  const media = type?.split(';')[0] ?? ''
  const schema = content[media]?.schema
  if (!schema) return [`the content is ${type}`]
  return faultsBy(schema, media.endsWith('json') ? JSON.parse(text) : text)
}
