// The dashboard and its lists: figures in cards, rows that are one target.
import { space, text, wide } from './scale.ts'

export const lists = `
.cards { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: ${space.m}; margin-block-start: ${space.xl} }
.cards div, .empty { background: var(--card); border: 1px solid var(--line); border-radius: .8rem; padding: .8rem ${space.l} }
.cards div { display: flex; flex-direction: column; justify-content: space-between }
.cards dt { line-height: 1.3; overflow-wrap: anywhere }
.cards dt, .meta, .empty { color: var(--soft) }
.cards .wide { grid-column: 1/-1; order: -1 }
.cards .owed { background: var(--owed); color: var(--on-owed) }
.owed :is(dt, small) { color: inherit }
.rows li + li { border-block-start: 1px solid var(--line) }
.rows a { position: relative; display: grid; gap: ${space.xs}; align-content: center; min-block-size: 4.25rem; padding: .8rem ${space.l}; padding-inline-end: 2.4rem; border-radius: .8rem; color: inherit; text-decoration: none }
.rows a:hover { background: var(--tint) }
.rows a:active { background: var(--line) }
.rows a::after { position: absolute; inset-block-start: calc(50% - .25em); inset-inline-end: 1.1rem; border-color: var(--soft) }
[dir=rtl] .rows a::after { transform: rotate(-135deg) }
.pair, .meta, .when { display: flex; flex-wrap: wrap; gap: .1rem ${space.l} }
.pair > :first-child { flex: 1 1 8rem; min-inline-size: 0; text-align: match-parent }
.pair bdi, .sum { font-weight: 620 }
.sum, .meta .badge { margin-inline-start: auto; text-align: end }
.sum { overflow-wrap: anywhere }
.meta { align-items: center }
.when { flex: 1 0 100%; order: 1; justify-content: space-between }
.empty { background: none; border-style: dashed }
@media ${wide} {
  .cards { grid-template-columns: 1fr 1fr 1.5fr }
  .cards div { justify-content: start }
  .cards .wide { grid-column: auto; order: 0 }
  .when { flex: 1; order: 0 }
}
@media not ${wide} { .wide .long { font-size: min(${text.figure}, 8vw) } }
@media (max-width: 24rem) { .when:has(+ .badge) { flex: 1 1 6rem } }
@media print { .rows a::after { display: none } .cards .owed { background: none; color: inherit } }
`
