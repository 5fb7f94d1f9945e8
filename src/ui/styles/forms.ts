// Forms, and the choices that open them.

export const forms = `
summary, button { cursor: pointer }
summary { list-style: none; user-select: none }
summary::-webkit-details-marker { display: none }
[open] > summary::after { border-color: currentColor; transform: rotate(-45deg); margin: .4em 0 0 auto }
details { margin-block-start: .75rem; border-radius: .7rem }
[open] { box-shadow: 0 0 0 1.5px var(--line) }
.yes, .yes:hover { background: var(--good); border-color: var(--good); color: var(--card) }
.no { background: var(--tint); border-color: var(--soft) }
.no:hover { border-color: currentColor }
[open] > summary, [open] > summary:hover { background: none; color: inherit; border-color: transparent; justify-content: start; font-size: 1.2rem }
form { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.1rem }
details form { padding: .25rem 1.25rem 1.25rem }
label, legend, .fault { font-weight: 620 }
input, textarea, button { font: inherit; color: inherit }
button { inline-size: 100%; background: none }
:disabled { opacity: .7; cursor: default }
:is(input, textarea):not([type=checkbox], [type=radio]) { display: block; inline-size: 100%; min-block-size: 3.1rem; padding: .6rem .9rem; margin-block-start: .3rem; border: 1.5px solid var(--soft); border-radius: .6rem; background: var(--paper) }
[aria-invalid]:is(input, textarea) { border-color: var(--bad); outline-color: var(--bad) }
fieldset { border: 0; min-inline-size: 0 }
.tick { display: flex; gap: .75rem; padding-block: .65rem; font-weight: 400 }
.tick input { flex: none; inline-size: 1.5rem; block-size: 1.5rem; accent-color: var(--good) }
.fault { background: none; color: var(--bad) }
.fault a { color: inherit }
.fault a, .proof a { display: inline-block; padding-block: .65rem }
.language { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; padding-block: 1rem .5rem }
.language label { font-weight: 400 }
select, .language .btn { flex: none; inline-size: auto; min-block-size: 2.75rem; padding: .3rem .9rem; border: 1.5px solid var(--soft); border-radius: .6rem; background: var(--card); font: inherit; color: inherit }
::file-selector-button { font: inherit; padding: .1rem .6rem; margin-inline-end: .6rem }
`
