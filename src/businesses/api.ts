/** The business itself in the API: its profile. */
import { Hono } from 'hono'
import * as v from 'valibot'
import { entry } from '../audit/store.ts'
import { type Act, type ApiEnv, checkVersion, ifMatch, resource } from '../core/api.ts'
import { bodyOf } from '../core/body.ts'
import { decide, first, write } from '../core/db.ts'
import * as field from '../core/fields.ts'
import { RATE_SCALE, rateText } from '../core/money.ts'
import { notFound } from '../core/problem.ts'
import { business, type Profile, updateProfile } from './store.ts'
import type { BusinessRow } from './tables.ts'

const body = v.strictObject({
  name: v.optional(field.line(200)),
  email: v.optional(field.email),
  phone: field.optional(field.phone),
  address: field.optional(field.prose(500)),
  website: field.optional(field.website),
  colour: field.optional(field.colour),
  locale: v.optional(field.locale),
  currency: v.optional(field.currency),
  time_zone: v.optional(field.timeZone),
  tax_rate: v.optional(field.decimal(RATE_SCALE, 1_000_000)),
  payment_instructions: field.optional(field.prose(4000)),
  terms: field.optional(field.prose(10_000)),
})

export const businessApi = new Hono<ApiEnv>()
  .get('/', async c => {
    const row = await load(c.get('act'))
    return resource(c, row.version, draw(row))
  })
  .patch('/', async c => {
    const seen = ifMatch(c)
    const row = await update(c.get('act'), seen, await bodyOf(c, body))
    return resource(c, row.version, draw(row))
  })

async function load(act: Act): Promise<BusinessRow> {
  const row = await first(act.db, business({ id: act.businessId }))
  if (!row) throw notFound()
  return row
}

async function update(
  act: Act,
  seen: number | 'any',
  change: v.InferOutput<typeof body>,
): Promise<BusinessRow> {
  await decide(async () => {
    const row = await load(act)
    checkVersion(seen, row.version)
    await write(act.db, [
      updateProfile(row, profileOf(change), act.now),
      entry(act, 'business.updated', row.id, { fields: Object.keys(change).join(' ') }),
    ])
  })
  return load(act)
}

function profileOf({
  time_zone,
  tax_rate,
  payment_instructions,
  ...same
}: v.InferOutput<typeof body>): Partial<Profile> {
  const renamed = { timeZone: time_zone, taxRate: tax_rate, paymentInstructions: payment_instructions }
  const given = Object.entries({ ...same, ...renamed }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}

const draw = (row: BusinessRow) => ({
  id: row.id,
  name: row.name,
  email: row.email,
  phone: row.phone,
  address: row.address,
  website: row.website,
  colour: row.colour,
  locale: row.locale,
  currency: row.currency,
  time_zone: row.timeZone,
  tax_rate: rateText(row.taxRate),
  payment_instructions: row.paymentInstructions,
  terms: row.terms,
})
