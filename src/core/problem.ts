/**
 * The API's errors: RFC 9457 problem documents with a closed list of codes (contract.md). A handler throws a
 * `Problem`; the API's error handler answers with it. Nothing of SQL, columns or stacks ever enters one.
 */
import { urls } from './urls.ts'

/** Every code with its status and title. Callers of the API may rely on the codes. */
export const problems = {
  malformed_header: [400, 'A header is not valid'],
  malformed_json: [400, 'The body is not JSON'],
  malformed_query: [400, 'A query parameter is not valid'],
  no_key: [401, 'A valid API key is needed'],
  missing_scope: [403, 'The key lacks a scope'],
  not_found: [404, 'There is nothing here for this key'],
  already_decided: [409, 'The quote was already answered'],
  already_reversed: [409, 'The payment was already taken back'],
  client_deleted: [409, 'The client was deleted'],
  idempotency_conflict: [409, 'The same request is under way'],
  invoice_empty: [409, 'The invoice has no lines'],
  invoice_not_draft: [409, 'The invoice is not a draft'],
  invoice_has_payments: [409, 'There is money on the invoice'],
  invoice_not_payable: [409, 'The invoice takes no payments in this state'],
  invoice_not_voidable: [409, 'The invoice cannot be voided in this state'],
  key_not_active: [409, 'The key has expired, was revoked or was replaced'],
  last_admin_key: [409, 'No other key could manage keys for as long'],
  link_key_retired: [409, 'The link can no longer be read'],
  link_revoked: [409, 'The client’s link was revoked'],
  message_not_retryable: [409, 'The message cannot be sent again'],
  no_link: [409, 'The client has no link yet'],
  not_enough_credit: [409, 'The client has not enough credit'],
  number_taken: [409, 'Another document has this number'],
  quote_invoiced: [409, 'The invoices would exceed the quote'],
  quote_accepted: [409, 'The quote is accepted'],
  quote_empty: [409, 'The quote has no lines'],
  quote_expired: [409, 'The quote has expired or was closed'],
  quote_not_accepted: [409, 'The quote is not accepted'],
  quote_not_closable: [409, 'The quote cannot be closed in this state'],
  quote_not_draft: [409, 'The quote is not a draft'],
  quote_not_open: [409, 'The quote is not open'],
  quote_past_validity: [409, 'The quote’s last day has passed'],
  quote_was_sent: [409, 'The quote was sent before'],
  stale: [412, 'The resource has changed'],
  too_large: [413, 'The body is too large'],
  unsupported_media_type: [415, 'The body has another media type than this path takes'],
  idempotency_key_reused: [422, 'The Idempotency-Key was used for another request'],
  invalid: [422, 'The body is not valid'],
  logo_animated: [422, 'The picture is animated'],
  logo_dimensions: [422, 'The picture is too wide or too high'],
  logo_turned: [422, 'The picture is turned by its EXIF orientation'],
  logo_type_differs: [422, 'The file is not of the type that Content-Type says'],
  logo_unreadable: [422, 'The file is not a picture that can be read'],
  too_many_requests: [429, 'Too many requests'],
  if_match_required: [428, 'If-Match is required'],
  internal: [500, 'Something went wrong'],
  unavailable: [503, 'The database does not answer'],
} as const satisfies Record<string, readonly [status: number, title: string]>

export type ProblemCode = keyof typeof problems

/** What is wrong with one field: `pointer` by RFC 6901 into the body, `detail` what would be right. */
export type FieldError = { pointer: string; detail: string }

export class Problem extends Error {
  override name = 'Problem'
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code)
  }

  /** The answer: `application/problem+json` with `type`, `title`, `status`, `code`, `detail` and `errors`. */
  response(baseUrl = ''): Response {
    const [status, title] = problems[this.code]
    const type = `${baseUrl}${urls.api.problem(this.code)}`
    const errors = this.errors.length > 0 ? { errors: this.errors } : {}
    const body = JSON.stringify({ type, title, status, code: this.code, detail: this.detail, ...errors })
    const fixed = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' }
    const headers = new Headers({ ...fixed, ...this.headers })
    if (status === 401) headers.set('www-authenticate', 'Bearer')
    if (status === 503) headers.set('retry-after', '5')
    return new Response(body, { status, headers })
  }
}

/** One body for everything that is not there or not yours, so that nothing can be guessed. */
export const notFound = () => new Problem('not_found', 'It does not exist, or it is not yours.')

export const invalid = (errors: readonly FieldError[]) =>
  new Problem('invalid', 'See “errors” for each field and what would be right.', errors)
