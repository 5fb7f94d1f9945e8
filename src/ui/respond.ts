/**
 * A page as a response: headers for every page that a token opens, whatever its status (quality.md §2.9). The
 * policy allows the two style elements by their hashes, a picture as a data: URL, and nothing else.
 */
import type { Child } from 'hono/jsx'
import { base64, sha256 } from '../core/crypto.ts'
import { accentStyle } from './colour.ts'
import { stylesheet } from './styles.ts'

const fixed = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
} as const

/** Draws a page. `colour`: the business's own, whose rule is the second style element. */
export async function page(
  drawn: Child,
  {
    status = 200,
    colour = null,
    headers = {},
  }: { status?: number; colour?: string | null; headers?: HeadersInit } = {},
): Promise<Response> {
  const policy = await policyFor(colour)
  const all = new Headers({ ...fixed, 'content-security-policy': policy })
  for (const [name, value] of new Headers(headers)) all.set(name, value)
  return new Response(String(await drawn), { status, headers: all })
}

const policies = new Map<string | null, string>()

/** One policy per colour, kept; bounded, because colours are chosen by businesses. */
async function policyFor(colour: string | null): Promise<string> {
  const known = policies.get(colour)
  if (known) return known
  const styles = await Promise.all([stylesheet, accentStyle(colour)].map(hashSource))
  const policy = `default-src 'none'; style-src ${styles.join(' ')}; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`
  if (policies.size < 1000) policies.set(colour, policy)
  return policy
}

const hashSource = async (text: string) => `'sha256-${base64(await sha256(text))}'`
