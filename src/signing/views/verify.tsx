// The public page where anyone checks a receipt file. It belongs to no business, and keeps nothing that it is given.
import type { Formats } from '../../i18n/format.ts'
import { Busy } from '../../ui/busy.tsx'
import { FileField, Submit, TextArea } from '../../ui/fields.tsx'
import { Page } from '../../ui/layout.tsx'
import { Banner } from '../../ui/parts.tsx'
import { words as frame } from '../../ui/words.ts'
import { reportOf } from '../report.ts'
import type { Verdict } from '../verify.ts'
import { verifyWords as words } from '../words.ts'
import { Facts } from './facts.tsx'

export type VerifyPageProps = {
  /** What was found in the file that was given; null before one was. */
  result: Verdict | null
  /** Why there is nothing to check: nothing given, too large. */
  fault: string | null
  formats: Formats
}

const Found = ({ verdict, formats }: { verdict: Verdict; formats: Formats }) => {
  const { valid, title, lead, facts, parts, limits } = reportOf(verdict, formats, text => <bdi>{text}</bdi>)
  return (
    <>
      <Banner tone={valid ? 'good' : 'bad'} shape={valid ? 'check' : 'cross'} title={`${title}.`} alert>
        <p>{lead}</p>
        {parts.length > 0 && (
          <>
            <p>{words.parts}:</p>
            <ul>
              {parts.map(part => (
                <li>
                  <code dir="auto">{part}</code>
                </li>
              ))}
            </ul>
          </>
        )}
      </Banner>
      {facts.length > 0 && <h2>{words.says}</h2>}
      {facts.length > 0 && (
        <Facts rows={facts.map(({ label, value, code }) => ({ label, values: [value], code }))} />
      )}
      {limits && <p class="hint">{limits}</p>}
    </>
  )
}

const Form = ({ fault }: { fault: string | null }) => (
  <form method="post" action="/verify" enctype="multipart/form-data">
    <FileField
      {...{ id: 'file', name: 'evidence', label: words.file, accept: '.json,application/json' }}
      fault={fault ?? undefined}
    />
    <TextArea {...{ id: 'text', name: 'evidence', label: words.pasted, value: '' }} />
    <Submit busy={words.busy}>{words.button}</Submit>
  </form>
)

/** A tab's title is the first thing that a screen reader says. */
function titleOf({ result, fault }: VerifyPageProps): string {
  if (fault) return `${frame.pleaseCheck} ${words.title}`
  return result ? words.found(result.valid ? words.valid : words.invalid) : words.title
}

/** The form, above it what was found in the file that was given. */
export const VerifyPage = (given: VerifyPageProps) => {
  const { result, fault, formats } = given
  return (
    <Page title={titleOf(given)} business={null}>
      <div class="doc alone">
        <h1>{words.title}</h1>
        {result ? <Found verdict={result} formats={formats} /> : <p class="lead">{words.lead}</p>}
        {result && <h2>{words.again}</h2>}
        <Form fault={fault} />
      </div>
      <Busy />
    </Page>
  )
}
