/**
 * An operation of the API as data: what it takes, gives and refuses, who may call it, and what it does. api/serve.ts runs
 * it, api/openapi.ts describes it; so that what is described and what happens are one thing.
 */
import type * as v from 'valibot'
import type { Act, Seen } from './api.ts'
import type { FileBody, Upload } from './body.ts'
import type { ProblemCode } from './problem.ts'
import type { Scope } from './scopes.ts'

/**
 * What an operation is called with, checked. `id`: of the path, whatever its shape; `seen`: of If-Match; `file`: what was sent
 * to an operation that takes one, empty elsewhere.
 */
export type Call<Query = unknown, Body = unknown> = {
  act: Act
  id: string
  seen: Seen
  query: Query
  body: Body
  file: Upload
}

/**
 * An answer. `version`: for the ETag of a single resource; `location`: the path of what was created; `response`: in the
 * place of JSON that is drawn.
 */
export type Drawn<Body> = { body: Body; version?: number; location?: string } | { response: Response }

type Schema = v.GenericSchema

/** `Row`: what `run` gives and a repeat is answered from, so plain data: texts, numbers and null alone. */
export type OperationOf<Row, Query extends Schema, Body extends Schema, Answer extends Schema> = {
  /** The operationId. */
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Behind /api/v1, as OpenAPI writes it: `/quotes/{id}/send`. */
  path: string
  scope: Scope
  summary: string
  description?: string
  query?: Query
  body?: Body
  /** The body is checked and handed on as it came, to be laid over what stands. */
  isChange?: true
  /** The body is a file, in the place of JSON, and is handed on as it came. */
  file?: FileBody
  /** If-Match is required. */
  ifMatch?: true
  /** Its answer holds a link or a key: a repeat is answered to the same API key alone. */
  isSecret?: true
  /** What a body may look like, for the documentation. */
  example?: Record<string, unknown>
  status: 200 | 201 | 202 | 204
  answer?: Answer
  /** The media type of an answer that is no JSON drawn by us. */
  type?: 'text/html'
  /** The codes that it may refuse with, besides those that follow from the rest. */
  refusals?: readonly ProblemCode[]
  run: (call: Call<v.InferOutput<Query>, v.InferOutput<Body>>) => Promise<Row>
  /** `act.now` is when it was first answered. */
  draw?: (
    row: Row,
    act: Act,
    query: v.InferOutput<Query>,
  ) => Drawn<v.InferInput<Answer>> | Promise<Drawn<v.InferInput<Answer>>>
}

// biome-ignore lint/suspicious/noExplicitAny: operations of all kinds stand in one list; each was checked where it was made
export type Operation = OperationOf<any, any, any, any>

/** Checks an operation's parts against each other: what `draw` draws is what `answer` describes. */
export const operation = <Row, Query extends Schema, Body extends Schema, Answer extends Schema>(
  made: OperationOf<Row, Query, Body, Answer>,
): Operation => made
