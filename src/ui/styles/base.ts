// Colours, type and the frame: what every page wears.
import { DARK_INK, grounds } from '../colour.ts'
import { space, TARGET, text, wide } from './scale.ts'

const { light, dark } = grounds

const roles = `
:root {
  color-scheme: light dark;
  --paper: ${light.paper}; --card: ${light.card}; --tint: ${light.tint};
  --ink: #1b1a19; --soft: #5b5751; --line: #e1ddd5;
  --good: #17653a; --warn: #744e00; --bad: #9d2419; --info: #1f4e85;
  font: clamp(1rem, .9rem + .2vw, 1.25rem)/1.5 system-ui, sans-serif;
}
@media screen and (prefers-color-scheme: dark) { :root {
  --paper: ${dark.paper}; --card: ${dark.card}; --tint: ${dark.tint};
  --ink: ${DARK_INK}; --soft: #b3ada5; --line: #3a3733;
  --good: #95dcae; --warn: #f0cb80; --bad: #ffa69b; --info: #a3c9f6;
} }
`

const type = `
*, ::before { box-sizing: border-box; margin: 0; padding: 0 }
body { background: var(--paper); color: var(--ink); font-variant-numeric: tabular-nums; overflow-wrap: break-word; -webkit-text-size-adjust: 100% }
a { color: var(--accent); text-underline-offset: .2em }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .25rem }
h1 { font-size: ${text.title}; line-height: 1.2; letter-spacing: -.015em; font-weight: 680 }
h2, caption { font-size: ${text.heading}; line-height: 1.3; font-weight: 660 }
h3, small { font-size: 1rem; font-weight: 600 }
small { display: block; font-weight: 400 }
ul { list-style: "" }
h3, small, footer, .lead, .soft { color: var(--soft) }
bdi, dd, a, .text, .figure { overflow-wrap: anywhere }
.text { white-space: pre-line; unicode-bidi: plaintext }
.lead { margin-block-start: ${space.s}; font-size: ${text.lead}; max-inline-size: 38rem; text-wrap: pretty }
.lead strong { color: var(--ink); font-weight: 620 }
.figure { display: block; font-size: ${text.figure}; line-height: 1.3; font-weight: 660; letter-spacing: -.015em }
.long { font-size: 1.3rem }
.huge { font-size: 1rem; letter-spacing: 0 }
[hidden] { display: none !important }
.hide, .skip { position: absolute }
.hide { inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { inset: -9rem auto auto 1rem; padding: ${space.m} ${space.l}; background: var(--card); z-index: 1 }
.skip:focus { inset-block-start: ${space.s} }
`

const frame = `
.page { max-inline-size: 47rem; margin-inline: auto; padding: 0 ${space.l} ${space.xl} }
main { padding-block-start: ${space.m}; outline: 0 }
.brand { display: grid; grid-template-columns: auto 1fr; align-items: center; gap: 0 ${space.m}; padding-block: 1rem .25rem }
.brand p, .mark { font-weight: 650; line-height: 1.25 }
.mark { grid-row: span 2; display: grid; place-items: center; inline-size: ${TARGET}; block-size: ${TARGET}; border-radius: .65rem; background: var(--fill); color: var(--on-fill) }
img.mark { inline-size: auto; min-inline-size: ${TARGET}; max-inline-size: min(9rem, 30vw); padding: .2rem; object-fit: scale-down; background: #fff; forced-color-adjust: none }
.brand .reach { grid-column: 2; margin-block: -.4rem; font-weight: 400 }
.reach, .buttons, .language { display: flex; flex-wrap: wrap; align-items: center; gap: .1rem ${space.l} }
.reach a, .go { display: inline-flex; align-items: center; gap: .5rem; min-block-size: ${TARGET}; min-inline-size: ${TARGET}; text-decoration-color: var(--line) }
.go { text-decoration: none }
.go:hover { text-decoration: underline }
.back::before, .rows a::after, [open] > summary::after { content: ""; inline-size: .5em; block-size: .5em; border: solid; border-width: .13em .13em 0 0; transform: rotate(45deg) }
.back::before { transform: rotate(-135deg); margin-inline-start: .15em }
[dir=rtl] .back::before { transform: rotate(45deg) }
footer:not(:empty) { margin-block-start: 2.5rem; padding-block-start: ${space.l}; border-block-start: 1px solid var(--line) }
section { margin-block-start: ${space.xxl} }
section section { margin-block-start: 1.25rem }
section > :is(h2, h3) { margin-block-end: .6rem }
.doc, .rows, .banner { background: var(--card); border: 1px solid var(--line); border-radius: .8rem }
.buttons { gap: ${space.m}; margin-block-start: ${space.l} }
button, select { font: inherit; color: inherit; background: none; cursor: pointer }
.btn { flex: 1 1 12rem; display: flex; justify-content: center; align-items: center; min-block-size: 3.1rem; padding: .4rem 1.25rem; border: 1.5px solid; border-radius: .7rem; font-weight: 620; text-decoration: none; text-align: center }
.btn:hover { background: var(--tint) }
.btn:active { background: var(--line) }
.own, .own:hover { background: var(--owed); border-color: var(--owed); color: var(--on-owed) }
.yes, .yes:hover { background: var(--good); border-color: var(--good); color: var(--card) }
.small, select { flex: none; min-block-size: ${TARGET}; padding: .3rem .9rem; border: 1.5px solid var(--soft); border-radius: .6rem; font-weight: 400 }
.language { gap: .5rem ${space.m}; padding-block: 1rem .5rem }
select { background: var(--card) }
@media ${wide} {
  .brand { grid-template-columns: auto minmax(0, 1fr) fit-content(55%) }
  .mark { grid-row: auto }
  .brand .reach { grid-column: 3; margin: 0 }
  .short { display: none }
}
@media not ${wide} { .full { display: none } }
`

/** The end of every sheet: on paper it is stronger than what is said of screens. */
export const paper = `
@media not print { .paper { display: none } }
@media print {
  @page { margin: 12mm 16mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif } }
  :root { --paper: #fff; --tint: #fff; --soft: #3d3a37; font-size: 10pt; line-height: 1.4 }
  .page { max-inline-size: none; padding: 0 }
  main { padding: 0 }
  .brand { padding: 0 0 .5rem }
  .doc { border: 0; padding: 0 }
  .skip, .go, .reach, .buttons, .small, footer, form, main form { display: none }
  .mark, .badge, .banner { -webkit-print-color-adjust: exact; print-color-adjust: exact }
  tr, .totals, .banner, li { break-inside: avoid }
  h2, h3, caption { break-after: avoid }
}
`

export const base = roles + type + frame
