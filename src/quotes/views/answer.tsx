/**
 * Where a quote is answered: two large buttons, each of which opens its form in place, without a script. While no
 * form can be given, by calling or writing.
 */
import type { PropsWithChildren } from 'hono/jsx'
import { SignForm, type SignFormProps } from '../../signing/views/sign-form.tsx'
import { ReachButtons } from '../../ui/contact.tsx'
import type { Brand } from '../../ui/layout.tsx'
import { words } from '../words.ts'
import { DeclineForm, type DeclineFormProps } from './decline-form.tsx'

export type AnswerProps = { sign: SignFormProps; decline: DeclineFormProps; open: 'sign' | 'decline' | null }

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
export const Answer = ({ sign, decline, open }: AnswerProps) => (
  <section class="answer" id="answer">
    <h2>{words.answer}</h2>
    <Choice kind="yes" text={words.accept} open={open === 'sign'}>
      <SignForm {...sign} />
    </Choice>
    <Choice kind="no" text={words.decline} open={open === 'decline'}>
      <DeclineForm {...decline} />
    </Choice>
  </section>
)

/** How to answer where there is no form. */
export const CallOrWrite = ({ business, number }: { business: Brand; number: string }) => (
  <section class="answer">
    <h2>{words.answer}</h2>
    <p>{words.howToAnswer(<bdi>{business.name}</bdi>)}</p>
    <ReachButtons phone={business.phone} email={business.email} subject={words.named(number)} />
  </section>
)
