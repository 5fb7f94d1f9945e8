/** Every operation of the API, noun by noun, in the order in which the documentation tells of them. */
import { deleteClient, linkOperations } from '../access/api.ts'
import { auditOperations } from '../audit/api.ts'
import { keyOperations } from '../businesses/api/keys.ts'
import { logoOperations } from '../businesses/api/logo.ts'
import { businessOperations } from '../businesses/api/profile.ts'
import { clientOperations } from '../clients/api.ts'
import type { Operation } from '../core/operation.ts'
import { invoiceDrafts } from '../invoices/api/invoices.ts'
import { invoiceLife } from '../invoices/api/life.ts'
import { messageOperations } from '../mail/api.ts'
import { paymentOperations } from '../payments/api.ts'
import { quoteLife } from '../quotes/api/life.ts'
import { quoteDrafts } from '../quotes/api/quotes.ts'

/** `about`: what they are for, in a sentence. */
export type Group = { name: string; about: string; operations: readonly Operation[] }

export const groups: readonly Group[] = [
  {
    name: 'Business',
    about: 'Your profile: how you introduce yourself, and what documents take over from you.',
    operations: [...businessOperations, ...logoOperations],
  },
  {
    name: 'API keys',
    about: 'The keys of your programs: each with a name, scopes and an end.',
    operations: keyOperations,
  },
  {
    name: 'Clients',
    about: 'Whom you send quotes and invoices to.',
    operations: [...clientOperations, deleteClient],
  },
  {
    name: 'Portal links',
    about: 'The one link of each client: read, made anew, mailed again, revoked.',
    operations: linkOperations,
  },
  {
    name: 'Quotes',
    about: 'Written as drafts, sent as revisions, answered by your client.',
    operations: quoteDrafts,
  },
  {
    name: 'Lives of quotes',
    about: 'What happens to them: sent, taken back, closed, accepted; their preview and their proof.',
    operations: quoteLife,
  },
  {
    name: 'Invoices',
    about: 'Written as drafts or made of a quote, sent, paid, voided.',
    operations: invoiceDrafts,
  },
  {
    name: 'Lives of invoices',
    about: 'What happens to them: made of a quote, sent, voided.',
    operations: invoiceLife,
  },
  {
    name: 'Payments',
    about: 'Money that came in; what is too much becomes credit.',
    operations: paymentOperations,
  },
  { name: 'Messages', about: 'Every email, and what became of it.', operations: messageOperations },
  { name: 'Audit trail', about: 'Who did what, when, from where.', operations: auditOperations },
]

export const operations: readonly Operation[] = groups.flatMap(group => group.operations)
