// Opens a quote as its client's browser would, so that an example shows a quote that was viewed. On this machine
// only: for a real business it would claim that a person had read what nobody has.
import { request } from 'node:http'
import { Stop } from './stop.mjs'

/** What a browser says of itself when a person opens a page (Fetch Metadata). fetch would not let us say it. */
const navigation = {
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
  'sec-fetch-site': 'none',
  'sec-fetch-user': '?1',
}

/**
 * Refuses any other place than this machine.
 * @param {string} origin
 */
export function assertLoopback(origin) {
  const { protocol, hostname } = new URL(origin)
  if (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) return
  throw new Stop('The step "open" is for examples on your own machine: a view must be a person\'s.')
}

/**
 * @param {string} origin
 * @param {string} link the client's portal link
 * @param {string} quoteId
 */
export function openAsClient(origin, link, quoteId) {
  // The portal's public origin may be another one than where it listens.
  const url = new URL(`${new URL(link).pathname}/quotes/${quoteId}`, origin)
  return new Promise((resolve, reject) => {
    const call = request(url, { headers: navigation }, response => response.resume().once('end', resolve))
    call.once('error', reject).end()
  })
}
