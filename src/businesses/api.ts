/** The business itself in the API: its profile. */
import { Hono } from 'hono'
import { type ApiEnv, ifMatch, resource } from '../core/api.ts'
import { bodyOf } from '../core/body.ts'
import { rateText } from '../core/money.ts'
import { loadBusiness, updateBusiness } from './actions.ts'
import { profileBody } from './schema.ts'
import type { BusinessRow } from './tables.ts'

export const businessApi = new Hono<ApiEnv>()
  .get('/', async c => {
    const row = await loadBusiness(c.get('act'))
    return resource(c, row.version, draw(row))
  })
  .patch('/', async c => {
    const seen = ifMatch(c)
    const row = await updateBusiness(c.get('act'), seen, await bodyOf(c, profileBody))
    return resource(c, row.version, draw(row))
  })

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
