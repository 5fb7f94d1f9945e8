// Every sentence of the emails that bring a link.
import { wordsOf } from '../i18n/words.ts'

export const mailWords = wordsOf('accessMail', {
  newLink: {
    subject: (business: string) => `Your new link from ${business}`,
    preview: 'Your earlier link no longer works',
    intro: (business: string) =>
      `Here is your new link to your quotes and invoices from ${business}. The link that you had before no longer works.`,
    reason: (business: string) => `You get this email because ${business} has replaced your link.`,
  },
  again: {
    subject: (business: string) => `Your link from ${business}`,
    preview: 'All your quotes and invoices in one place',
    intro: (business: string) => `Here is your link to all your quotes and invoices from ${business}.`,
    reason: (business: string) =>
      `You get this email because your link was asked for again: by you, or by ${business}. If it wasn’t you, there is nothing to do.`,
  },
  button: 'Open your documents',
  after: 'Please keep this email: with this link you can come back at any time.',
})
