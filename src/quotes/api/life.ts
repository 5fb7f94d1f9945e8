/** What happens to a quote, in the API: sending, withdrawing, closing, an acceptance made elsewhere; its proof, its look. */
import { first } from '../../core/db.ts'
import { nothing } from '../../core/fields.ts'
import { isId } from '../../core/ids.ts'
import { operation } from '../../core/operation.ts'
import { notFound } from '../../core/problem.ts'
import { quoteTransitions, refusalsOf } from '../../documents/transitions.ts'
import { fileOf } from '../../signing/file.ts'
import { proofOf } from '../../signing/store.ts'
import { closeQuote, recordAcceptance } from '../actions/decide.ts'
import { cancelQuote } from '../actions/draft.ts'
import { loadPreview } from '../actions/preview.ts'
import { sendQuote } from '../actions/send.ts'
import { previewOf } from '../preview.tsx'
import { acceptanceBody, evidenceAnswer, quoteAnswer } from '../schema.ts'
import { drawQuote } from './draw.ts'

export const quoteLife = [
  operation({
    name: 'sendQuote',
    method: 'POST',
    path: '/quotes/{id}/send',
    scope: 'write',
    summary: 'Send a quote',
    description:
      'Freezes every word as the next revision, gives it its number, and mails your client the link. The client’s first document makes that link.',
    body: nothing,
    ifMatch: true,
    status: 200,
    answer: quoteAnswer,
    refusals: [
      ...refusalsOf(quoteTransitions.send),
      'quote_empty',
      'quote_past_validity',
      'client_deleted',
      'link_revoked',
      'link_key_retired',
    ],
    run: ({ act, id, seen }) => sendQuote(act, id, seen),
    draw: (row, { now }) => drawQuote(row, now),
  }),
  operation({
    name: 'cancelQuote',
    method: 'POST',
    path: '/quotes/{id}/cancel',
    scope: 'write',
    summary: 'Take a quote back to draft',
    description:
      'It leaves the portal before this answers, and mail about it that waits is cancelled. Change it, and send it again as the next revision.',
    body: nothing,
    ifMatch: true,
    status: 200,
    answer: quoteAnswer,
    refusals: refusalsOf(quoteTransitions.cancel),
    run: ({ act, id, seen }) => cancelQuote(act, id, seen),
    draw: (row, { now }) => drawQuote(row, now),
  }),
  operation({
    name: 'closeQuote',
    method: 'POST',
    path: '/quotes/{id}/close',
    scope: 'write',
    summary: 'Close a quote',
    description: 'Your client sees it as expired, with the day on which you closed it.',
    body: nothing,
    ifMatch: true,
    status: 200,
    answer: quoteAnswer,
    refusals: refusalsOf(quoteTransitions.close),
    run: ({ act, id, seen }) => closeQuote(act, id, seen),
    draw: (row, { now }) => drawQuote(row, now),
  }),
  operation({
    name: 'recordAcceptance',
    method: 'POST',
    path: '/quotes/{id}/accept',
    scope: 'write',
    summary: 'Record an acceptance made elsewhere',
    description: 'By phone or on paper. It is labelled so everywhere and bears no signature of the client.',
    body: acceptanceBody,
    ifMatch: true,
    example: { po_number: 'PO-7', note: 'By phone.' },
    status: 200,
    answer: quoteAnswer,
    refusals: refusalsOf(quoteTransitions.accept),
    run: ({ act, id, seen, body }) => recordAcceptance(act, id, seen, body),
    draw: (row, { now }) => drawQuote(row, now),
  }),
  operation({
    name: 'previewQuote',
    method: 'GET',
    path: '/quotes/{id}/preview',
    scope: 'read',
    summary: 'See a quote as your client will',
    description:
      'The page itself, marked as a preview. It counts as no view, and nothing can be sent from it.',
    status: 200,
    type: 'text/html',
    run: ({ act, id }) => loadPreview(act, id),
    draw: async (preview, { now }) => ({ response: await previewOf(preview, now) }),
  }),
  operation({
    name: 'getEvidence',
    method: 'GET',
    path: '/quotes/{id}/evidence',
    scope: 'read',
    summary: 'The evidence file of a signature',
    description:
      'As your client can download it; 404 while there is none. `/verify` and `npm run verify` check it.',
    status: 200,
    answer: evidenceAnswer,
    run: async ({ act, id }) => {
      const proof = proofOf({ businessId: act.businessId, documentId: id })
      const found = isId('quo', id) ? await first(act.db, proof) : undefined
      if (!found) throw notFound()
      return found
    },
    // Byte for byte as it was made.
    draw: ({ jws }) => ({
      response: new Response(fileOf(jws), { headers: { 'content-type': 'application/json' } }),
    }),
  }),
]
