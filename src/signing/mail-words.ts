// Every sentence of the email with the seal of a business's signatures.
import { wordsOf } from '../i18n/words.ts'

export const mailWords = wordsOf('signingMail', {
  subject: (count: string, one: boolean) =>
    one
      ? 'Please keep: the seal of your first signed acceptance'
      : `Please keep: the seal of your ${count} signed acceptances`,
  preview: 'With it you can show later that none of these was removed',
  intro: (count: string, one: boolean) =>
    one
      ? '1 acceptance that a client signed is on record.'
      : `${count} acceptances that your clients signed are on record (1 to ${count}).`,
  what: 'The attached file seals your records as they are now. Please keep this email: with it you can show later that none of these records was changed or removed.',
  newest: 'Newest record',
  sealedOn: 'Sealed on',
  check: 'There is nothing to do. Anyone can check the file here:',
  reason: 'You get this email at most once a day, after a client has signed.',
})
