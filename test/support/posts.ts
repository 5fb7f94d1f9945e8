// Every POST of the API in a world where it succeeds, so that what holds for all of them is tried on each.
import { operations } from '../../src/api/operations.ts'
import type { Env } from '../../src/core/env.ts'
import { replayed } from './replay.ts'
import {
  aBusiness,
  aClient,
  anInvoice,
  aQuote,
  aSentInvoice,
  aSentQuote,
  type Business,
  created,
  succeeded,
} from './world.ts'

/**
 * A request that succeeds; `other`: the same path with a body of other bytes that would succeed as well; `twice`: the
 * status of the same act done a second time.
 */
export type Post = { path: string; body: object; other: object | string; twice: number }

/** `on`: whose database is written to where the API has no way. */
type Make = (business: Business, on: Env) => Promise<Post>

/** A body without fields has one meaning; its bytes can still be others. */
const SPACED = '{ }'

/** Of a client to whom nothing was sent. */
const ofClient =
  (make: (client: string, business: Business, on: Env) => Promise<Post> | Post): Make =>
  async (business, on) =>
    make(await aClient(business), business, on)

const quoteFor = async ({ api }: Business, client: string) =>
  created(await api('POST', '/quotes', aQuote(client)))
const invoiceFor = async ({ api }: Business, client: string) =>
  created(await api('POST', '/invoices', anInvoice(client)))

/** By operationId. */
const makers: Record<string, Make> = {
  createApiKey: async () => ({
    path: '/api-keys',
    body: { name: 'One' },
    other: { name: 'Two' },
    twice: 201,
  }),
  rotateApiKey: async ({ api }) => {
    const id = created(await api('POST', '/api-keys', { name: 'Old' }))
    return { path: `/api-keys/${id}/rotate`, body: {}, other: { overlap_seconds: 60 }, twice: 409 }
  },
  createClient: async () => {
    const body = {
      name: 'Sam “Ω” Field 🏠',
      email: 'sam@example.com',
      cc: ['books@example.com'],
      notes: '"\\',
    }
    return { path: '/clients', body, other: { ...body, name: 'Sam' }, twice: 201 }
  },
  rotateLink: ofClient(async (client, business) => {
    await aSentQuote(business, client)
    return { path: `/clients/${client}/link/rotate`, body: {}, other: { notify: true }, twice: 200 }
  }),
  sendLink: ofClient(async (client, business) => {
    await aSentQuote(business, client)
    return { path: `/clients/${client}/link/send`, body: {}, other: SPACED, twice: 202 }
  }),
  rotateAllLinks: ofClient(async (client, business) => {
    await aSentQuote(business, client)
    return { path: '/links/rotate', body: {}, other: SPACED, twice: 202 }
  }),
  createQuote: ofClient(client => {
    const body = aQuote(client, { discount: { percent: '10' }, note: '<b>\n“line”' })
    return { path: '/quotes', body, other: aQuote(client), twice: 201 }
  }),
  sendQuote: ofClient(async (client, business) => {
    const path = `/quotes/${await quoteFor(business, client)}/send`
    return { path, body: {}, other: SPACED, twice: 409 }
  }),
  cancelQuote: ofClient(async (client, business) => {
    const path = `/quotes/${await aSentQuote(business, client)}/cancel`
    return { path, body: {}, other: SPACED, twice: 409 }
  }),
  closeQuote: ofClient(async (client, business) => {
    const path = `/quotes/${await aSentQuote(business, client)}/close`
    return { path, body: {}, other: SPACED, twice: 409 }
  }),
  recordAcceptance: ofClient(async (client, business) => {
    const path = `/quotes/${await aSentQuote(business, client)}/accept`
    return { path, body: { po_number: 'PO-7' }, other: { po_number: 'PO-8' }, twice: 409 }
  }),
  createInvoice: ofClient(client => {
    return {
      path: '/invoices',
      body: anInvoice(client),
      other: anInvoice(client, { title: 'B' }),
      twice: 201,
    }
  }),
  invoiceQuote: ofClient(async (client, business) => {
    const quote = await aSentQuote(business, client)
    succeeded(await business.api('POST', `/quotes/${quote}/accept`))
    const path = `/quotes/${quote}/invoices`
    return { path, body: { percent: '30' }, other: { percent: '20' }, twice: 201 }
  }),
  sendInvoice: ofClient(async (client, business) => {
    const path = `/invoices/${await invoiceFor(business, client)}/send`
    return { path, body: {}, other: SPACED, twice: 409 }
  }),
  voidInvoice: ofClient(async (client, business) => {
    const path = `/invoices/${await aSentInvoice(business, client)}/void`
    return { path, body: {}, other: SPACED, twice: 409 }
  }),
  recordPayment: ofClient(async (client, business) => {
    const path = `/invoices/${await aSentInvoice(business, client)}/payments`
    const body = { amount: '100.00', method: 'check' }
    return { path, body, other: { ...body, amount: '50.00' }, twice: 201 }
  }),
  reversePayment: ofClient(async (client, { api, ...business }) => {
    const invoice = await aSentInvoice({ api, ...business }, client)
    const paid = await api('POST', `/invoices/${invoice}/payments`, { amount: '100.00', method: 'check' })
    const body = { note: 'It bounced.' }
    return { path: `/payments/${created(paid)}/reverse`, body, other: {}, twice: 409 }
  }),
  retryMessage: ofClient(async (client, business, { DB }) => {
    await aSentQuote(business, client)
    const failed = `update messages set state = 'failed', ended_at = created_at where business_id = ? returning id`
    const [answer] = await DB.batch<{ id: string }>([DB.prepare(failed).bind(business.id)])
    return { path: `/messages/${answer?.results[0]?.id}/retry`, body: {}, other: SPACED, twice: 409 }
  }),
}

/** Every POST that there is: name, the status of its success, and how to come by it. Throws where one is missing. */
export const posts = operations
  .filter(({ method }) => method === 'POST')
  .map(({ name, status }) => {
    const make = makers[name]
    if (!make)
      throw new Error(`${name} is a POST that the tests do not know: add it to test/support/posts.ts`)
    return { name, status, make: () => made(name, make) }
  })

const made = (name: string, make: Make): Promise<{ business: Business; post: Post }> =>
  replayed(`a world for ${name}`, async on => {
    const business = await aBusiness({}, undefined, on)
    return { business, post: await make(business, on) }
  })
