// A quote or an invoice on its sheet of paper.

export const documents = `
.doc { border-block-start: .4rem solid var(--fill); padding: clamp(1.1rem, 4vw, 2.25rem) }
.doc > * + * { margin-block-start: 1.5rem }
.kicker { gap: .25rem .75rem; align-items: center; margin-block-end: .25rem }
.top .text { margin-block-start: .4rem }
.sums { justify-content: space-between; align-items: end; margin-block-start: 1.1rem }
.top .figure { font-size: min(clamp(2.1rem, 1.7rem + 2vw, 2.7rem), 11vw) }
.top .long { font-size: min(1.6rem, 8vw) }
.top .huge { font-size: min(1.2rem, 6vw) }
.top .urgent { display: block }
.top .urgent::first-letter { text-transform: uppercase }
.parties { display: grid; grid-template: auto 1fr/repeat(2, minmax(0, 1fr)); gap: .75rem 1.5rem; padding-block-start: 1rem }
.parties, .answer { border-block-start: 1px solid var(--line) }
.parties div:first-child { grid-row: span 2 }
.parties b { font-weight: 600; color: var(--ink) }
.prose { max-inline-size: 40rem }
.text { white-space: pre-line; unicode-bidi: plaintext }
.lines { inline-size: 100%; border-collapse: collapse }
caption { text-align: start; padding-block-end: .4rem }
.lines :is(th, td) { padding-block: .7rem; text-align: start; vertical-align: top; border-block-start: 1px solid var(--line) }
.lines thead th { padding-block-start: 0; border: 0; font-weight: 400; color: var(--soft) }
.lines tr > * + * { padding-inline-start: 1.25rem; text-align: end }
.noted tr > :nth-child(2) { text-align: start }
.how { inline-size: 34% }
.totals { margin-inline-start: auto; inline-size: min(100%, 24rem); border-block-start: 2px solid; padding-block-start: .6rem }
.totals div { justify-content: space-between; padding-block: .1rem }
.totals dd { min-inline-size: 0 }
.totals div:last-child { color: var(--ink); font-size: 1.25rem; font-weight: 660; padding-block-start: .4rem }
.answer { padding-block-start: 1.25rem }
.doc + .doc, .changes { margin-block: 1.5rem }
.changes li { padding: .8rem 1rem }
.changes ul { margin-block-start: .5rem }
.changes dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: .3rem 1.5rem }
.facts div { padding-block: .4rem; border-block-start: 1px solid var(--line) }
.facts dd { grid-column: 2 }
.record h2 { color: var(--ink) }
.record p { margin-block: .75rem }
.signature { border: 1.5px solid var(--line); border-radius: .8rem; padding: 1.25rem }
.signature > * + * { margin-block-start: .4rem }
.signature h3 { padding-block-start: .6rem }
.signed { font: italic 2.2rem/1.3 ui-serif, Georgia, serif; border-block-end: 1px solid var(--soft) }
code { font: 1rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
h2 code { font-weight: 660 }
.case { display: block }
.facts.wide { margin-block: .6rem }
.facts.wide div { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) }
output { font: 1rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap }
.alone { max-inline-size: 36rem; margin: clamp(.5rem, 8vh, 5rem) auto 0 }
.alone > * + * { margin-block-start: 1rem }
.alone > * + h2 { margin-block-start: 2rem }
.alone ul, .bullets { list-style: disc; padding-inline-start: 1.2rem }
`
