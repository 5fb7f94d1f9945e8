// The public page where anyone checks a receipt file. It belongs to no business, and keeps nothing that it is given.
import type { Formats } from '../../i18n/format.ts'
import { Busy } from '../../ui/busy.tsx'
import { FileField, Submit, TextArea } from '../../ui/fields.tsx'
import { Page } from '../../ui/layout.tsx'
import { Banner } from '../../ui/parts.tsx'
import { words as frame } from '../../ui/words.ts'
import { type Report, reportOf } from '../report.ts'
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
  const report = reportOf(verdict, formats, text => <bdi>{text}</bdi>)
  const { title, lead, facts, parts, limits } = report
  return (
    <>
      <Banner {...lookOf(report)} title={`${title}.`} alert>
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
      {facts.length > 0 && <h2>{headingOf(verdict)}</h2>}
      {facts.length > 0 && (
        <Facts rows={facts.map(({ label, value, code }) => ({ label, values: [value], code }))} />
      )}
      {limits && <p class="hint">{limits}</p>}
    </>
  )
}

const lookOf = ({ valid, wrong }: Pick<Report<unknown>, 'valid' | 'wrong'>) =>
  wrong
    ? ({ tone: 'warn', shape: 'alert' } as const)
    : valid
      ? ({ tone: 'good', shape: 'check' } as const)
      : ({ tone: 'bad', shape: 'cross' } as const)

function headingOf(verdict: Verdict): string {
  if (!verdict.valid) return words.signedPart
  return verdict.record.format === 'semaquote/chain-head@1' ? words.sealSays : words.says
}

const Form = ({ fault }: { fault: string | null }) => (
  <form method="post" action="/verify" enctype="multipart/form-data">
    <FileField
      {...{ id: 'file', name: 'evidence', label: words.file, accept: '.json,application/json' }}
      fault={fault ?? undefined}
    />
    <TextArea {...{ id: 'text', name: 'evidence', label: words.pasted, value: '' }} />
    <Submit kind="yes" busy={words.busy}>
      {words.button}
    </Submit>
  </form>
)

/** A tab's title is the first thing that a screen reader says. */
function titleOf({ result, fault, formats }: VerifyPageProps): string {
  if (fault) return `${frame.pleaseCheck} ${words.title}`
  return result ? words.found(reportOf(result, formats, text => text).title) : words.title
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
