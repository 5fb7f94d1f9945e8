// What proves an acceptance: names and values, hashes, and the signature itself.
import { space, wide } from './scale.ts'

/** Names and values below one another. */
export const facts = `
.facts div { padding-block: ${space.s}; border-block-start: 1px solid var(--line) }
.facts dt { color: var(--soft) }
.facts dd { grid-column: 2 }
code { font: 1rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
@media ${wide} { .facts div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 ${space.l} } }
`

export const receipts = `
.record { color: var(--soft) }
.record h2 { color: var(--ink) }
.record p { margin-block: ${space.m} }
.signature { border: 1.5px solid var(--line); border-radius: .8rem; padding: 1.25rem }
.signature > * + * { margin-block-start: ${space.s} }
.signature h3 { padding-block-start: .6rem }
.signed { font: italic 2.2rem/1.3 ui-serif, Georgia, serif; border-block-end: 1px solid var(--soft); overflow-wrap: anywhere }
.proof a { display: inline-block; padding-block: .65rem }
@media print {
  .receipt + .doc { break-before: page; margin: 0 }
  .receipt .lead { display: none }
  .receipt, .receipt code { font-size: 9pt; line-height: 1.35 }
  .receipt code { font-size: 8.5pt }
  .receipt > * + * { margin-block-start: .8rem }
  .receipt .figure { font-size: 1.75rem }
  .top + .facts { columns: 2; column-gap: 2rem }
  .facts div { grid-template-columns: 15rem 1fr; padding-block: .12rem; break-inside: avoid }
  .top + .facts div { grid-template-columns: 8rem 1fr }
  .signature { padding: .6rem 1rem }
  .signature > * + * { margin-block-start: 0 }
  .signed { font-size: 1.8rem }
}
`
