/** Every sentence of the e-mail about a payment. */
export const mailWords = {
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
  afterFull: 'This invoice is paid in full. There is nothing more to do.',
  afterPart: (balance: string, due: string) => `${balance} of it is left to pay, due ${due}.`,
  reason: (business: string) => `You get this e-mail because ${business} recorded a payment on your invoice.`,
}
