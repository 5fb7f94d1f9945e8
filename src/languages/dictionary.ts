/** What a translation has to have: every word of every part, in the shape of the English one. A missing word doesn't compile. */
import type { mailWords as accessMail } from '../access/mail-words.ts'
import type { words as access } from '../access/words.ts'
import type { words as documents } from '../documents/words.ts'
import type { WordsIn } from '../i18n/words.ts'
import type { mailWords as invoiceMail } from '../invoices/mail-words.ts'
import type { words as invoices } from '../invoices/words.ts'
import type { bounceWords as bounces, words as mail } from '../mail/words.ts'
import type { mailWords as paymentMail } from '../payments/words.ts'
import type { words as portal } from '../portal/words.ts'
import type { receiptWords as receipts, refusalWords as refusals } from '../quotes/answer-words.ts'
import type { mailWords as quoteMail } from '../quotes/mail-words.ts'
import type { words as quotes } from '../quotes/words.ts'
import type { mailWords as reminderMail } from '../reminders/mail-words.ts'
import type { words as reminders } from '../reminders/words.ts'
import type { mailWords as signingMail } from '../signing/mail-words.ts'
import type {
  certificateWords as certificate,
  formWords as signing,
  verifyWords as verify,
} from '../signing/words.ts'
import type { words as ui } from '../ui/words.ts'

/** By the names that the parts have in `wordsOf`. */
export type Dictionary = {
  access: WordsIn<typeof access>
  accessMail: WordsIn<typeof accessMail>
  bounces: WordsIn<typeof bounces>
  certificate: WordsIn<typeof certificate>
  documents: WordsIn<typeof documents>
  invoiceMail: WordsIn<typeof invoiceMail>
  invoices: WordsIn<typeof invoices>
  mail: WordsIn<typeof mail>
  paymentMail: WordsIn<typeof paymentMail>
  portal: WordsIn<typeof portal>
  quoteMail: WordsIn<typeof quoteMail>
  quotes: WordsIn<typeof quotes>
  receipts: WordsIn<typeof receipts>
  refusals: WordsIn<typeof refusals>
  reminderMail: WordsIn<typeof reminderMail>
  reminders: WordsIn<typeof reminders>
  signing: WordsIn<typeof signing>
  signingMail: WordsIn<typeof signingMail>
  ui: WordsIn<typeof ui>
  verify: WordsIn<typeof verify>
}
