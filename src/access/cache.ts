/**
 * What KV knows of a link: where its data lives, and whom to call when the database does not answer. It is asked
 * beside D1 and never opens anything (docs/decisions/0001). The key is the token's hash; the value holds no token.
 */

import { within } from '../core/clock.ts'
import { logRunFault } from '../core/log.ts'

/** `home`: which database holds the business. There is one for now; links outlive a move. */
export type Whereabouts = { home: 'main'; name: string; phone: string | null; email: string }

const keyOf = (tokenHash: string) => `link:${tokenHash}`

const MONTH = 30 * 24 * 60 * 60

/** Nobody waits longer than that for whom to call. */
const PATIENCE = 1000

/**
 * The entry of a link; null where there is none, where KV fails or dawdles, and where what it holds is no entry: it
 * is never worth an error.
 */
export async function lookUp(kv: KVNamespace, tokenHash: string): Promise<Whereabouts | null> {
  try {
    const value = await within(PATIENCE, kv.get(keyOf(tokenHash), 'json'))
    return isWhereabouts(value) ? value : null
  } catch {
    return null
  }
}

function isWhereabouts(value: unknown): value is Whereabouts {
  if (typeof value !== 'object' || value === null) return false
  const { home, name, phone, email } = value as Record<string, unknown>
  return home === 'main' && isText(name) && isText(email) && (phone === null || isText(phone))
}

const isText = (value: unknown) => typeof value === 'string' && value !== ''

/** Fills the entry on a miss, or where the business has changed its name or numbers since. */
export async function fill(kv: KVNamespace, tokenHash: string, known: Whereabouts | null, now: Whereabouts) {
  const value = JSON.stringify(now)
  if (known !== null && JSON.stringify(known) === value) return
  await kv.put(keyOf(tokenHash), value, { expirationTtl: MONTH })
}

/** Forgets a link that died, so that not even the 503 page names its business. */
export async function forget(kv: KVNamespace, tokenHash: string): Promise<void> {
  await kv.delete(keyOf(tokenHash)).catch(error => logRunFault('forget a link', error))
}
