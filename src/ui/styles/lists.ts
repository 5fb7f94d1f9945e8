// The dashboard's pieces: figures in cards, rows that are one target, states.

export const lists = `
.lead { margin-block-start: .5rem; font-size: 1.1rem; max-inline-size: 38rem; text-wrap: pretty }
.lead strong { color: var(--ink); font-weight: 620 }
.cards { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; margin-block-start: 1.5rem }
.cards div, .rows, .doc, .banner, .empty { background: var(--card); border: 1px solid var(--line); border-radius: .8rem }
.cards div { display: flex; flex-direction: column; justify-content: space-between; padding: .8rem 1rem }
.cards dt { line-height: 1.3 }
.figure { display: block; font-size: min(1.75rem, 9vw); line-height: 1.3; font-weight: 660; letter-spacing: -.015em }
.long { font-size: 1.3rem }
.huge { font-size: 1rem; letter-spacing: 0 }
.cards .wide { grid-column: 1/-1; order: -1 }
.cards .owed { background: var(--fill); color: var(--on-fill) }
.owed :is(dt, small) { color: inherit }
.rows li + li { border-block-start: 1px solid var(--line) }
.rows a { position: relative; display: grid; gap: .15rem; align-content: center; min-block-size: 4.25rem; padding: .8rem 1rem; padding-inline-end: 2.4rem; border-radius: .8rem; color: inherit; text-decoration: none }
.rows a::after, .back::before, [open] > summary::after { content: ""; inline-size: .5em; block-size: .5em; border: solid var(--soft); border-width: .13em .13em 0 0; transform: rotate(45deg) }
.rows a::after { position: absolute; inset-block-start: calc(50% - .25em); inset-inline-end: 1.1rem }
.back::before { border-color: currentColor; transform: rotate(-135deg); margin-inline-start: .15em }
.pair > :first-child { flex: 1 1 8rem; min-inline-size: 0; text-align: match-parent }
.pair bdi, th, .sum, .urgent { font-weight: 620 }
.sum, .totals dd, .meta .badge { margin-inline-start: auto; text-align: end }
.sum, .by, .badge { white-space: nowrap }
.meta { align-items: center }
.when { flex: 1 0 100%; order: 1; justify-content: space-between }
.badge, .banner { border-color: transparent; background: var(--tint) }
.badge { display: inline-flex; align-items: center; gap: .4em; padding-inline: .6rem; border: 1px solid transparent; border-radius: 9rem; font-weight: 600 }
.calm { color: var(--soft) }
.info { color: var(--info); background: var(--info-bg) }
.good { color: var(--good); background: var(--good-bg) }
.warn { color: var(--warn); background: var(--warn-bg) }
.bad { color: var(--bad); background: var(--bad-bg) }
.urgent { background: none }
.badge::before, .banner::before { content: ""; flex: none; inline-size: .7em; block-size: .7em; background: currentColor }
:is(.dot, .ring, .half, .clock)::before { border-radius: 50% }
.ring::before { background: none; border: .15em solid }
.half::before { background: linear-gradient(90deg, currentColor 50%, transparent 50%); border: .1em solid }
.clock::before { inline-size: .85em; block-size: .85em; border: .12em solid; background: linear-gradient(currentColor 0 0) 50% 0/.12em .36em no-repeat, linear-gradient(currentColor 0 0) 100% 50%/.36em .12em no-repeat }
.alert::before { clip-path: polygon(50% 4%, 100% 96%, 0 96%) }
.check::before { inline-size: .8em; clip-path: polygon(12% 44%, 0 60%, 38% 98%, 100% 20%, 86% 6%, 37% 68%) }
.cross::before { clip-path: polygon(18% 0, 50% 32%, 82% 0, 100% 18%, 68% 50%, 100% 82%, 82% 100%, 50% 68%, 18% 100%, 0 82%, 32% 50%, 0 18%) }
.bar::before { block-size: .2em }
.empty, .banner { padding: .9rem 1rem }
.empty { background: none; border-style: dashed }
.banner { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .75rem; align-items: center; margin-block-end: 1rem }
.banner > * { grid-column: 2 }
.banner a { color: inherit; text-decoration-color: currentColor }
`
