/**
 * A page as a response: headers for every page that a token opens, whatever its status (quality.md §2.9). The
 * policy allows the two style elements and the one script by their hashes, a picture as a data: URL, where there is a logo one
 * of this origin, and nothing else.
 */
import type { Child } from 'hono/jsx'
import { base64, sha256 } from '../core/crypto.ts'
import { accentStyle } from './colour.ts'
import { script } from './script.tsx'
import { sheets } from './styles.ts'
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
  /** A script of its own, in the place of the client's pages', which may call this origin. */
  script?: string
  /** Its forms can be sent. */
  forms?: boolean
}

/** Draws a page. */
export async function page(
  drawn: Child,
  surroundings: Surroundings,
  { status = 200, colour = null, headers = {}, script: own, forms = true }: PageOptions = {},
): Promise<Response> {
  const html = drawnIn(surroundings, drawn)
  const policy = await policyFor(sheetIn(html), colour, own, forms, hasLogo(html))
  const all = new Headers({ ...fixed, 'content-security-policy': policy })
  for (const [name, value] of new Headers(headers)) all.set(name, value)
  return new Response(html, { status, headers: all })
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

const known: readonly string[] = Object.values(sheets)

/** The stylesheet that a page carries: one of ours, in its first style element. Throws TypeError where it is none. */
function sheetIn(html: string): number {
  const start = html.indexOf('<style>') + '<style>'.length
  const at = known.indexOf(html.slice(start, html.indexOf('</style>', start)))
  if (at < 0) throw new TypeError('A page carries no stylesheet of ours.')
  return at
}

/** A text that was typed is escaped: where a picture stands, it is the one of the letterhead. */
const hasLogo = (html: string): boolean => html.includes('<img ')

/** One policy per sheet, colour and script, with a logo and without, kept; bounded, because colours are chosen by businesses. */
async function policyFor(
  sheet: number,
  colour: string | null,
  own: string | undefined,
  forms: boolean,
  logo: boolean,
): Promise<string> {
  const key = `${sheet} ${own} ${forms} ${logo} ${colour}`
  const made = policies.get(key)
  if (made) return made
  const styles = await hashSources([known[sheet] ?? '', accentStyle(colour)])
  const scripts = await hashSources([own ?? script])
  const calls = own === undefined ? '' : " connect-src 'self';"
  const policy = `default-src 'none'; script-src ${scripts};${calls} style-src ${styles}; img-src${logo ? " 'self'" : ''} data:; form-action ${forms ? "'self'" : "'none'"}; frame-ancestors 'none'; base-uri 'none'`
  if (policies.size >= 1000) policies.clear()
  policies.set(key, policy)
  return policy
}

const hashSources = async (texts: string[]): Promise<string> =>
  (await Promise.all(texts.map(async text => `'sha256-${base64(await sha256(text))}'`))).join(' ')
