// Two businesses and their clients with a canary in every text field: whose it is, and whether its client may see it.
import type { Env } from '../../src/core/env.ts'
import { replayed } from './replay.ts'
import { type Api, aBusiness, aLine, type Business, created, portalOf, succeeded } from './world.ts'

/** `canary-<owner>-<shown or hidden>-<field>`; words without spaces, so that no line break splits one. */
const canary = (owner: string, shown: boolean, field: string) =>
  `canary-${owner}-${shown ? 'shown' : 'hidden'}-${field}`

export const canariesIn = (text: string): string[] => [...new Set(text.match(/canary-[a-z0-9-]+/gi) ?? [])]

const documentOf = (owner: string, shown: boolean, name: string, client_id: string) => {
  const field = (of: string) => canary(owner, shown, `${name}-${of}`)
  return {
    ...{ client_id, title: field('title'), description: field('description'), terms: field('terms') },
    ...{ note: field('note'), number: field('number').slice(-40) },
    lines: [{ ...aLine, description: field('line'), unit: field('unit').slice(-40) }],
  }
}

export type Tenant = Business & {
  name: string
  clients: { name: string; id: string; home: string; own: string[] }[]
  quotes: string[]
  invoices: string[]
}

/** A business whose every text field holds a canary, with two clients of the same kind. */
async function aTenant(name: string, on: Env): Promise<Tenant> {
  const business = await aBusiness({ name: canary(name, true, 'name') }, undefined, on)
  const { api } = business
  succeeded(
    await api('PATCH', '/business', {
      email: `${canary(name, true, 'email')}@example.com`,
      address: canary(name, true, 'address'),
      website: `https://example.com/${canary(name, true, 'website')}`,
      payment_instructions: canary(name, true, 'payment'),
      terms: canary(name, false, 'default-terms'),
    }),
  )
  const tenant: Tenant = { ...business, name, clients: [], quotes: [], invoices: [] }
  for (const client of [`${name}1`, `${name}2`]) await addClient(tenant, client)
  return tenant
}

export const twoTenants = (): Promise<[Tenant, Tenant]> =>
  replayed('two tenants', async on => [await aTenant('acme', on), await aTenant('boole', on)])

async function addClient(tenant: Tenant, owner: string) {
  const { api } = tenant
  const id = created(
    await api('POST', '/clients', {
      ...{ name: canary(owner, true, 'name'), company: canary(owner, true, 'company') },
      ...{
        email: `${canary(owner, false, 'email')}@example.com`,
        cc: [`${canary(owner, false, 'cc')}@a.example`],
      },
      ...{ phone: '+1 207 555 0199', notes: canary(owner, false, 'notes') },
    }),
  )
  const own: string[] = []
  tenant.quotes.push(...(await quotesOf(api, owner, id, own)))
  tenant.invoices.push(...(await invoicesOf(api, owner, id, own)))
  const home = await portalOf(tenant, id)
  tenant.clients.push({ name: owner, id, home, own })
}

/** Sent, never sent, withdrawn, and sent again with other words. */
async function quotesOf(api: Api, owner: string, client: string, own: string[]) {
  const write = async (shown: boolean, name: string, more = {}) => {
    const body = { ...documentOf(owner, shown, name, client), valid_until: '2099-12-31', ...more }
    return created(await api('POST', '/quotes', body))
  }
  const send = async (id: string) => succeeded(await api('POST', `/quotes/${id}/send`))
  const cancel = async (id: string) => succeeded(await api('POST', `/quotes/${id}/cancel`))
  const sent = await write(true, 'quote')
  const draft = await write(false, 'draft-quote')
  const withdrawn = await write(false, 'withdrawn-quote')
  const changed = await write(false, 'old-quote', { number: canary(owner, true, 'kept-number') })
  for (const id of [sent, withdrawn, changed]) await send(id)
  for (const id of [withdrawn, changed]) await cancel(id)
  const { number: _, client_id: __, ...words } = documentOf(owner, true, 'new-quote', client)
  succeeded(await api('PATCH', `/quotes/${changed}`, words))
  await send(changed)
  own.push(sent, changed)
  return [sent, draft, withdrawn, changed]
}

async function invoicesOf(api: Api, owner: string, client: string, own: string[]) {
  const write = async (shown: boolean, name: string) =>
    created(
      await api('POST', '/invoices', { ...documentOf(owner, shown, name, client), due_on: '2099-12-31' }),
    )
  const sent = await write(true, 'invoice')
  const draft = await write(false, 'draft-invoice')
  succeeded(await api('POST', `/invoices/${sent}/send`))
  const said = { reference: canary(owner, true, 'reference'), note: canary(owner, true, 'payment-note') }
  succeeded(
    await api('POST', `/invoices/${sent}/payments`, {
      amount: '400.00',
      method: canary(owner, true, 'method'),
      ...said,
    }),
  )
  own.push(sent)
  return [sent, draft]
}
