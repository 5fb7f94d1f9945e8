// Every sentence of the email about a payment.
import { wordsOf } from '../i18n/words.ts'

export const mailWords = wordsOf('paymentMail', {
  subject: (business: string, amount: string, number: string) =>
    `${business} has received your payment of ${amount} (${number})`,
  byCredit: (amount: string, number: string) => `${amount} of your credit paid for ${number}`,
  preview: (title: string, left: string) => `${title}: ${left}`,
  inFull: 'paid in full',
  left: (balance: string) => `${balance} left to pay`,
  intro: (business: string) => `Thank you! ${business} has received your payment.`,
  introCredit: (business: string) => `${business} has used your credit to pay for this invoice.`,
  amount: 'Payment',
  credit: 'From your credit',
  method: 'Paid by',
  on: 'Paid on',
  reference: 'Reference',
  invoice: 'Invoice',
  total: 'Invoice total',
  balance: 'Left to pay',
  kept: 'Kept as your credit',
  button: 'View the invoice',
  isPaid: 'This invoice is paid in full.',
  isPart: (balance: string, due: string) => `${balance} is left to pay, due ${due}.`,
  isLate: (balance: string, due: string) => `${balance} is left to pay. It was due ${due}.`,
  after: 'Please keep this email as your receipt.',
  reason: (business: string) => `You get this email because ${business} recorded a payment on your invoice.`,
})
