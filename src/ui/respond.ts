/**
 * A page as a response: headers for every page that a token opens, whatever its status (quality.md §2.9). The
 * policy allows the two style elements by their hashes, a picture as a data: URL, and nothing else; on a page with
 * forms that asks for it, the one script by its hash too.
 */
import type { Child } from 'hono/jsx'
import { base64, sha256 } from '../core/crypto.ts'
import { busyScript } from './busy.tsx'
import { accentStyle } from './colour.ts'
import { stylesheet } from './styles.ts'
import { drawnIn, type Surroundings } from './surroundings.ts'

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

export type PageOptions = {
  status?: number
  /** The business's own, whose rule is the second style element. */
  colour?: string | null
  headers?: HeadersInit
  /** The page has forms and draws <Busy/>; or it draws a script of its own, which may call this origin. */
  script?: boolean | string
  /** Its forms can be sent. */
  forms?: boolean
}

/** Draws a page. */
export async function page(
  drawn: Child,
  surroundings: Surroundings,
  { status = 200, colour = null, headers = {}, script = false, forms = true }: PageOptions = {},
): Promise<Response> {
  const policy = await policyFor(colour, script, forms)
  const all = new Headers({ ...fixed, 'content-security-policy': policy })
  for (const [name, value] of new Headers(headers)) all.set(name, value)
  return new Response(drawnIn(surroundings, drawn), { status, headers: all })
}

/** Leads on after a form was taken, by GET: a reload asks again and posts nothing (303). */
export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { ...withoutType(fixed), location } })

/** A file to keep, as a download; `name`: of letters, digits, dots and dashes. */
export const download = (text: string, name: string): Response =>
  new Response(text, {
    headers: {
      ...fixed,
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    },
  })

const withoutType = ({ 'content-type': _, ...headers }: typeof fixed) => headers

const policies = new Map<string, string>()

/** One policy per colour, with and without the script, kept; bounded, because colours are chosen by businesses. */
async function policyFor(colour: string | null, script: boolean | string, forms: boolean): Promise<string> {
  const key = `${script} ${forms} ${colour}`
  const known = policies.get(key)
  if (known) return known
  const styles = await Promise.all([stylesheet, accentStyle(colour)].map(hashSource))
  const own = typeof script === 'string' ? "connect-src 'self'; " : ''
  const text = typeof script === 'string' ? script : busyScript
  const scripts = script ? `script-src ${await hashSource(text)}; ${own}` : ''
  const policy = `default-src 'none'; ${scripts}style-src ${styles.join(' ')}; img-src data:; form-action ${forms ? "'self'" : "'none'"}; frame-ancestors 'none'; base-uri 'none'`
  if (policies.size < 1000) policies.set(key, policy)
  return policy
}

const hashSource = async (text: string) => `'sha256-${base64(await sha256(text))}'`
