/** Open to everyone: checking an evidence file, and the public keys to check it with (contract.md, Portal). */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { configOf } from '../core/config.ts'
import type { Env } from '../core/env.ts'
import { isCrossSite } from '../core/http.ts'
import { CrossSitePage, TooLargePage } from '../ui/error-pages.tsx'
import { perNetwork } from '../ui/limit.tsx'
import { openPage } from '../ui/open.tsx'
import { jwksOf } from './sign.ts'
import { type Verdict, verify } from './verify.ts'
import { VerifyPage } from './views/verify.tsx'

/** The largest file that a quote of 500 lines makes has half of it. */
const MAX_FILE = 2 * 1024 * 1024

/** Long enough for a cache to help, short enough for a new key to be found. */
const FIVE_MINUTES = 300

export const signingPages = new Hono<{ Bindings: Env }>()
  .get('/.well-known/jwks.json', c =>
    c.json(jwksOf(configOf(c.env).signing), 200, {
      'cache-control': `public, max-age=${FIVE_MINUTES}`,
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    }),
  )
  .get('/verify', c => answer(c, null))
  .post(
    '/verify',
    (c, next) => (isCrossSite(c.req.raw) ? openPage(c, <CrossSitePage />, { status: 403 }) : next()),
    perNetwork('verify'),
    bodyLimit({ maxSize: MAX_FILE, onError: c => openPage(c, <TooLargePage />, { status: 413 }) }),
    async c => {
      const text = await evidenceIn(c)
      if (text === '') return answer(c, null, 422)
      const verdict = await verify(text, jwksOf(configOf(c.env).signing))
      return answer(c, verdict, verdict.valid ? 200 : 422)
    },
  )

const answer = (c: Context, result: Verdict | null, status = 200) =>
  openPage(c, <VerifyPage result={result} isEmpty={status === 422 && result === null} />, { status })

/** What was given: the file, byte for byte, or the text pasted in its place; a body that is no form is the file itself. */
async function evidenceIn(c: Context): Promise<string> {
  const type = c.req.header('content-type') ?? ''
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type))
    return textOf(await c.req.arrayBuffer())
  const { evidence = [] } = await c.req.parseBody({ all: true }).catch(() => ({ evidence: [] }))
  const given = Array.isArray(evidence) ? evidence : [evidence]
  const texts = await Promise.all(
    given.map(async one => (typeof one === 'string' ? pasted(one) : textOf(await one.arrayBuffer()))),
  )
  return texts.find(text => text !== '') ?? ''
}

/** What stands where bytes are no text: no file of ours, whatever was meant. A form may hold it for such bytes, too. */
const UNREADABLE = '\ufffd'

function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return UNREADABLE
  }
}

/** Editors end a text with a line's end. */
const pasted = (text: string): string => (text.includes(UNREADABLE) ? UNREADABLE : text.trimEnd())
