// Which pages are looked at: every page of the gallery of development, and of the demo's portal what the gallery has not.

/** @typedef {{ name: string, locale: string, url: string }} Shown */

/** The languages that readers read, and the two that are made up (src/dev/pseudo.ts). */
export const locales = { read: ['en-US', 'de-DE', 'fr-FR', 'es-ES'], made: ['en-XA', 'ar-XB'] }

/**
 * Every page of the gallery, as one reader sees it.
 * @param {string} origin
 * @param {string} locale
 * @returns {Promise<Shown[]>}
 */
export async function galleryPages(origin, locale) {
  const url = `${origin}/gallery?${new URLSearchParams({ locale })}`
  const links = linksIn(await htmlOf(url), url).filter(link => link.pathname.startsWith('/gallery/'))
  if (links.length === 0) throw new Error('The gallery has no pages.')
  return links.map(({ href, name }) => ({ name, locale, url: href }))
}

/**
 * The path of a client through the demo's portal: what comes from the database, under the headers, guard and language of
 * a real visit. And pages that the gallery lacks: reminders, and the API's documentation.
 * @param {string} origin
 * @param {string[]} portals
 * @returns {Promise<Shown[]>}
 */
export async function demoPages(origin, portals) {
  const documents = (await Promise.all(portals.map(linksOf))).flat().filter(isDocument)
  const receipts = (await Promise.all(documents.map(linksOf))).flat()
  const found = (/** @type {string[]} */ urls, /** @type {RegExp} */ shape) => {
    const url = urls.find(one => shape.test(new URL(one).pathname))
    if (url) return url
    throw new Error(`The demo has no page like ${shape}.`)
  }
  const pages = {
    dashboard: found(portals, /./),
    quote: found(documents, /\/quotes\/\w+$/),
    invoice: found(documents, /\/invoices\/\w+$/),
    receipt: found(receipts, /\/receipt$/),
    reminders: `${portals[0]}/reminders/stop`,
    'check of a receipt': `${origin}/verify`,
    'API docs': `${origin}/api/v1/docs`,
    'API docs, quotes': `${origin}/api/v1/docs/quotes`,
  }
  return Object.entries(pages).map(([name, url]) => ({ name: `demo: ${name}`, locale: 'en-US', url }))
}

/** A quote or an invoice, and no other page's address nor one to call or to write to. @param {string} url */
const isDocument = url => /^http.*\/(quotes|invoices)\/\w+$/.test(url)

/** @param {string} url */
const linksOf = async url => linksIn(await htmlOf(url), url).map(({ href }) => href)

/**
 * @param {string} html
 * @param {string} base
 */
function linksIn(html, base) {
  const all = html.matchAll(/<a\b[^>]*?href="([^"]*)"[^>]*>([^<]*)/g)
  return [...all].map(([, href = '', name = '']) => {
    const { href: absolute, pathname } = new URL(href.replaceAll('&amp;', '&'), base)
    return { href: absolute, pathname, name }
  })
}

/** @param {string} url */
export async function htmlOf(url) {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} from ${new URL(url).pathname.slice(0, 12)}`)
  return response.text()
}
