// Every sentence of the email about an invoice.
import { wordsOf } from '../i18n/words.ts'

export const mailWords = wordsOf('invoiceMail', {
  sent: {
    subject: (business: string, title: string, number: string) =>
      `Your invoice from ${business}: ${title} (${number})`,
    preview: (total: string, due: string) => `${total}, due ${due}`,
    intro: (business: string) => `${business} has sent you an invoice.`,
    total: 'Total',
    due: 'Due',
    number: 'Invoice',
    button: 'View the invoice',
    after: 'It shows every line and how to pay. Any questions? Just reply to this email.',
    reason: (business: string) => `You get this email because ${business} sent you an invoice.`,
  },
})
