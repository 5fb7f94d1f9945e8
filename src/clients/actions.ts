/** What a business does with its clients: create and change. (Deleting one ends its link: access/actions/links.ts.) */
import type * as v from 'valibot'
import { entry } from '../audit/store.ts'
import { type Act, checkVersion, perform, type Seen } from '../core/api.ts'
import { isNothing } from '../core/body.ts'
import { decide, first } from '../core/db.ts'
import { isId, newId } from '../core/ids.ts'
import { notFound } from '../core/problem.ts'
import type { clientChange, clientCreation } from './schema.ts'
import {
  type ClientData,
  type ClientRead,
  changeClient,
  client,
  clientStands,
  insertClient,
} from './store.ts'

/** A client that was not deleted, or 404. */
export async function loadClient(act: Act, id: string): Promise<ClientRead> {
  const row = isId('cli', id) ? await first(act.db, client({ businessId: act.businessId, id })) : undefined
  if (!row || row.deletedAt !== null) throw notFound()
  return row
}

export async function createClient(
  act: Act,
  input: v.InferOutput<typeof clientCreation>,
): Promise<ClientRead> {
  const id = newId('cli', act.now)
  const { cc, phone, company, locale, notes } = input
  const optionals = {
    phone: phone ?? null,
    company: company ?? null,
    locale: locale ?? null,
    notes: notes ?? null,
  }
  const data = { name: input.name, email: input.email, cc: JSON.stringify(cc ?? []), ...optionals }
  const statements = [insertClient(id, act.businessId, data, act.now), entry(act, 'client.created', id)]
  return perform(act, statements, client({ businessId: act.businessId, id }))
}

export async function updateClient(
  act: Act,
  id: string,
  seen: Seen,
  { cc, ...same }: v.InferOutput<typeof clientChange>,
): Promise<ClientRead> {
  const addresses = cc === undefined ? {} : { cc: JSON.stringify(cc ?? []) }
  const given = Object.entries({ ...same, ...addresses }).filter(([, value]) => value !== undefined)
  const data: Partial<ClientData> = Object.fromEntries(given)
  return decide(async () => {
    const row = await loadClient(act, id)
    checkVersion(seen, row.version)
    if (isNothing(data)) return row
    const fields = Object.keys(data).join(' ')
    const statements = [
      clientStands(row),
      changeClient(row, data, act.now),
      entry(act, 'client.updated', id, { fields }),
    ]
    return perform(act, statements, client({ businessId: act.businessId, id }))
  })
}
