/** All words in German. */
import type { Dictionary } from '../dictionary.ts'
import { access, accessMail } from './access.ts'
import { documents } from './documents.ts'
import { invoiceMail, invoices, paymentMail } from './invoices.ts'
import { bounces, mail } from './mail.ts'
import { portal } from './portal.ts'
import { receipts, refusals } from './quote-answers.ts'
import { quoteMail } from './quote-mail.ts'
import { quotes } from './quotes.ts'
import { reminderMail, reminders } from './reminders.ts'
import { certificate, signing, signingMail } from './signing.ts'
import { ui } from './ui.ts'
import { verify } from './verify.ts'

export const words: Dictionary = {
  access,
  accessMail,
  bounces,
  certificate,
  documents,
  invoiceMail,
  invoices,
  mail,
  paymentMail,
  portal,
  quoteMail,
  quotes,
  receipts,
  refusals,
  reminderMail,
  reminders,
  signing,
  signingMail,
  ui,
  verify,
}
