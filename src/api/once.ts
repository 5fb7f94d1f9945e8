/**
 * A POST with an Idempotency-Key takes effect once (draft-ietf-httpapi-idempotency-key-header-07; Stripe's semantics).
 * The key's row stands in the batch of the effect, so that neither is there without the other: whoever comes second, in
 * a race or after a lost answer, is refused whole by the row's primary key, finds the row, and answers from it what was
 * answered first. A request that was refused has had no effect and leaves no row: it is decided anew.
 */
import type { Act, ApiContext, Once } from '../core/api.ts'
import { sha256Hex } from '../core/crypto.ts'
import { first, KEY_ENDED, KEY_USED, Refused } from '../core/db.ts'
import { Problem } from '../core/problem.ts'
import { type Claim, claimKey, KEPT_FOR, keepAnswer, keptAnswer } from './store.ts'

/** The row that an answer is drawn from, and when it was first given (UTC milliseconds). */
export type Answered = { row: unknown; at: number }

/** Runs an act, at most once for the key that the request gives. `isSecret`: repeats are answered to the same API key alone. */
export async function once(
  c: ApiContext,
  act: Act,
  run: (act: Act) => Promise<unknown>,
  isSecret = false,
): Promise<Answered> {
  const idempotencyKey = keyIn(c.req.header('idempotency-key'))
  if (idempotencyKey === null) return { row: await run(act), at: act.now }
  const claim = {
    businessId: act.businessId,
    idempotencyKey,
    fingerprint: await fingerprintOf(c, isSecret ? act.actor.id : null),
  }
  try {
    return { row: await run({ ...act, once: onceOf(claim, act.now) }), at: act.now }
  } catch (error) {
    if (error instanceof Refused && error.reason === KEY_ENDED) throw error
    return answeredBefore(act, claim, error)
  }
}

const onceOf = (claim: Claim, now: number): Once => ({
  claim: claimKey(claim, now),
  keep: row => keepAnswer(claim, row),
})

/**
 * What the key was answered with. It is asked after any failure: the same request may have been answered in the
 * meantime, or by this very try whose own answer was lost. Where nothing is kept, the failure stands. Where that can't be
 * read, nobody knows (503): a refusal such as “sent already” may be what the request itself has brought about.
 */
async function answeredBefore(act: Act, claim: Claim, error: unknown): Promise<Answered> {
  const kept = await first(act.db, keptAnswer(claim))
  if (kept?.answer && kept.createdAt > act.now - KEPT_FOR) {
    if (kept.fingerprint !== claim.fingerprint) throw reused()
    return { row: rowIn(kept.columns ?? '[]', kept.answer), at: kept.createdAt }
  }
  if (error instanceof Refused && error.reason === KEY_USED) {
    throw new Problem('idempotency_conflict', 'Try again in a moment, with the same key.')
  }
  throw error
}

const reused = () =>
  new Problem('idempotency_key_reused', 'Send the body of the first request again, or choose a new key.')

function rowIn(columns: string, answer: string): Record<string, unknown> {
  const values = (JSON.parse(answer) as unknown[][]).flat()
  return Object.fromEntries((JSON.parse(columns) as string[]).map((name, at) => [name, values[at]]))
}

/** The key, with or without the quotes of a structured field's string (RFC 9651, §3.3.3); null where none is given. */
function keyIn(header: string | undefined): string | null {
  if (header === undefined) return null
  const key = /^"([^"\\]*)"$/.exec(header)?.[1] ?? header
  if (/^[\x21-\x7e]([\x20-\x7e]{0,253}[\x21-\x7e])?$/.test(key)) return key
  throw new Problem('malformed_header', 'Idempotency-Key must be 1 to 255 visible ASCII characters.')
}

/** `by`: who asks, where the answer is for nobody else. */
async function fingerprintOf(c: ApiContext, by: string | null): Promise<string> {
  const body = new Uint8Array(await c.req.arrayBuffer())
  // Bytes that are no UTF-8 are refused before they have an effect.
  return sha256Hex(`${c.req.method} ${c.req.path}\n${by ? `${by}\n` : ''}${new TextDecoder().decode(body)}`)
}
