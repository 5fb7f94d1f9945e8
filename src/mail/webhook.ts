/**
 * `POST /webhooks/postmark`: what became of mail, told by Postmark, which does not sign what it posts: who has the
 * password is believed. Postmark may give up at a 403, so that is never the answer. Answers have no body.
 */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { within } from '../core/clock.ts'
import { configOf } from '../core/config.ts'
import { equalBytes, fromBase64, sha256 } from '../core/crypto.ts'
import { write } from '../core/db.ts'
import type { Env } from '../core/env.ts'
import { logFault } from '../core/log.ts'
import { type Report, reportIn } from './reported.ts'
import { reported } from './store/reports.ts'

type WebhookContext = Context<{ Bindings: Env }>

const USER = 'postmark'
const MAX_BODY = 256 * 1024
/** How long the database may take, in milliseconds: Postmark waits for two minutes, and tries again. */
const PATIENCE = 10_000

/** RFC 7617, and nothing that came over a plain connection, but for those of this machine. */
const onlyPostmark = createMiddleware<{ Bindings: Env }>(async function onlyPostmark(c, next) {
  const isPrivate = c.req.url.startsWith('https:') || configOf(c.env).baseUrl.startsWith('http:')
  const given = credentialsIn(c.req.header('authorization'))
  const right = `${USER}:${c.env.POSTMARK_WEBHOOK_PASSWORD}`
  // Digests, because their lengths are equal: neither name nor password nor its length shows in the time it takes.
  if (!equalBytes(await sha256(given), await sha256(right)) || !isPrivate)
    return said(c, 401, { 'www-authenticate': 'Basic realm="webhook", charset="UTF-8"' })
  await next()
})

/** `user:password`, or an empty text, which is nobody's. */
function credentialsIn(header = ''): string {
  const bytes = fromBase64(/^basic +([a-z0-9+/]+={0,2})$/i.exec(header)?.[1] ?? '')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return ''
  }
}

export const webhook = new Hono<{ Bindings: Env }>()
  .post(
    '/postmark',
    onlyPostmark,
    bodyLimit({ maxSize: MAX_BODY, onError: c => said(c, 413) }),
    async function take(c) {
      const body: unknown = await c.req.json().catch(() => undefined)
      if (body === undefined) return said(c, 400)
      const report = reportIn(body)
      if (report) await record(c, report)
      return said(c, 200)
    },
  )
  .onError((error, c) => {
    logFault(error, c)
    return said(c, 503)
  })

/** Writes what was reported; what the business is told of it leaves after the answer (index.ts). */
const record = (c: WebhookContext, report: Report): Promise<void> =>
  within(PATIENCE, write(c.env.DB, reported(report, Date.now())))

const said = (c: Context, status: 200 | 400 | 401 | 413 | 503, headers: Record<string, string> = {}) =>
  c.body(null, status, { 'cache-control': 'no-store', ...headers })
