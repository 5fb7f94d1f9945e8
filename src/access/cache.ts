/**
 * What KV knows of a link: where its data lives, and whom to call when the database does not answer. It is asked
 * beside D1 and never opens anything (docs/decisions/0001). The key is the token's hash; the value holds no token.
 */

/** `home`: which database holds the business. There is one for now; links outlive a move. */
export type Whereabouts = { home: 'main'; name: string; phone: string | null; email: string }

const keyOf = (tokenHash: string) => `link:${tokenHash}`

const MONTH = 30 * 24 * 60 * 60

/** The entry of a link; null where there is none, and also where KV fails: it is never worth an error. */
export async function lookUp(kv: KVNamespace, tokenHash: string): Promise<Whereabouts | null> {
  return kv.get<Whereabouts>(keyOf(tokenHash), 'json').catch(() => null)
}

/** Fills the entry on a miss, or where the business has changed its name or numbers since. */
export async function fill(kv: KVNamespace, tokenHash: string, known: Whereabouts | null, now: Whereabouts) {
  const value = JSON.stringify(now)
  if (known !== null && JSON.stringify(known) === value) return
  await kv.put(keyOf(tokenHash), value, { expirationTtl: MONTH })
}

/** Forgets a link that died, so that not even the 503 page names its business. */
export async function forget(kv: KVNamespace, tokenHash: string): Promise<void> {
  await kv.delete(keyOf(tokenHash))
}
