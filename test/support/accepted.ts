// An accepted quote and the invoices that are made of it, as tests look at them.
import { env } from 'cloudflare:workers'
import {
  type Answer,
  aBusiness,
  aClient,
  aLine,
  aSentQuote,
  type Business,
  created,
  succeeded,
} from './world.ts'

/** `409 quote_invoiced`, `201`. */
export const codeOf = ({ status, body }: Answer): string => `${status} ${body?.code ?? ''}`.trim()

export const pointersOf = ({ body }: Answer): string[] | undefined =>
  body.errors?.map((error: { pointer: string }) => error.pointer)

export type Accepted = Awaited<ReturnType<typeof anAcceptedQuote>>

/** A quote that its business recorded as accepted, and what can be done with it. */
export async function anAcceptedQuote(more: object = {}, given?: Business) {
  const business = given ?? (await aBusiness())
  const client = await aClient(business)
  const quote = await aSentQuote(business, client, more)
  const { body } = succeeded(await business.api('POST', `/quotes/${quote}/accept`, {}))
  const invoice = (part: object = {}) => business.api('POST', `/quotes/${quote}/invoices`, part)
  return { ...business, business, client, quote, body, invoice }
}

/** Lines of several rates, one of them 0, whose taxes don't come out even. */
export const severalRates = [
  { ...aLine, unit_price: '149.99', tax_rate: '8.25' },
  {
    ...aLine,
    description: 'Nails',
    category: 'material',
    quantity: '3',
    unit_price: '33.33',
    tax_rate: '19',
  },
  { ...aLine, description: 'Permit', category: 'other', unit: null, unit_price: '77.77', tax_rate: '0' },
  {
    ...aLine,
    description: 'Tarp',
    category: 'equipment',
    quantity: '1',
    unit_price: '5.05',
    tax_rate: '5.5',
  },
]

/** What the invoices of a quote come to, void ones left out, as the database holds it. */
export const invoicedSum = (quote: string): Promise<number | null> =>
  env.DB.prepare(
    "select coalesce(sum(total), 0) as total from invoices where quote_id = ? and state <> 'void'",
  )
    .bind(quote)
    .first<number>('total')

/** Sends an invoice and gives its path. */
export async function sent({ api }: Business, answer: Answer): Promise<string> {
  const path = `/invoices/${created(answer)}`
  succeeded(await api('POST', `${path}/send`))
  return path
}
