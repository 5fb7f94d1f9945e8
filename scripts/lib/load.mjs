// Loads a business's file through the API, in the order in which a business would do it: profile, clients, quotes,
// invoices, payments. A refusal is told with the place in the file that caused it.
import { ApiProblem, newest } from './api.mjs'
import { assertLoopback, clientSteps, declineQuote, openQuote, PageRefusal, signQuote } from './as-client.mjs'
import { resolveDate, todayIn } from './dates.mjs'
import { Stop } from './stop.mjs'

/**
 * @typedef {import('./api.mjs').Api} Api
 * @typedef {import('./load-file.mjs').Client} Client
 * @typedef {import('./load-file.mjs').Quote} Quote
 * @typedef {import('./load-file.mjs').Invoice} Invoice
 * @typedef {{ api: Api, today: string, clientId: string, quoteIds: Record<string, string> }} Work
 */

/**
 * @param {Api} api
 * @param {import('./load-file.mjs').BusinessFile} file checked by readBusinessFile
 * @param {(line: string) => void} [say]
 */
export async function load(api, { business: profile, clients }, say = console.log) {
  const quotes = clients.flatMap(client => client.quotes ?? [])
  const invoices = clients.flatMap(client => client.invoices ?? [])
  if (quotes.some(({ steps }) => steps?.some(step => clientSteps.includes(step)))) assertLoopback(api.origin)
  const business = profile
    ? await at('business', () => api.answer(changed(api, profile)))
    : await at('the business', () => api.answer(api.client.GET('/business')))
  say(`Loading ${clients.length} clients of ${business.name} ...`)
  const today = todayIn(business.time_zone)
  for (const [i, client] of clients.entries()) await loadClient(api, today, client, `clients[${i}]`)
  say(`Loaded: ${clients.length} clients, ${quotes.length} quotes, ${invoices.length} invoices.`)
}

/** @param {Api} api @param {import('./load-file.mjs').Bodies['BusinessChange']} body */
const changed = ({ client }, body) => client.PATCH('/business', { params: { header: newest }, body })

/** @param {Api} api @param {string} today @param {Client} client @param {string} path */
async function loadClient(api, today, { quotes = [], invoices = [], revoke_link, ...fields }, path) {
  const { id } = await at(path, () => api.answer(api.client.POST('/clients', { body: fields })))
  const work = { api, today, clientId: id, quoteIds: {} }
  for (const [i, quote] of quotes.entries()) await loadQuote(work, quote, `${path}.quotes[${i}]`)
  for (const [i, invoice] of invoices.entries()) await loadInvoice(work, invoice, `${path}.invoices[${i}]`)
  const params = { path: { id } }
  if (revoke_link)
    await at(`${path}.revoke_link`, () => api.answer(api.client.DELETE('/clients/{id}/link', { params })))
}

/** @param {Work} work @param {Quote} quote @param {string} path */
async function loadQuote(work, quote, path) {
  const { api, today, clientId, quoteIds } = work
  const { ref, steps = [], acceptance: _, signature: __, decline: ___, ...fields } = quote
  const body = { ...fields, client_id: clientId, valid_until: resolveDate(fields.valid_until, today) }
  const { id } = await at(path, () => api.answer(api.client.POST('/quotes', { body })))
  if (ref !== undefined) quoteIds[ref] = id
  for (const [i, step] of steps.entries()) {
    const field = wordsOf[step]
    const place = field && quote[field] ? field : `steps[${i}]`
    await at(`${path}.${place}`, () => take(work, id, step, quote))
  }
}

/** The field that says more about a step: where it is given, a fault of the step lies there. */
const wordsOf = /** @type {Record<string, 'acceptance' | 'signature' | 'decline'>} */ ({
  accept: 'acceptance',
  sign: 'signature',
  decline: 'decline',
})

/**
 * One step of a quote: the client's own by the client's link, the business's by the API.
 * @param {Work} work @param {string} id @param {import('./load-file.mjs').QuoteStep} step @param {Quote} quote
 */
async function take({ api, clientId }, id, step, { acceptance, signature, decline }) {
  const { client, answer } = api
  const params = { path: { id }, header: newest }
  if (step === 'accept')
    return answer(client.POST('/quotes/{id}/accept', { params, ...(acceptance && { body: acceptance }) }))
  if (step === 'send' || step === 'cancel' || step === 'close')
    return answer(client.POST(`/quotes/{id}/${step}`, { params }))
  const asked = client.GET('/clients/{id}/link', { params: { path: { id: clientId } } })
  const { url: link } = await answer(asked)
  const where = { origin: api.origin, link, quoteId: id }
  if (step === 'sign' && signature) return signQuote(where, signature)
  return step === 'decline' ? declineQuote(where, decline ?? {}) : openQuote(where)
}

/** @param {Work} work @param {Invoice} invoice @param {string} path */
async function loadInvoice({ api, today, clientId, quoteIds }, invoice, path) {
  const { steps = [], payments = [], quote, ...fields } = invoice
  const origin = quote === undefined ? {} : { quote_id: quoteIds[quote] ?? null }
  const body = { ...fields, ...origin, client_id: clientId, due_on: resolveDate(fields.due_on, today) }
  const { id } = await at(path, () => api.answer(api.client.POST('/invoices', { body })))
  const params = { path: { id }, header: newest }
  for (const [i, step] of steps.entries())
    await at(`${path}.steps[${i}]`, () => api.answer(api.client.POST(`/invoices/{id}/${step}`, { params })))
  for (const [i, { paid_on, ...payment }] of payments.entries()) {
    const day = paid_on === undefined ? {} : { paid_on: resolveDate(paid_on, today) }
    const sent = { params: { path: { id } }, body: { ...payment, ...day } }
    await at(`${path}.payments[${i}]`, () => api.answer(api.client.POST('/invoices/{id}/payments', sent)))
  }
}

/**
 * Does one thing for one place in the file; a refusal becomes a sentence that begins with the place.
 * @template Answer
 * @param {string} path
 * @param {() => Promise<Answer>} act
 */
async function at(path, act) {
  try {
    return await act()
  } catch (error) {
    const fault =
      error instanceof ApiProblem
        ? explain(path, error.problem)
        : error instanceof PageRefusal && `${path}: ${error.message}`
    if (!fault) throw error
    throw new Stop(`${fault}\nWhat stands before that in the file is loaded.`)
  }
}

/**
 * @param {string} path
 * @param {import('./api.mjs').ProblemDocument} problem
 */
export function explain(path, { status, title, detail, errors = [] }) {
  if (status === 401) return 'The API does not know this key. Give one with --key, or in API_KEY.'
  if (errors.length === 0) return `${path}: ${detail || title || `the API answered ${status}`}`
  return errors.map(fault => `${path}${fieldOf(fault.pointer)}: ${fault.detail}`).join('\n')
}

/**
 * A JSON pointer as people write it: `/lines/0/unit_price` is `.lines[0].unit_price`.
 * @param {string} pointer
 */
const fieldOf = pointer =>
  pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map(part => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
