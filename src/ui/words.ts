// Every sentence of the frame that all the client's pages share, and of the pages for when something is wrong.
import { wordsOf } from '../i18n/words.ts'

export const words = wordsOf('ui', {
  /** What a preview of the link says, in a chat. */
  preview: 'Your quotes and invoices',
  skip: 'Skip to the content',
  language: 'Language',
  asBrowser: 'As in my browser',
  changeLanguage: 'Apply',
  print: 'Print or save as PDF',
  copy: 'Copy',
  copied: 'Copied',
  call: 'Call',
  write: 'Write to',
  email: 'Email',
  writeThem: 'Write an email',
  questions: 'Questions? We’re happy to help.',
  onlyForYou: 'This page is only for you. Anyone who has its link can open it, so please don’t pass it on.',
  allDocuments: 'All your documents',
  tryAgain: 'Try again',
  pleaseCheck: 'Please check:',
  /** Between a label and what it names, with the space that a language sets before it. */
  colon: ':',
  trying: 'Trying again…',
  notFound: {
    title: 'There is no page here',
    lead: 'Did you follow a link from an email? Open that email and tap the link again. If you copied it, make sure that nothing is missing at its end.',
    button: 'Get your link by email',
  },
  notFoundInPortal: {
    title: 'We can’t find this document',
    lead: 'It may have been withdrawn or replaced by a newer one, or it isn’t there yet. Everything that is ready for you is in your list.',
  },
  unavailable: {
    title: 'We’ll be right back',
    lead: 'Your documents are safe, we just can’t show them at this moment. Please try again in a minute.',
  },
  /** The database's answer was lost on the way, after something was sent to it. */
  unsure: {
    title: 'We’ll be right back',
    lead: 'We don’t know yet whether your answer was recorded. Trying again is safe: it can’t be recorded twice.',
  },
  notYet: {
    title: 'Please try again in a moment',
    lead: 'Your answer couldn’t be recorded just now, because many were arriving at once. Nothing was recorded yet.',
  },
  crossSite: {
    title: 'This came from another website',
    lead: 'So we did nothing with it, and nothing was changed. To answer or read a document, open the link in the email from the business.',
  },
  tooLarge: {
    title: 'That’s too large for us',
    lead: 'What you sent is larger than we can take, so nothing was changed. Please go back and send less.',
  },
  tooMany: {
    title: 'Please wait a minute',
    lead: 'We’ve had a lot of requests from your network in the last minute, so we did nothing with this one. Please go back in a minute and try again.',
  },
  broken: {
    title: 'Something went wrong on our side',
    lead: 'It isn’t your fault. Please try again in a minute.',
  },
})
