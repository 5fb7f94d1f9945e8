/**
 * The stylesheets of the client's pages: quiet paper, the business's colour, exact figures. Each page carries the one that it
 * needs, of parts that all of its kind share; it is allowed by its hash, so no page carries a style attribute.
 */
import { base, paper } from './styles/base.ts'
import { docs } from './styles/docs.ts'
import { documents, sheet } from './styles/documents.ts'
import { answers, forms, plain } from './styles/forms.ts'
import { lists } from './styles/lists.ts'
import { facts, receipts } from './styles/receipts.ts'
import { states } from './styles/states.ts'

/** Without what only its authors need: line breaks, and spaces around what separates. */
const packed = (...sources: string[]): string =>
  [base, states, ...sources, paper]
    .join('')
    .replace(/\s*\n\s*/g, '')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')

/** By the kind of the page: the text of its first style element. */
export const sheets = {
  plain: packed(plain, forms, facts),
  list: packed(lists),
  document: packed(documents),
  answer: packed(documents, forms, answers),
  receipt: packed(documents, facts, receipts),
  docs: packed(lists, sheet, plain, forms, answers, facts, docs),
  /** Of the gallery's page that shows every part. */
  parts: packed(lists, documents, plain, forms, answers, facts, docs),
} as const

export type Sheet = keyof typeof sheets
