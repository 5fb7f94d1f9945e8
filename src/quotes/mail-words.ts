// Every sentence of the emails about a quote.
import { wordsOf } from '../i18n/words.ts'

export const mailWords = wordsOf('quoteMail', {
  reach: 'Client’s email',
  sent: {
    subject: (business: string, title: string, number: string) =>
      `Your quote from ${business}: ${title} (${number})`,
    preview: (total: string, until: string) => `${total}, valid until ${until}`,
    intro: (business: string) => `${business} has prepared a quote for you.`,
    updated: (business: string, title: string, number: string) =>
      `Your updated quote from ${business}: ${title} (${number})`,
    updatedIntro: (business: string, revision: number) =>
      `${business} has changed your quote. This is version ${revision}; it replaces the one that you got before.`,
    total: 'Total',
    validUntil: 'Valid until',
    number: 'Quote',
    button: 'View the quote',
    after:
      'You can read it line by line, and accept or decline it there. Any questions? Just reply to this email.',
    reason: (business: string) => `You get this email because ${business} sent you a quote.`,
  },
  viewed: {
    subject: (client: string, number: string) => `${client} has opened quote ${number}`,
    preview: (title: string) => title,
    intro: (client: string, number: string) => `${client} has opened your quote ${number}.`,
    total: 'Total',
    validUntil: 'Valid until',
    after: 'There is nothing to do. You hear from us as soon as there is an answer.',
    reason: 'You get this email because you sent this quote.',
  },
  receipt: {
    subject: (title: string, number: string) => `You accepted ${title} (${number})`,
    preview: (total: string, when: string) => `${total}, signed on ${when}`,
    intro: (business: string) =>
      `Thank you. ${business} has received your signature. You accepted this quote:`,
    number: 'Quote',
    signedBy: 'Signed by',
    signedOn: 'Signed on',
    total: 'Total',
    poNumber: 'PO number',
    button: 'Open your receipt',
    attached:
      'Please keep the attached files: with them anyone can see that nothing of this was changed, even if your link stops working one day. The proof file, whose name ends in “-signed.json”, can be checked here:',
    after: (business: string) =>
      `Wasn’t this you? Please tell ${business} right away: just reply to this email.`,
    reason: (business: string) =>
      `You get this email because a quote from ${business} was accepted in your name.`,
  },
  accepted: {
    subject: (client: string, number: string) => `${client} accepted quote ${number}`,
    preview: (title: string, total: string) => `${title}, ${total}`,
    intro: (client: string, number: string) => `Good news: ${client} accepted your quote ${number}.`,
    signedBy: 'Signed by',
    signedOn: 'Signed on',
    total: 'Total',
    poNumber: 'PO number',
    attached:
      'Please keep the attached files: with them anyone can see that nothing of this was changed. The proof file, whose name ends in “-signed.json”, can be checked here:',
    reason: 'You get this email because you sent this quote.',
  },
  declined: {
    subject: (client: string, number: string) => `${client} declined quote ${number}`,
    preview: (title: string, total: string) => `${title}, ${total}`,
    intro: (client: string, number: string) => `${client} declined your quote ${number}.`,
    declinedOn: 'Declined on',
    total: 'Total',
    why: 'Reason',
    noReason: 'None given',
    note: (client: string) => `A note from ${client}:`,
    after: 'If you come to an agreement, you can take the quote back to draft, change it and send it again.',
    reason: 'You get this email because you sent this quote.',
  },
})
