// The documentation of the API.
import { space } from './scale.ts'

export const docs = `
h2 code { font-weight: 660 }
.case { display: block }
.facts.wide { margin-block: .6rem }
.facts.wide div { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) }
output { font: 1rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap }
.doc { padding: ${space.xl} }
`
