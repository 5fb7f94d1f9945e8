// Colours, type and the frame: what every page wears.
import { grounds } from '../colour.ts'

const { light, dark } = grounds

export const base = `
:root {
  color-scheme: light dark;
  --paper: ${light.paper}; --card: ${light.card}; --tint: ${light.tint};
  --ink: #1b1a19; --soft: #5b5751; --line: #e1ddd5;
  --good: #17653a; --good-bg: #e4f2e8; --warn: #744e00; --warn-bg: #fbf0d7;
  --bad: #9d2419; --bad-bg: #fcebe8; --info: #1f4e85; --info-bg: #e6eff9;
  font: clamp(1rem, .9rem + .2vw, 1.25rem)/1.5 system-ui, sans-serif;
}
@media screen and (prefers-color-scheme: dark) { :root {
  --paper: ${dark.paper}; --card: ${dark.card}; --tint: ${dark.tint};
  --ink: #f1eee9; --soft: #b3ada5; --line: #3a3733;
  --good: #95dcae; --good-bg: #17301f; --warn: #f0cb80; --warn-bg: #342a13;
  --bad: #ffa69b; --bad-bg: #3c1c18; --info: #a3c9f6; --info-bg: #182a40;
} }
*, ::before { box-sizing: border-box; margin: 0; padding: 0 }
body { background: var(--paper); color: var(--ink); font-variant-numeric: tabular-nums; overflow-wrap: break-word; -webkit-text-size-adjust: 100% }
a { color: var(--accent); text-underline-offset: .2em }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .25rem }
h1 { font-size: clamp(1.6rem, 1.3rem + 1.4vw, 2.1rem); line-height: 1.2; letter-spacing: -.015em; font-weight: 680 }
h2, caption { font-size: 1.2rem; line-height: 1.3; font-weight: 660 }
h3, small { font-size: 1rem; font-weight: 600 }
small { display: block; font-weight: 400 }
ul { list-style: "" }
h3, small, footer, .lead, .cards dt, .meta, .empty, .hint, .top p, .prose p, .parties, .how, .totals div, .facts dt, .changes dt, .record { color: var(--soft) }
bdi, dd, a, code, .text, .how, .figure, .signed { overflow-wrap: anywhere }
.reach, .pair, .meta, .when, .sums, .kicker, .totals div, .buttons { display: flex; flex-wrap: wrap; gap: .1rem 1rem }
.hide, .skip { position: absolute }
.hide { inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { inset: -9rem auto auto 1rem; padding: .75rem 1rem; background: var(--card); z-index: 1 }
.skip:focus { inset-block-start: .5rem }
.page { max-inline-size: 47rem; margin-inline: auto; padding: 0 1rem 1.5rem }
main { padding-block-start: .75rem; outline: 0 }
.brand { display: grid; grid-template-columns: auto 1fr; align-items: center; gap: 0 .75rem; padding-block: 1rem .25rem }
.brand p, .mark { font-weight: 650; line-height: 1.25 }
.mark { grid-row: span 2; display: grid; place-items: center; inline-size: 2.75rem; block-size: 2.75rem; border-radius: .65rem; background: var(--fill); color: var(--on-fill) }
.brand .reach { grid-column: 2; margin-block: -.4rem; font-weight: 400 }
.reach { align-items: center }
.reach a, .go { display: inline-flex; align-items: center; gap: .5rem; min-block-size: 2.75rem; min-inline-size: 2.75rem; text-decoration-color: var(--line) }
.go { text-decoration: none }
.go:hover, .banner .go { text-decoration: underline }
footer { margin-block-start: 2.5rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line) }
section { margin-block-start: 2.25rem }
section section { margin-block-start: 1.25rem }
section > :is(h2, h3) { margin-block-end: .6rem }
.buttons { gap: .75rem; margin-block-start: 1rem }
.btn { flex: 1 1 12rem; display: flex; justify-content: center; align-items: center; min-block-size: 3.1rem; padding: .4rem 1.25rem; border: 1.5px solid; border-radius: .7rem; font-weight: 620; text-decoration: none; text-align: center }
.btn:hover, .rows a:hover { background: var(--tint) }
`
