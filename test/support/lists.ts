// Every list of the API with a way to make it longer, so that what holds for all of them is tried on each.
import { operations } from '../../src/api/operations.ts'
import {
  aClient,
  aLine,
  anInvoice,
  aQuote,
  aSentInvoice,
  aSentQuote,
  type Business,
  created,
  succeeded,
} from './world.ts'

/** `add` adds one row or more. */
export type List = { path: string; add: () => Promise<unknown> }

/** By operationId. */
const makers: Record<string, (business: Business) => Promise<List>> = {
  listApiKeys: async ({ api }) => {
    return { path: '/api-keys', add: async () => created(await api('POST', '/api-keys', { name: 'One' })) }
  },
  listClients: async business => ({ path: '/clients', add: () => aClient(business) }),
  listQuotes: async business => {
    const body = aQuote(await aClient(business))
    return { path: '/quotes', add: async () => created(await business.api('POST', '/quotes', body)) }
  },
  listInvoices: async business => {
    const body = anInvoice(await aClient(business))
    return { path: '/invoices', add: async () => created(await business.api('POST', '/invoices', body)) }
  },
  listPayments: async business => {
    const lines = [{ ...aLine, unit_price: '9999.99' }]
    const path = `/invoices/${await aSentInvoice(business, await aClient(business), { lines })}/payments`
    const payment = { amount: '1.00', method: 'cash' }
    return { path, add: async () => created(await business.api('POST', path, payment)) }
  },
  listMessages: async business => {
    const client = await aClient(business)
    await aSentQuote(business, client)
    const again = `/clients/${client}/link/send`
    return { path: '/messages', add: async () => succeeded(await business.api('POST', again)) }
  },
  listAuditEntries: async business => ({ path: '/audit', add: () => aClient(business) }),
}

const pages = ({ method, query }: (typeof operations)[number]) =>
  method === 'GET' && query !== undefined && 'cursor' in query.entries

/** Every list that there is: name, and how to come by it. Throws where one is missing. */
export const lists = operations.filter(pages).map(({ name }) => {
  const make = makers[name]
  if (!make) throw new Error(`${name} is a list that the tests do not know: add it to test/support/lists.ts`)
  return { name, make }
})

export type Page = { data: { id: string }[]; next_cursor: string | null }

/** One page. `query`: with its question mark left out. */
export async function pageOf({ api }: Business, path: string, query: string): Promise<Page> {
  return succeeded(await api('GET', `${path}?${query}`)).body
}

/** Every page of a list, from cursor to cursor; `between`: done before each page but the first. */
export async function pagesOf(
  business: Business,
  path: string,
  query: string,
  between: () => Promise<unknown> = async () => undefined,
): Promise<Page[]> {
  const found = [await pageOf(business, path, query)]
  for (;;) {
    const cursor = found.at(-1)?.next_cursor ?? null
    if (cursor === null) return found
    if (found.length > 1000) throw new Error(`${path} never ends`)
    await between()
    found.push(await pageOf(business, path, `${query}&cursor=${cursor}`))
  }
}

export const idsIn = (found: readonly Page[]): string[] =>
  found.flatMap(({ data }) => data.map(({ id }) => id))
