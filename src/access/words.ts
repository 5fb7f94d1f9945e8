// Every sentence of the e-mails about a link itself.

export const words = {
  newLink: {
    subject: (business: string) => `Your new link from ${business}`,
    preview: 'Your earlier link no longer works',
    intro: (business: string) =>
      `${business} has made a new link for you. Your earlier link no longer works.`,
  },
  again: {
    subject: (business: string) => `Your link from ${business}`,
    preview: 'All your quotes and invoices in one place',
    intro: (business: string) => `Here is your link to all your quotes and invoices from ${business}.`,
  },
  button: 'Open your documents',
  after: 'Please keep this e-mail: the link is only for you.',
  reason: (business: string) => `You get this e-mail because you are a client of ${business}.`,
}
