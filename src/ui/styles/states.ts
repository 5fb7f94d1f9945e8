// States: badges and banners, whose shape says the same as their colour and their word.
import { space } from './scale.ts'

export const states = `
.badge, .banner { border-color: transparent; background: var(--tint) }
:is(.badge, .banner):not(.calm) { background: color-mix(in srgb, currentColor 12%, var(--card)) }
.badge { display: inline-flex; align-items: center; gap: .4em; padding-inline: .6rem; border: 1px solid transparent; border-radius: 9rem; font-weight: 600; white-space: nowrap }
.calm { color: var(--soft) }
.info { color: var(--info) }
.good { color: var(--good) }
.warn { color: var(--warn) }
.bad, .fault { color: var(--bad) }
.urgent { font-weight: 620; white-space: nowrap }
.badge::before, .banner::before { content: ""; flex: none; inline-size: .7em; block-size: .7em; background: currentColor }
:is(.dot, .ring, .half, .clock)::before { border-radius: 50% }
.ring::before { background: none; border: .15em solid }
.half::before { background: linear-gradient(90deg, currentColor 50%, transparent 50%); border: .1em solid }
.clock::before { inline-size: .85em; block-size: .85em; border: .12em solid; background: linear-gradient(currentColor, currentColor) 50% 0/.12em .36em no-repeat, linear-gradient(currentColor, currentColor) 100% 50%/.36em .12em no-repeat }
.alert::before { clip-path: polygon(50% 4%, 100% 96%, 0 96%) }
.check::before { inline-size: .8em; clip-path: polygon(12% 44%, 0 60%, 38% 98%, 100% 20%, 86% 6%, 37% 68%) }
.cross::before { clip-path: polygon(18% 0, 50% 32%, 82% 0, 100% 18%, 68% 50%, 100% 82%, 82% 100%, 50% 68%, 18% 100%, 0 82%, 32% 50%, 0 18%) }
.bar::before { block-size: .2em }
.banner { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 ${space.m}; align-items: center; padding: .9rem ${space.l}; margin-block-end: ${space.l} }
.banner::before { margin-block: .4em auto }
.banner > * { grid-column: 2 }
.banner a { color: inherit; text-decoration: underline currentColor }
@media (forced-colors: active) { :is(.badge, .banner)::before { forced-color-adjust: none; color: CanvasText } .badge, .banner { border-color: CanvasText } }
@media print { .banner .reach.reach { display: flex } .banner, .badge { border-color: currentColor } }
`
