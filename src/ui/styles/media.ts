// The same pages on wide screens, on phones, in forced colours and on paper.

export const media = `
@media (min-width: 36rem) {
  .cards { grid-template-columns: 1fr 1fr 1.5fr }
  .cards div { justify-content: start }
  .cards .wide { grid-column: auto; order: 0 }
  .when { flex: 1; order: 0 }
  .brand { grid-template-columns: auto minmax(0, 1fr) fit-content(55%) }
  .mark { grid-row: auto }
  .brand .reach { grid-column: 3; margin: 0 }
  .parties { grid-template-columns: repeat(2, minmax(0, 1fr)) auto }
  .short { display: none }
  .facts div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 1rem }
  .sums div + div { text-align: end; margin-inline-start: auto }
}
@media (max-width: 35.99rem) { .full { display: none } }
@media screen and (max-width: 43.99rem) {
  .lines, .lines :is(tbody, caption) { display: block }
  .lines thead { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden }
  .lines tr { display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding-block: .7rem; border-block-start: 1px solid var(--line) }
  .lines tbody :is(th, td) { border: 0; padding: 0 }
  .lines tbody th { flex: 1 1 9rem; min-inline-size: 0 }
  .lines .how { order: 1; flex-basis: 100%; text-align: start }
}
@media screen and (max-width: 30rem) { article.doc { margin-inline: -1rem; border-inline: 0; border-radius: 0 } }
@media screen and (prefers-color-scheme: dark) { .cards .owed { background: var(--tint); background: color-mix(in srgb, var(--accent) 18%, var(--card)); color: var(--ink) } }
@media (forced-colors: active) { :is(.badge, .banner)::before { forced-color-adjust: none; color: CanvasText } .badge, .banner { border-color: CanvasText } }
@media print {
  @page { margin: 16mm }
  :root { --paper: #fff; --tint: #fff; --soft: #3d3a37; font-size: 10pt }
  .page { max-inline-size: none; padding: 0 }
  .doc { border: 0; padding: 0 }
  .doc > * + * { margin-block-start: 1.1rem }
  .lines :is(th, td) { padding-block: .45rem }
  .skip, .go, .reach, .buttons, footer, form, .answer, .rows a::after { display: none }
  .banner .reach { display: flex }
  .prose { max-inline-size: none }
  .mark, .badge, .banner { -webkit-print-color-adjust: exact; print-color-adjust: exact }
  .banner, .badge { border-color: currentColor }
  .cards .owed { background: none; color: inherit }
  .receipt + .doc { break-before: page; margin: 0 }
  .receipt .lead { display: none }
  .receipt, .receipt code { font-size: 9pt; line-height: 1.35 }
  .receipt > * + * { margin-block-start: .8rem }
  .receipt .figure { font-size: 1.75rem }
  .top + .facts { columns: 2; column-gap: 2rem }
  .top + .facts div { grid-template-columns: 6.5rem 1fr }
  .facts div { padding-block: .12rem }
  .signature { padding: .6rem 1rem }
  .signature > * + * { margin-block-start: 0 }
  .signed { font-size: 1.8rem }
  tr, .totals, .banner, .rows li, .facts div { break-inside: avoid }
  h2, h3, caption { break-after: avoid }
}
@media not print { .paper { display: none } }
`
