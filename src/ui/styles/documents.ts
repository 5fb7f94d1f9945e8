// A quote or an invoice on its sheet of paper.
import { narrow, space, text, wide } from './scale.ts'

const JUMP = '4.75rem'

export const sheet = `
.doc { --pad: clamp(1.1rem, 4vw, 2.25rem); border-block-start: .4rem solid var(--fill); padding: var(--pad) }
.doc > * + * { margin-block-start: ${space.xl} }
.doc + .doc { margin-block: ${space.xl} }
.kicker, .sums, .totals div { display: flex; flex-wrap: wrap; gap: .1rem ${space.l} }
.kicker { gap: .25rem ${space.m}; align-items: center; margin-block-end: .25rem }
.top p, .prose p, .parties, .how, .totals div { color: var(--soft) }
.top .text { margin-block-start: ${space.s} }
.sums { justify-content: space-between; align-items: end; margin-block-start: 1.1rem }
.top .figure { font-size: ${text.total} }
.top .long { font-size: min(1.6rem, 8vw) }
.top .huge { font-size: min(1.2rem, 6vw) }
.top .urgent { display: block }
.top .urgent::first-letter { text-transform: uppercase }
.parties { display: grid; grid-template: auto 1fr/repeat(2, minmax(0, 1fr)); gap: ${space.m} ${space.xl}; padding-block-start: ${space.l} }
.parties, .answer { border-block-start: 1px solid var(--line) }
.parties div:first-child { grid-row: span 2 }
.parties b { font-weight: 600; color: var(--ink) }
.prose { max-inline-size: 40rem }
.prose .small { margin-block-start: ${space.m} }
@media ${wide} {
  .parties { grid-template-columns: repeat(2, minmax(0, 1fr)) auto }
  .sums div + div { flex: 1; text-align: end }
}
@media screen and (max-width: 30rem) { article.doc { margin-inline: -1rem; border-inline: 0; border-radius: 0 } }
`

const lines = `
.lines { inline-size: 100%; border-collapse: collapse }
caption { text-align: start; padding-block-end: ${space.s} }
.lines :is(th, td) { padding-block: .7rem; text-align: start; vertical-align: top; border-block-start: 1px solid var(--line) }
.lines thead th { padding-block-start: 0; border: 0; font-weight: 400; color: var(--soft) }
.lines tr > * + * { padding-inline-start: 1.25rem; text-align: end }
.noted tr > :nth-child(2) { text-align: start }
th, .sum { font-weight: 620 }
.how { inline-size: 34%; overflow-wrap: anywhere }
.sum { white-space: nowrap }
.under { overflow-wrap: anywhere }
.sum, .totals dd { margin-inline-start: auto; text-align: end }
.totals { margin-inline-start: auto; inline-size: min(100%, 24rem); border-block-start: 2px solid; padding-block-start: .6rem }
.totals div { padding-block: .1rem }
.totals dt { flex: 1 1 6rem }
.totals dd { min-inline-size: 0 }
.totals div:last-child { color: var(--ink); font-size: ${text.sum}; font-weight: 660; padding-block-start: ${space.s} }
@media not ${narrow} { .under { display: none } }
@media ${narrow} {
  .how { display: none }
  .broken { white-space: normal; overflow-wrap: anywhere; min-inline-size: 7rem }
  .lines thead { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden }
}
`

/** It sticks to the lower edge until what it leads to comes in sight, and slides behind that. */
const jump = `
.jump { display: none }
@media screen and (min-height: 30rem) {
  html:has(.jump) { scroll-padding-block-end: 5.5rem }
  .jump { display: block; position: sticky; inset-block-end: 0; block-size: ${JUMP}; padding: ${space.m} var(--pad); margin: ${space.xl} calc(-1 * var(--pad)) -${JUMP}; background: var(--card); border-block-start: 1px solid var(--line) }
  .jump:focus-within { z-index: 2 }
  .jump a { max-inline-size: 26rem; block-size: 3.25rem; padding: 0 .5rem; line-height: 1.2; margin-inline: auto }
  .jump + section { position: relative; z-index: 1; min-block-size: ${JUMP}; background: var(--card); margin: 0 calc(-1 * var(--pad)); padding-inline: var(--pad) }
}
`

/**
 * What the sums take at most. The last line keeps so much room below itself, over which they are drawn: so they never stand
 * on a page without a line of theirs. (`break-before: avoid` does nothing behind a table.)
 */
const SUMS = '11rem'

const paper = `
@media print {
  .doc > * + * { margin-block-start: .9rem }
  .doc > .prose > h2 { margin-block-end: .2rem }
  .lines :is(th, td) { padding-block: .35rem }
  .answer, .jump, .sums .urgent { display: none }
  .prose { max-inline-size: none }
  .lines:not(.noted) tbody tr:last-child > * { padding-block-end: ${SUMS} }
  .lines:not(.noted) { margin-block-end: -${SUMS} }
}
`

export const documents = sheet + lines + jump + paper
