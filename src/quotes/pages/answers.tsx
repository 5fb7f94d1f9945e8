/** A client's answers: `POST …/acceptance` and `POST …/rejection` (contract.md, Portal). */
import { type Context, Hono } from 'hono'
import { faultPage } from '../../access/faults.tsx'
import { businessOf, notFoundHere, portalPage } from '../../access/frame.tsx'
import type { PortalEnv } from '../../access/guard.ts'
import { formsOnly } from '../../access/posts.tsx'
import { DeadLink } from '../../access/visit.ts'
import { addressOf, originOf } from '../../core/http.ts'
import { isId } from '../../core/ids.ts'
import { urls } from '../../core/urls.ts'
import type { QuoteContent } from '../../documents/content.ts'
import { seeOther } from '../../ui/respond.ts'
import type { Outcome } from '../actions/answer.ts'
import { declineQuote } from '../actions/decline.ts'
import { signQuote } from '../actions/sign.ts'
import { changesBetween } from '../changes.ts'
import { declineForm, type Form, formOf, isMistaken, isReason, signatureForm } from '../form.ts'
import { QuotePage } from '../views/page.tsx'
import type { RefusalProps } from '../views/refusal.tsx'
import { WithdrawnPage } from '../views/withdrawn.tsx'
import { decisionOf, type Returned, type Seen, shownQuote } from './shown.ts'

type C = Context<PortalEnv, '/:id/acceptance' | '/:id/rejection'>

export const answerPages = new Hono<PortalEnv>()
  .get('/:id/acceptance', back)
  .get('/:id/rejection', back)
  .post('/:id/acceptance', formsOnly, c =>
    answered(c, 'accepted', (id, form) => {
      const { contentHash, typed, consent, faults } = signatureForm(form)
      const said = { contentHash, consent, name: typed.signature, poNumber: typed.poNumber || null }
      const signing = { ...said, origin: originOf(c.req.raw) }
      const outcome = signQuote(c.get('visit'), c.get('signing'), id, signing, isMistaken(faults))
      return { outcome, returned: { sign: { typed, faults, consent } } }
    }),
  )
  .post('/:id/rejection', formsOnly, c =>
    answered(c, 'rejected', (id, form) => {
      const { contentHash, typed, faults } = declineForm(form)
      const reason = isReason(typed.reason) ? typed.reason : null
      const said = { contentHash, reason, note: typed.note || null, address: addressOf(c.req.raw) }
      const outcome = declineQuote(c.get('visit'), id, said, isMistaken(faults))
      return { outcome, returned: { decline: { typed, faults } } }
    }),
  )

/** A bookmark, a reload, a scanner: an answer is given by its form alone. */
async function back(c: C): Promise<Response> {
  const { visitor } = await c.get('visit').read({})
  const id = c.req.param('id')
  return isId('quo', id) ? seeOther(urls.quote(c.get('token'), id)) : notFoundHere(c, visitor)
}

type Wanted = 'accepted' | 'rejected'

const fieldsOf = {
  accepted: ['content_hash', 'consent_text', 'signature', 'po_number', 'consent'],
  rejected: ['content_hash', 'reason', 'note', 'confirm'],
}

type Answering = (id: string, form: Form) => { outcome: Promise<Outcome>; returned: Returned }

/** Takes a form, and draws what came of it. Where nobody knows, the same form can be sent once more. */
async function answered(c: C, wanted: Wanted, answer: Answering): Promise<Response> {
  const id = c.req.param('id')
  const token = c.get('token')
  if (!isId('quo', id)) return back(c)
  const body = await c.req.parseBody({ all: true }).catch(() => ({}))
  const { outcome, returned } = answer(id, formOf(body))
  try {
    return await drawn(c, wanted, await outcome, returned)
  } catch (error) {
    if (!(error instanceof Error) || error instanceof DeadLink) throw error
    const form = formOf(body)
    const fields = Object.fromEntries(fieldsOf[wanted].map(name => [name, form(name)]))
    const action = wanted === 'accepted' ? urls.acceptance(token, id) : urls.rejection(token, id)
    return faultPage(error, c, { action, fields })
  }
}

function drawn(c: C, wanted: Wanted, outcome: Outcome, returned: Returned): Response | Promise<Response> {
  const id = c.req.param('id')
  const token = c.get('token')
  if (outcome.kind === 'recorded')
    return seeOther(wanted === 'accepted' ? urls.receipt(token, id) : urls.quote(token, id))
  const { visitor, quote, now } = outcome
  const seen = { token, visitor, now }
  if (outcome.kind === 'mistaken') return drawQuote(c, { ...seen, quote: outcome.quote }, 422, returned)
  if (!quote) return gone(c, outcome)
  return drawQuote(c, { ...seen, quote }, 409, {}, refusalOf(outcome, { ...seen, quote }, wanted))
}

function drawQuote(
  c: C,
  seen: Seen,
  status: number,
  returned: Returned,
  refusal: RefusalProps | null = null,
) {
  const shown = shownQuote(seen, returned)
  return portalPage(c, seen.visitor, <QuotePage {...shown} refusal={refusal} />, { status })
}

type Refused = Extract<Outcome, { kind: 'refused' }>

/** The quote is not in the portal: taken back after this client had read it, or never there for this client. */
function gone(c: C, { why, visitor, shown }: Refused): Promise<Response> {
  if (why !== 'withdrawn' || shown === null) return notFoundHere(c, visitor)
  const { number } = JSON.parse(shown) as QuoteContent
  const home = urls.portal(c.get('token'))
  const withdrawn = <WithdrawnPage business={businessOf(visitor)} home={home} number={number} />
  return portalPage(c, visitor, withdrawn, { status: 409 })
}

function refusalOf({ why, shown }: Refused, { visitor, quote }: Seen, wanted: Wanted): RefusalProps | null {
  const decision = decisionOf(quote)
  if (why === 'decided' && decision) return { kind: 'decided', decision, wanted }
  if (why === 'expired' || why === 'closed') return { kind: why }
  const changes =
    shown === null ? null : changesBetween(JSON.parse(shown), JSON.parse(quote.content), visitor.formats)
  return { kind: 'changed', changes }
}
