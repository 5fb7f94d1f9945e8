/**
 * `GET /logos/{file}`: a logo, open to everybody. An address holds the hash of what it shows, so browsers may keep it for good and
 * nobody guesses one; it says nothing of whose it is, and a page that shows it sends no referrer, so neither does the request.
 */
import type { Context } from 'hono'
import { first } from '../../core/db.ts'
import type { Env } from '../../core/env.ts'
import { urls } from '../../core/urls.ts'
import { logoFile } from '../store/logo.ts'
import { logoPath } from './address.ts'

const fixed = {
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  // Opened by itself it is a document: of which nothing can run or load, whatever a browser takes it for.
  'content-security-policy': "default-src 'none'",
  'x-robots-tag': 'noindex',
} as const

/** What can't be the name of a logo is not looked for. */
export async function serveLogo(c: Context<{ Bindings: Env }, '/logos/:file'>): Promise<Response> {
  const file = c.req.param('file')
  const hash = /^([0-9a-f]{64})\.(png|jpg|webp)$/.exec(file)?.[1]
  const logo = hash && (await first(c.env.DB, logoFile({ hash })))
  if (!logo || logoPath(hash, logo.mediaType) !== urls.logo(file)) return c.notFound()
  return new Response(Uint8Array.fromHex(logo.hex), {
    headers: { ...fixed, 'content-type': logo.mediaType },
  })
}
