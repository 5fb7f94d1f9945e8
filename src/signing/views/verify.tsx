// The public page where anyone checks a receipt file. It belongs to no business, and keeps nothing that it is given.
import type { WordsIn } from '../../i18n/words.ts'
import { FileField, Submit, TextArea } from '../../ui/fields.tsx'
import { Page } from '../../ui/layout.tsx'
import { Banner } from '../../ui/parts.tsx'
import { useFormats, useSurroundings, useWords } from '../../ui/surroundings.ts'
import { words as uiWords } from '../../ui/words.ts'
import { type Report, reportOf } from '../report.ts'
import type { Verdict } from '../verify.ts'
import { verifyWords } from '../words.ts'
import { Facts } from './facts.tsx'

export type VerifyPageProps = {
  /** What was found in the file that was given; null before one was. */
  result: Verdict | null
  /** A form came, and there was nothing in it. */
  isEmpty?: boolean
}

const Found = ({ verdict }: { verdict: Verdict }) => {
  const words = useWords(verifyWords)
  const report = reportOf(verdict, useFormats(), text => <bdi>{text}</bdi>)
  const { title, lead, facts, parts, limits } = report
  return (
    <>
      <Banner {...lookOf(report)} title={`${title}.`} alert>
        <p>{lead}</p>
        {parts.length > 0 && (
          <>
            <p>{words.parts + useWords(uiWords).colon}</p>
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
      {facts.length > 0 && <h2>{headingOf(verdict, words)}</h2>}
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

function headingOf(verdict: Verdict, words: WordsIn<typeof verifyWords>): string {
  if (!verdict.valid) return words.signedPart
  return verdict.record.format === 'semaquote/chain-head@1' ? words.sealSays : words.says
}

const Form = ({ isEmpty }: { isEmpty: boolean }) => {
  const words = useWords(verifyWords)
  return (
    <form method="post" action={`/verify${useSurroundings().query}`} enctype="multipart/form-data">
      <FileField
        {...{ id: 'file', name: 'evidence', label: words.file, accept: '.json,application/json' }}
        fault={isEmpty ? words.nothing : undefined}
      />
      <TextArea {...{ id: 'text', name: 'evidence', label: words.pasted, value: '' }} />
      <Submit kind="yes" busy={words.busy}>
        {words.button}
      </Submit>
    </form>
  )
}

/** A tab's title is the first thing that a screen reader says. */
function useTitle({ result, isEmpty }: VerifyPageProps): string {
  const words = useWords(verifyWords)
  const { pleaseCheck } = useWords(uiWords)
  const formats = useFormats()
  if (isEmpty) return `${pleaseCheck} ${words.title}`
  return result ? words.found(reportOf(result, formats, text => text).title) : words.title
}

/** The form, above it what was found in the file that was given. */
export const VerifyPage = ({ result, isEmpty = false }: VerifyPageProps) => {
  const words = useWords(verifyWords)
  return (
    <Page title={useTitle({ result, isEmpty })} business={null}>
      <div class="doc alone">
        <h1>{words.title}</h1>
        {result ? <Found verdict={result} /> : <p class="lead">{words.lead}</p>}
        {result && <h2>{words.again}</h2>}
        <Form isEmpty={isEmpty} />
      </div>
    </Page>
  )
}
