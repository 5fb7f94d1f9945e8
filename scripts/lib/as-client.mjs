// Opens and answers a quote as its client's browser would, so that an example shows what that looks like. On this
// machine only: for a real business it would claim that a person had read or signed what nobody has.
import { request } from 'node:http'
import { Stop } from './stop.mjs'

/** The steps that are a client's own. */
export const clientSteps = ['open', 'sign', 'decline']

/** The portal's page did not take an answer; the sentence says why. */
export class PageRefusal extends Stop {}

/**
 * Refuses any other place than this machine.
 * @param {string} origin
 */
export function assertLoopback(origin) {
  const { protocol, hostname } = new URL(origin)
  if (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) return
  throw new Stop(
    'The steps "open", "sign" and "decline" are for examples on your own machine: a view and an answer must be a person\'s.',
  )
}

/** @typedef {{ origin: string, link: string, quoteId: string }} Where link: the client's own, as it was mailed */

/** @param {Where} where */
export async function openQuote(where) {
  await visit(pageOf(where), { 'sec-fetch-site': 'none' })
}

/**
 * @param {Where} where
 * @param {{ name: string, po_number?: string }} signature
 */
export function signQuote(where, { name, po_number = '' }) {
  return answer(where, 'acceptance', { signature: name, consent: 'on', po_number })
}

/**
 * @param {Where} where
 * @param {{ reason?: string, note?: string }} decline
 */
export function declineQuote(where, { reason = '', note = '' }) {
  return answer(where, 'rejection', { reason, note, confirm: 'on' })
}

/**
 * Reads the page, fills in its form, sends it.
 * @param {Where} where
 * @param {'acceptance' | 'rejection'} form
 * @param {Record<string, string>} typed
 */
async function answer(where, form, typed) {
  const url = pageOf(where)
  const shown = await visit(url, { 'sec-fetch-site': 'none' })
  const hidden = shown.status === 200 ? hiddenFields(shown.text, `${url.pathname}/${form}`) : undefined
  if (!hidden?.content_hash)
    throw new PageRefusal(`the page of the quote (${shown.status}) has no form for it`)
  const body = new URLSearchParams({ ...hidden, ...typed }).toString()
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
  const { status, text } = await visit(new URL(`${url.pathname}/${form}`, url), headers, body)
  if (status !== 303) throw new PageRefusal(`the portal did not take it (${status}): ${saidIn(text)}`)
}

/**
 * The portal's public origin may be another one than where it listens.
 * @param {Where} where
 */
const pageOf = ({ origin, link, quoteId }) => new URL(`${new URL(link).pathname}/quotes/${quoteId}`, origin)

/** What a browser says of itself when a person goes to a page (Fetch Metadata). fetch would not let us say it. */
const navigation = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-user': '?1' }

/** It is no browser, and a receipt tells what it was. */
const agent = { 'user-agent': 'npm run load (an example, not a person)' }

/**
 * @param {URL} url
 * @param {Record<string, string>} headers
 * @param {string} [body]
 * @returns {Promise<{ status: number, text: string }>}
 */
function visit(url, headers, body) {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const fail = () => reject(new PageRefusal('the portal did not answer'))
    const call = request(url, { method, headers: { ...navigation, ...agent, ...headers } }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', piece => {
        text += piece
      })
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text })).on('error', fail)
    })
    // A portal that is stopped may break a call off twice: where it writes and where it reads.
    call.on('error', fail).end(body)
  })
}

/**
 * What the form that goes to a path carries unseen: the hash of what was read, among others.
 * @param {string} page
 * @param {string} action
 * @returns {Record<string, string> | undefined} nothing where the page has no such form
 */
export function hiddenFields(page, action) {
  const forms = page.match(/<form\b[\s\S]*?<\/form>/g) ?? []
  // An address may end on a place in the page that comes back.
  const leadsTo = (/** @type {string} */ form) =>
    attribute(/^<[^>]*>/.exec(form)?.[0] ?? '', 'action').replace(/#.*/, '')
  const form = forms.find(text => leadsTo(text) === action)
  if (!form) return undefined
  const inputs = (form.match(/<input\b[^>]*>/g) ?? []).filter(tag => attribute(tag, 'type') === 'hidden')
  return Object.fromEntries(inputs.map(tag => [attribute(tag, 'name'), attribute(tag, 'value')]))
}

/** @param {string} tag @param {string} name */
const attribute = (tag, name) => plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** What a page says went wrong, beside the fields or else in its heading. @param {string} page */
function saidIn(page) {
  const faults = [...page.matchAll(/<p class="fault" id="[^"]*">([\s\S]*?)<\/p>/g)].map(
    ([, text = '']) => text,
  )
  const said = faults.length > 0 ? faults.join(' ') : /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(page)?.[1]
  return plain((said ?? 'it does not say why').replace(/<[^>]*>/g, ''))
}

/** @param {string} html */
const plain = html =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')
