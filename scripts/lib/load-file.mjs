// Reads a business's file and finds all that is wrong with it before the first request is made: by demo/schema.json,
// and by the rules that a schema can't say.
import { isDay, resolveDate, todayIn } from './dates.mjs'
import { readJsonFile } from './json-file.mjs'
import { inProject } from './paths.mjs'
import { faultsOf } from './schema.mjs'
import { Stop } from './stop.mjs'

/**
 * @typedef {import('./api-types.d.ts').components['schemas']} Bodies
 * @typedef {{ name: string, po_number?: string }} Signature
 * @typedef {{ reason?: string, note?: string }} Decline
 * @typedef {'send' | 'cancel' | 'close' | 'accept' | 'open' | 'sign' | 'decline'} QuoteStep the last three are a client's own
 * @typedef {{ ref?: string, steps?: QuoteStep[], acceptance?: Bodies['AcceptanceRecord'], signature?: Signature, decline?: Decline }} QuoteLife
 * @typedef {Omit<Bodies['QuoteDraft'], 'client_id'> & QuoteLife} Quote
 * @typedef {{ quote?: string, steps?: ('send' | 'void')[], payments?: Bodies['PaymentDraft'][] }} InvoiceLife
 * @typedef {Omit<Bodies['InvoiceDraft'], 'client_id'> & InvoiceLife} Invoice
 * @typedef {Bodies['ClientDraft'] & { quotes?: Quote[], invoices?: Invoice[], revoke_link?: boolean }} Client
 * @typedef {{ business?: Bodies['BusinessChange'], clients: Client[] }} BusinessFile
 */

/**
 * @param {string} path
 * @returns {BusinessFile}
 */
export function readBusinessFile(path) {
  const file = readJsonFile(path)
  const faults = faultsInFile(file)
  if (faults.length === 0) return file
  throw new Stop(
    `${path} can't be loaded as it is; nothing was sent yet.\n${faults.map(fault => `  ${fault}`).join('\n')}`,
  )
}

/**
 * @param {unknown} file
 * @returns {string[]}
 */
export function faultsInFile(file) {
  const faults = faultsOf(readJsonFile(inProject('demo', 'schema.json')), file)
  return faults.length > 0 ? faults : ruleFaults(/** @type {BusinessFile} */ (file))
}

/** @param {BusinessFile} file */
function ruleFaults(file) {
  // Without the business's zone, a day is past for sure when it is past everywhere.
  const today = todayIn(file.business?.time_zone ?? 'Etc/GMT+12')
  const seen = new Set()
  return file.clients.flatMap((client, i) => {
    const path = `clients[${i}]`
    const quotes = client.quotes ?? []
    const invoices = client.invoices ?? []
    return [
      ...quotes.flatMap((quote, n) => quoteFaults(quote, `${path}.quotes[${n}]`, today, seen)),
      ...invoices.flatMap((invoice, n) => invoiceFaults(invoice, `${path}.invoices[${n}]`, quotes)),
      ...(client.revoke_link && ![...quotes, ...invoices].some(isSent)
        ? [`${path}.revoke_link: the client gets a link when something is sent, and nothing is`]
        : []),
    ]
  })
}

/**
 * What may follow what: a sent quote may be answered, closed or taken back, one taken back or declined may be sent
 * again, and nothing follows an acceptance.
 */
const successors = /** @type {Record<string, string[]>} */ ({
  '': ['send'],
  send: ['open', 'sign', 'decline', 'accept', 'close', 'cancel', 'void'],
  open: ['sign', 'decline', 'accept', 'close', 'cancel'],
  decline: ['cancel'],
  cancel: ['send', 'close'],
})

/** @param {{ steps?: string[] }} document */
const isSent = ({ steps = [] }) => steps.includes('send')

/** @param {{ steps?: string[] }} document @param {string} path */
function orderFaults({ steps = [] }, path) {
  return steps.flatMap((verb, i) => {
    const before = steps[i - 1] ?? ''
    if (successors[before]?.includes(verb)) return []
    return [`${path}.steps[${i}]: "${verb}" can't come ${before ? `after "${before}"` : 'first'}`]
  })
}

/** @param {Quote} quote @param {string} path @param {string} today @param {Set<string>} seen */
function quoteFaults(quote, path, today, seen) {
  const faults = [...orderFaults(quote, path), ...dayFaults(quote.valid_until, `${path}.valid_until`)]
  if (isSent(quote) && resolveDate(quote.valid_until, today) < today)
    faults.push(
      `${path}.valid_until: a quote past its last day can't be sent, and ${quote.valid_until} is over`,
    )
  faults.push(...strayFaults(quote, path))
  if (quote.ref !== undefined && seen.has(quote.ref))
    faults.push(`${path}.ref: "${quote.ref}" stands at another quote too`)
  if (quote.ref !== undefined) seen.add(quote.ref)
  return faults
}

/** What says more about a step, without that step; and a signature without a name. @param {Quote} quote @param {string} path */
function strayFaults({ steps = [], ...quote }, path) {
  const stray = /** @type {const} */ ([
    ['acceptance', 'accept'],
    ['signature', 'sign'],
    ['decline', 'decline'],
  ])
    .filter(([field, step]) => quote[field] && !steps.includes(step))
    .map(([field, step]) => `${path}.${field}: belongs to a quote with the step "${step}"`)
  if (!steps.includes('sign') || quote.signature) return stray
  return [...stray, `${path}.signature: is required with the step "sign", such as {"name": "Dana Whitfield"}`]
}

/** @param {Invoice} invoice @param {string} path @param {Quote[]} quotes */
function invoiceFaults(invoice, path, quotes) {
  const { payments = [], steps = [] } = invoice
  const faults = [...orderFaults(invoice, path), ...dayFaults(invoice.due_on, `${path}.due_on`)]
  if (payments.length > 0 && steps.at(-1) !== 'send')
    faults.push(
      `${path}.payments: only an invoice that is sent and not void takes payments: "steps": ["send"]`,
    )
  if (invoice.quote !== undefined && !quotes.some(({ ref }) => ref === invoice.quote))
    faults.push(`${path}.quote: no quote of this client has the ref "${invoice.quote}"`)
  return [
    ...faults,
    ...payments.flatMap(({ paid_on }, i) => dayFaults(paid_on, `${path}.payments[${i}].paid_on`)),
  ]
}

/** @param {string | undefined} text @param {string} path */
const dayFaults = (text, path) =>
  text === undefined || /^[+-]/.test(text) || isDay(text) ? [] : [`${path}: there is no day ${text}`]
