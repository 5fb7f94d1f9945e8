/**
 * The one stylesheet of the client's pages: quiet paper, the business's colour, exact figures. It is sent
 * inside every page and allowed by its hash, so no page carries a style attribute.
 */
import { grounds } from './colour.ts'

const { light, dark } = grounds

const source = `
:root {
  color-scheme: light dark;
  --paper: ${light.paper}; --card: ${light.card}; --tint: ${light.tint};
  --ink: #1b1a19; --soft: #5b5751; --line: #e1ddd5;
  --good: #17653a; --good-bg: #e4f2e8; --warn: #744e00; --warn-bg: #fbf0d7;
  --bad: #9d2419; --bad-bg: #fcebe8; --info: #1f4e85; --info-bg: #e6eff9;
  font: clamp(1rem, .9rem + .2vw, 1.25rem)/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
@media screen and (prefers-color-scheme: dark) { :root {
  --paper: ${dark.paper}; --card: ${dark.card}; --tint: ${dark.tint};
  --ink: #f1eee9; --soft: #b3ada5; --line: #3a3733;
  --good: #95dcae; --good-bg: #17301f; --warn: #f0cb80; --warn-bg: #342a13;
  --bad: #ffa69b; --bad-bg: #3c1c18; --info: #a3c9f6; --info-bg: #182a40;
} }
* { box-sizing: border-box; margin: 0; padding: 0 }
body { background: var(--paper); color: var(--ink); overflow-wrap: break-word; -webkit-text-size-adjust: 100% }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .25rem }
h1 { font-size: clamp(1.6rem, 1.3rem + 1.4vw, 2.1rem); line-height: 1.2; letter-spacing: -.015em; font-weight: 680 }
h2, caption { font-size: 1.2rem; line-height: 1.3; font-weight: 660 }
h3 { font-size: 1rem; font-weight: 600; color: var(--soft) }
small { display: block; font-size: 1rem; font-weight: 400; color: var(--soft) }
ul { list-style: "" }
bdi { overflow-wrap: anywhere }
.hide { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { position: absolute; inset: -9rem auto auto 1rem; padding: .75rem 1rem; background: var(--card); z-index: 1 }
.skip:focus { inset-block-start: .5rem }
.page { max-inline-size: 47rem; margin-inline: auto; padding-inline: 1rem }
.brand { display: grid; grid-template-columns: auto 1fr; align-items: center; gap: 0 .75rem; padding-block: 1rem .25rem }
.name { font-weight: 650; line-height: 1.25 }
.brand .mark { grid-row: span 2 }
.brand .reach { margin-block: -.4rem; grid-column: 2 }
.mark { display: grid; font-weight: 650; place-items: center; inline-size: 2.75rem; block-size: 2.75rem; border-radius: .65rem; background: var(--fill); color: var(--on-fill) }
.reach a { text-decoration-color: var(--line) }
.reach { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.25rem }
.reach a, .go { display: inline-flex; align-items: center; gap: .5rem; min-block-size: 2.75rem; min-inline-size: 2.75rem; overflow-wrap: anywhere }
.go { text-decoration: none }
.go:hover { text-decoration: underline }
main { padding-block-start: .75rem }
footer { margin-block: 2.5rem 1.5rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line); color: var(--soft) }
.lead { margin-block-start: .5rem; font-size: 1.1rem; color: var(--soft); max-inline-size: 38rem; text-wrap: pretty }
.lead strong { color: var(--ink); font-weight: 620 }
section { margin-block-start: 2.25rem }
section section { margin-block-start: 1.25rem }
section > h2, section > h3 { margin-block-end: .6rem }
.cards { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; margin-block-start: 1.5rem }
.cards div, .rows, .doc { background: var(--card); border: 1px solid var(--line); border-radius: .8rem }
.cards div { display: flex; flex-direction: column; justify-content: space-between; padding: .8rem 1rem }
.cards dt { color: var(--soft); line-height: 1.3 }
.figure { display: block; font-size: 1.75rem; line-height: 1.3; font-weight: 660; letter-spacing: -.015em; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
.long { font-size: 1.3rem }
.huge { font-size: 1rem; letter-spacing: 0 }
.cards .wide { grid-column: 1/-1; order: -1 }
.cards .owed { background: var(--fill); color: var(--on-fill) }
.owed :is(dt, small) { color: inherit }
.rows li + li { border-block-start: 1px solid var(--line) }
.rows a { position: relative; display: grid; gap: .15rem; align-content: center; min-block-size: 4.25rem; padding: .8rem 1rem; padding-inline-end: 2.4rem; border-radius: .8rem; color: inherit; text-decoration: none }
.rows a:hover { background: var(--tint) }
.rows a::after { content: ""; position: absolute; inset-block-start: calc(50% - .25em); inset-inline-end: 1.1rem; inline-size: .5em; block-size: .5em; border: solid var(--soft); border-width: .13em .13em 0 0; transform: rotate(45deg) }
.pair, .meta, .when { display: flex; flex-wrap: wrap; gap: .1rem 1rem; align-items: baseline }
.pair > :first-child { flex: 1 1 8rem; min-inline-size: 0 }
.pair b, th, .sum { font-weight: 620 }
.sum { margin-inline-start: auto; text-align: end; font-variant-numeric: tabular-nums }
.meta { color: var(--soft); align-items: center }
.when { flex: 1 0 100%; order: 1; justify-content: space-between }
.meta .badge { margin-inline-start: auto }
.badge, .banner { border: 1px solid transparent; background: var(--tint); color: var(--soft) }
.badge { display: inline-flex; align-items: center; gap: .4em; padding-inline: .6rem; border-radius: 9rem; font-weight: 600; white-space: nowrap; color: var(--soft) }
.info { color: var(--info); background: var(--info-bg) }
.good { color: var(--good); background: var(--good-bg) }
.warn { color: var(--warn); background: var(--warn-bg) }
.bad { color: var(--bad); background: var(--bad-bg) }
.urgent { background: none; font-weight: 620 }
.icon { flex: none; inline-size: .65em; block-size: .65em; background: currentColor }
.dot, .ring, .half { border-radius: 50% }
.ring { background: none; border: .15em solid }
.half { background: linear-gradient(90deg, currentColor 50%, transparent 50%); border: .1em solid }
.alert { clip-path: polygon(50% 4%, 100% 96%, 0 96%) }
.check { inline-size: .8em; clip-path: polygon(12% 44%, 0 60%, 38% 98%, 100% 20%, 86% 6%, 37% 68%) }
.cross { clip-path: polygon(18% 0, 50% 32%, 82% 0, 100% 18%, 68% 50%, 100% 82%, 82% 100%, 50% 68%, 18% 100%, 0 82%, 32% 50%, 0 18%) }
.bar { block-size: .2em }
.clock { inline-size: .85em; block-size: .85em; border: .12em solid; border-radius: 50%; background: linear-gradient(currentColor, currentColor) 50% 0/.12em .36em no-repeat, linear-gradient(currentColor, currentColor) 100% 50%/.36em .12em no-repeat }
.empty { padding: .9rem 1rem; border: 1px dashed var(--line); border-radius: .8rem; color: var(--soft) }
.banner { display: grid; grid-template-columns: auto 1fr; gap: 0 .75rem; align-items: center; padding: .9rem 1rem; border-radius: .8rem; margin-block-end: 1rem }
.banner > :not(.icon) { grid-column: 2 }
.banner a { color: inherit }
.doc { border-block-start: .4rem solid var(--fill); padding: clamp(1.1rem, 4vw, 2.25rem) }
.doc > * + * { margin-block-start: 1.5rem }
.sums { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: .1rem 2rem; margin-block-start: 1.1rem }
.kicker { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; color: var(--soft); margin-block-end: .25rem }
.top .figure { font-size: clamp(2.1rem, 1.7rem + 2vw, 2.7rem) }
.top .long { font-size: 1.6rem }
.top .huge { font-size: 1.2rem }
.top p, .prose, .parties { color: var(--soft) }
.prose h2 { color: var(--ink) }
.top .text { margin-block-start: .4rem }
.top .urgent { display: block }
.top .urgent::first-letter { text-transform: uppercase }
.parties { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); grid-template-rows: auto 1fr; gap: .75rem 1.5rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line) }
.parties div:first-child { grid-row: span 2 }
.parties dd { overflow-wrap: anywhere }
.parties b { font-weight: 600; color: var(--ink) }
.prose { max-inline-size: 40rem }
.text { white-space: pre-line; unicode-bidi: plaintext; overflow-wrap: anywhere }
.lines { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
caption { text-align: start; padding-block-end: .4rem }
.lines :is(th, td) { padding-block: .7rem; text-align: start; vertical-align: top; border-block-start: 1px solid var(--line) }
.lines thead th { padding-block-start: 0; border: 0; font-weight: 400; color: var(--soft) }
.lines tr > * + * { padding-inline-start: 1.25rem; text-align: end }
.noted tr > :nth-child(2) { text-align: start }
.how { inline-size: 34%; color: var(--soft); overflow-wrap: anywhere }
.by, .sum { white-space: nowrap }
.totals { margin-inline-start: auto; inline-size: min(100%, 24rem); border-block-start: 2px solid; padding-block-start: .6rem; font-variant-numeric: tabular-nums }
.totals div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; padding-block: .1rem; color: var(--soft) }
.totals dd { margin-inline-start: auto; text-align: end; overflow-wrap: anywhere; min-inline-size: 0 }
.totals div:last-child { color: var(--ink); font-size: 1.25rem; font-weight: 660; padding-block-start: .4rem }
.answer { border-block-start: 1px solid var(--line); padding-block-start: 1.25rem }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin-block-start: 1rem }
.btn { flex: 1 1 12rem; display: flex; justify-content: center; align-items: center; min-block-size: 3.1rem; padding: .4rem 1.25rem; border: 1.5px solid; border-radius: .7rem; font-weight: 620; text-decoration: none; text-align: center; overflow-wrap: anywhere }
.btn:hover { background: var(--tint) }
.alone { max-inline-size: 36rem; margin: clamp(.5rem, 8vh, 5rem) auto 0 }
.alone > * + * { margin-block-start: 1rem }
.alone ul { list-style: disc; padding-inline-start: 1.2rem }
@media (min-width: 36rem) {
  .cards { grid-template-columns: 1fr 1fr 1.5fr }
  .cards .wide { grid-column: auto; order: 0 }
  .when { flex: 1; order: 0 }
  .brand { grid-template-columns: auto minmax(0, 1fr) fit-content(55%) }
  .brand .mark { grid-row: auto }
  .brand .reach { margin: 0; grid-column: 3 }
  .parties { grid-template-columns: repeat(2, minmax(0, 1fr)) auto }
  .short { display: none }
  .sums div + div { text-align: end; margin-inline-start: auto }
  .cards div { justify-content: start }
}
@media (max-width: 35.99rem) { .full { display: none } }
@media screen and (max-width: 43.99rem) {
  .lines { display: block }
  .lines thead { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden }
  .lines :is(tbody, caption) { display: block }
  .lines tr { display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding-block: .7rem; border-block-start: 1px solid var(--line) }
  .lines tbody :is(th, td) { border: 0; padding: 0 }
  .lines tbody th { flex: 1 1 9rem; min-inline-size: 0 }
  .lines .how { order: 1; flex-basis: 100%; text-align: start }
}
@media screen and (max-width: 30rem) { article.doc { margin-inline: -1rem; border-inline: 0; border-radius: 0 } }
@media screen and (prefers-color-scheme: dark) { .cards .owed { background: var(--card); color: var(--ink); background: color-mix(in srgb, var(--accent) 18%, var(--card)) } }
@media (forced-colors: active) { .icon { forced-color-adjust: none; color: CanvasText } .badge, .banner { border-color: CanvasText } }
@media print {
  @page { margin: 16mm }
  :root { --paper: #fff; --tint: #fff; --soft: #3d3a37; font-size: 11pt }
  .page { max-inline-size: none; padding: 0 }
  .skip, .go, .reach, footer, .answer { display: none }
  .doc, .cards div, .rows { border-color: #999 } .doc { border: 0; padding: 0 }
  tr, .totals, .banner, .rows li { break-inside: avoid }
  h2, h3, caption { break-after: avoid }
}
@media not print { .paper { display: none } }
`

/** The text of a page's first style element: these bytes are hashed for the Content-Security-Policy. */
export const stylesheet = source.replace(/\s*\n\s*/g, '').replace(/\s*([{};,>])\s*/g, '$1')
