/** What a business does with itself: read and change its profile. */
import { entry } from '../../audit/store.ts'
import { type Act, checkVersion, perform, type Seen } from '../../core/api.ts'
import { isNothing } from '../../core/body.ts'
import { decide, first } from '../../core/db.ts'
import { notFound } from '../../core/problem.ts'
import type { ProfileInput } from '../schema.ts'
import { type BusinessNow, business, type Profile, updateProfile } from '../store/profile.ts'

export async function loadBusiness(act: Act): Promise<BusinessNow> {
  const row = await first(act.db, business({ id: act.businessId }))
  if (!row) throw notFound()
  return row
}

export async function updateBusiness(act: Act, seen: Seen, change: ProfileInput): Promise<BusinessNow> {
  return decide(async () => {
    const row = await loadBusiness(act)
    checkVersion(seen, row.version)
    if (isNothing(change)) return row
    const statements = [
      updateProfile(row, profileOf(change), act.now),
      entry(act, 'business.updated', row.id, { fields: Object.keys(change).join(' ') }),
    ]
    return perform(act, statements, business({ id: act.businessId }))
  })
}

function profileOf({ time_zone, tax_rate, payment_instructions, reminders, ...same }: ProfileInput) {
  const renamed = {
    timeZone: time_zone,
    taxRate: tax_rate,
    paymentInstructions: payment_instructions,
    reminders: reminders && JSON.stringify(reminders),
  }
  const given = Object.entries({ ...same, ...renamed }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as Partial<Profile>
}
