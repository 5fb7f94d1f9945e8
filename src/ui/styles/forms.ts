// Forms, the choices that open them, and what differs where an answer came too late.
import { space } from './scale.ts'

/** Pages of few words, most of them with a form. */
export const plain = `
.alone { max-inline-size: 36rem; margin: clamp(.5rem, 8vh, 5rem) auto 0; border-block-start: .4rem solid var(--fill); padding: clamp(1.1rem, 4vw, 2.25rem) }
.alone > * + * { margin-block-start: ${space.l} }
.alone > * + h2 { margin-block-start: 2rem }
.alone ul, .bullets { list-style: disc; padding-inline-start: 1.2rem }
`

export const forms = `
main form { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.1rem }
main label, legend, .fault { font-weight: 620 }
.hint { color: var(--soft) }
input, textarea { font: inherit; color: inherit }
:disabled { opacity: .7; cursor: default }
:is(input, textarea):not([type=checkbox], [type=radio]) { display: block; inline-size: 100%; min-block-size: 3.1rem; padding: .6rem .9rem; margin-block-start: .3rem; border: 1.5px solid var(--soft); border-radius: .6rem; background: var(--paper) }
[aria-invalid]:is(input, textarea) { border-color: var(--bad); outline-color: var(--bad) }
fieldset { border: 0; min-inline-size: 0 }
main .tick { display: flex; gap: ${space.m}; padding-block: .65rem; font-weight: 400 }
.tick input { flex: none; inline-size: 1.5rem; block-size: 1.5rem; accent-color: var(--good) }
#form { padding: .3rem }
.fault a { color: inherit; display: inline-block; padding-block: .65rem }
::file-selector-button { font: inherit; padding: .1rem .6rem; margin-inline-end: .6rem }
`

export const answers = `
html { scroll-padding-block-start: 5rem }
.answer { padding-block-start: 1.25rem }
summary { cursor: pointer; list-style: none; user-select: none }
summary::-webkit-details-marker { display: none }
[open] > summary::after { transform: rotate(-45deg); margin: .4em 0 0 auto; margin-inline: auto 0 }
details { margin-block-start: ${space.m}; border-radius: .7rem }
[open] { box-shadow: 0 0 0 1.5px var(--line) }
.no { background: var(--tint); border-color: var(--soft) }
.no:hover { border-color: currentColor }
[open] > summary, [open] > summary:hover { background: none; color: inherit; border-color: transparent; justify-content: start; font-size: 1.2rem }
details form { padding: .25rem 1.25rem 1.25rem }
.changes { margin-block: ${space.xl} }
.changes li { padding: .8rem ${space.l} }
.changes li + li { border-block-start: 1px solid var(--line) }
.changes ul { margin-block-start: .5rem }
.changes dt { color: var(--soft) }
.changes dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: .3rem ${space.xl} }
`
