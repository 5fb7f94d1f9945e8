/** The business itself in the API: its profile. */

import type { Act } from '../../core/api.ts'
import { rateText } from '../../core/money.ts'
import { operation } from '../../core/operation.ts'
import { loadBusiness, updateBusiness } from '../actions/profile.ts'
import { logoIn } from '../logo/address.ts'
import { businessAnswer, profileBody, type ReminderSettings } from '../schema.ts'
import type { BusinessNow } from '../store/profile.ts'

export const businessOperations = [
  operation({
    name: 'getBusiness',
    method: 'GET',
    path: '/business',
    scope: 'read',
    summary: 'Read your profile',
    status: 200,
    answer: businessAnswer,
    run: ({ act }) => loadBusiness(act),
    draw: (row, act) => draw(row, act),
  }),
  operation({
    name: 'updateBusiness',
    method: 'PATCH',
    path: '/business',
    scope: 'admin',
    summary: 'Change your profile',
    description:
      'What was sent keeps the words it was sent with. `currency`, `tax_rate` and `terms` serve documents that say nothing of their own; `time_zone` says when a day ends. `reminders`, all of it at once, says when clients are reminded by mail: at most one reminder a day for a client, between 9:00 and 18:00 in your time zone, until the quote is answered or the invoice is paid.',
    body: profileBody,
    ifMatch: true,
    example: { phone: '+1 207 555 0142' },
    status: 200,
    answer: businessAnswer,
    run: ({ act, seen, body }) => updateBusiness(act, seen, body),
    draw: (row, act) => draw(row, act),
  }),
]

/** The address of its logo, in the words of the API. */
function logoUrl(row: BusinessNow, { config }: Act): string | null {
  const logo = logoIn(row)
  return logo && `${config.baseUrl}${logo.url}`
}

const draw = (row: BusinessNow, act: Act) => ({
  version: row.version,
  body: {
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
    reminders: JSON.parse(row.reminders) as ReminderSettings,
    logo_url: logoUrl(row, act),
  },
})
