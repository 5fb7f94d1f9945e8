/**
 * Where a quote is answered: two large buttons, each of which opens its form in place, without a script. While no
 * form can be given, by calling or writing.
 */
import type { PropsWithChildren } from 'hono/jsx'
import type { QuoteContent } from '../../documents/content.ts'
import { words as documentWords } from '../../documents/words.ts'
import { SignForm } from '../../signing/views/sign-form.tsx'
import { ReachButtons } from '../../ui/contact.tsx'
import type { Brand } from '../../ui/layout.tsx'
import { useFormats, useWords } from '../../ui/surroundings.ts'
import { currentConsent } from '../consents.ts'
import { words as quoteWords } from '../words.ts'
import { DeclineForm } from './decline-form.tsx'
import { type Faults, saidOf } from './faults.ts'

/** Both forms: where they lead, what was typed, and what is wrong with it. */
export type AnswerProps = {
  contentHash: string
  sign: {
    action: string
    typed: { signature: string; poNumber: string; consent: boolean }
    faults: Faults<'signature' | 'poNumber' | 'consent'>
  }
  decline: {
    action: string
    /** `reason`: a code of words.reasons, or empty. */
    typed: { reason: string; note: string; confirm: boolean }
    faults: Faults<'reason' | 'note' | 'confirm'>
  }
  open: 'sign' | 'decline' | null
}

/** Whether something typed has to be looked at again. */
export const hasFaults = ({ sign, decline }: AnswerProps): boolean =>
  [...Object.values(sign.faults), ...Object.values(decline.faults)].some(Boolean)

type ChoiceProps = PropsWithChildren<{ kind: 'yes' | 'no'; text: string; open: boolean }>

/** Of one name, so that opening one closes the other. */
const Choice = ({ kind, text, open, children }: ChoiceProps) => (
  <details name="answer" open={open}>
    <summary class={`btn ${kind}`}>{text}</summary>
    {children}
  </details>
)

/** Both choices, one above the other. */
export const Answer = ({
  contentHash,
  sign,
  decline,
  open,
  content,
}: AnswerProps & { content: QuoteContent }) => {
  const words = useWords(quoteWords)
  const shared = useWords(documentWords)
  const formats = useFormats()
  return (
    <section class="answer" id="answer">
      <h2>{words.answer}</h2>
      <Choice kind="yes" text={words.accept} open={open === 'sign'}>
        <SignForm
          {...{ ...sign, contentHash, faults: saidOf(sign.faults, words) }}
          consent={currentConsent(formats)}
          label={shared.inCurrency(shared.total, content.currency)}
          figure={formats.money(content.total, content.currency)}
        />
      </Choice>
      <Choice kind="no" text={words.decline} open={open === 'decline'}>
        <DeclineForm {...{ ...decline, contentHash, faults: saidOf(decline.faults, words) }} />
      </Choice>
    </section>
  )
}

/** How to answer where there is no form. */
export const CallOrWrite = ({ business, number }: { business: Brand; number: string }) => {
  const words = useWords(quoteWords)
  return (
    <section class="answer">
      <h2>{words.answer}</h2>
      <p>{words.howToAnswer(<bdi>{business.name}</bdi>)}</p>
      <ReachButtons phone={business.phone} email={business.email} subject={words.named(number)} />
    </section>
  )
}
