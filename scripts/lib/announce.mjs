// What `npm run dev` prints when all is ready: where to look, with which key. The only lines that hold a secret.
import { apiClient } from './api.mjs'

/**
 * @param {string} origin
 * @param {{ key: string }} demo
 */
export async function announce(origin, { key }) {
  const api = await apiClient(origin, key)
  const business = await api.answer(api.client.GET('/business'))
  const clients = (await api.every(query => api.client.GET('/clients', { params: { query } }))).sort(byAge)

  console.log(`\n${business.name} is ready. What each of its clients sees:\n`)
  for (const client of clients) await announceClient(api, client)
  console.log(`\nWhat its programs use:\n\nAPI key: ${key}`)
  console.log(`\nEvery message that it sent, and how to drive it:\n`)
  console.log(`Mailbox: ${origin}/mailbox\nAPI docs: ${origin}/api/v1/docs`)
  console.log(`\nIt runs until you press Ctrl-C. \`npm run dev -- --fresh\` starts over.\n`)
}

/**
 * @param {import('./api.mjs').Api} api
 * @param {{ id: string, name: string, company?: string | null }} client
 */
async function announceClient(api, { id, name, company }) {
  // 404: nothing was sent to this client yet, or the link was revoked. 409: it was made with a key that is gone.
  const link = await api.answerUnless(
    [404, 409],
    api.client.GET('/clients/{id}/link', { params: { path: { id } } }),
  )
  const who = company ? `${name}, ${company}` : name
  console.log(
    link ? `  ${who}\nPortal: ${link.url}` : `  ${who}: no link (nothing was sent yet, or it was revoked)`,
  )
}

/** Ids begin with their time, so their order is that of birth. */
const byAge = (/** @type {{ id: string }} */ one, /** @type {{ id: string }} */ other) =>
  one.id < other.id ? -1 : 1
