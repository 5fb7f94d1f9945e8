/** Quotes in the API. */
import { Hono } from 'hono'
import {
  type Act,
  type ApiContext,
  type ApiEnv,
  choiceOf,
  idOf,
  ifMatch,
  listOf,
  pagingOf,
  resource,
  updatedSince,
} from '../core/api.ts'
import { bodyOf, jsonOf } from '../core/body.ts'
import { rfc3339 } from '../core/clock.ts'
import { batch, first } from '../core/db.ts'
import { isId } from '../core/ids.ts'
import { notFound } from '../core/problem.ts'
import { urls } from '../core/urls.ts'
import type { QuoteContent } from '../documents/content.ts'
import { documentText } from '../documents/wire.ts'
import { fileOf } from '../signing/file.ts'
import { proofOf } from '../signing/store.ts'
import { closeQuote, recordAcceptance } from './actions/decide.ts'
import { cancelQuote, createQuote, removeQuote, updateQuote } from './actions/draft.ts'
import { loadQuote, type Quote, whole } from './actions/load.ts'
import { sendQuote } from './actions/send.ts'
import { quoteStatuses, statusOf } from './rules.ts'
import { acceptanceBody, nothing, quoteBody } from './schema.ts'
import { quoteList } from './store/business.ts'

export const quotesApi = new Hono<ApiEnv>()
  .post('/', async c => {
    const quote = await createQuote(c.get('act'), await bodyOf(c, quoteBody))
    return resource(c, quote.version, draw(quote, c.get('act')), 201, urls.api.quote(quote.id))
  })
  .get('/', async c => c.json(await list(c)))
  .get('/:id', async c => answer(c, await loadQuote(c.get('act'), c.req.param('id'))))
  .patch('/:id', async c => {
    const seen = ifMatch(c)
    return answer(c, await updateQuote(c.get('act'), c.req.param('id'), seen, await jsonOf(c)))
  })
  .delete('/:id', async c => {
    await removeQuote(c.get('act'), c.req.param('id'), ifMatch(c))
    return c.body(null, 204)
  })
  .post('/:id/send', async c => {
    const seen = ifMatch(c)
    await bodyOf(c, nothing)
    return answer(c, await sendQuote(c.get('act'), c.req.param('id'), seen))
  })
  .post('/:id/cancel', async c => {
    const seen = ifMatch(c)
    await bodyOf(c, nothing)
    return answer(c, await cancelQuote(c.get('act'), c.req.param('id'), seen))
  })
  .post('/:id/close', async c => {
    const seen = ifMatch(c)
    await bodyOf(c, nothing)
    return answer(c, await closeQuote(c.get('act'), c.req.param('id'), seen))
  })
  .get('/:id/evidence', async c => {
    const id = c.req.param('id')
    const proof = proofOf({ businessId: c.get('act').businessId, documentId: id })
    const found = isId('quo', id) ? await first(c.get('act').db, proof) : undefined
    if (!found) throw notFound()
    return c.body(fileOf(found.jws), 200, { 'content-type': 'application/json' })
  })
  .post('/:id/accept', async c => {
    const seen = ifMatch(c)
    const acceptance = await bodyOf(c, acceptanceBody)
    return answer(c, await recordAcceptance(c.get('act'), c.req.param('id'), seen, acceptance))
  })

const answer = (c: ApiContext, quote: Quote) => resource(c, quote.version, draw(quote, c.get('act')))

async function list(c: ApiContext) {
  const act = c.get('act')
  const paging = pagingOf(c)
  const filter = {
    status: choiceOf(c, 'status', quoteStatuses),
    clientId: idOf(c, 'client_id', 'cli'),
    updatedSince: updatedSince(c),
  }
  const { rows } = await batch(act.db, { rows: quoteList(act.businessId, filter, paging, act.now) })
  return listOf(rows.map(whole), paging, quote => draw(quote, act))
}

const instant = (ms: number | null) => (ms === null ? null : rfc3339(ms))

const draw = (quote: Quote, { now }: Act) => ({
  ...documentText(quote),
  status: statusOf(quote, now),
  revision: quote.revision,
  valid_until: validUntilOf(quote),
  ...lifeOf(quote),
  created_at: rfc3339(quote.createdAt),
  updated_at: rfc3339(quote.updatedAt),
})

const validUntilOf = (quote: Quote): string =>
  quote.state === 'draft' ? quote.validUntil : (JSON.parse(quote.content ?? '{}') as QuoteContent).valid_until

/** What became of the revision that stands; a draft, also one that was sent before, has none. */
function lifeOf(quote: Quote) {
  const none = { content_hash: null, sent_at: null, expires_at: null, viewed_at: null, decision: null }
  if (quote.state === 'draft') return none
  return {
    content_hash: quote.contentHash,
    sent_at: instant(quote.sentAt),
    expires_at: instant(quote.expiresAt),
    viewed_at: instant(quote.viewedAt),
    decision: decisionOf(quote),
  }
}

function decisionOf(quote: Quote) {
  if (quote.decision === null) return null
  return {
    kind: quote.decision,
    by: quote.decidedBy,
    at: instant(quote.answeredAt),
    name: quote.signedName,
    po_number: quote.poNumber,
    reason: quote.reason,
    note: quote.decisionNote,
  }
}
