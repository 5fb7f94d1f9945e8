// Asking for one's link again: the form, its page, and the one answer. They take nothing but what was typed, and name nobody.
import { LONGEST_ADDRESS } from '../../core/address.ts'
import { urls } from '../../core/urls.ts'
import { Alone } from '../../ui/error-pages.tsx'
import { Submit, TextField } from '../../ui/fields.tsx'
import { Page } from '../../ui/layout.tsx'
import { useSurroundings, useWords } from '../../ui/surroundings.ts'
import { words as uiWords } from '../../ui/words.ts'
import type { AddressFault } from '../address.ts'
import { words as accessWords } from '../words.ts'

export type AskFormProps = { typed?: string; fault?: AddressFault | undefined }

/** One field, one button. */
export const AskForm = ({ typed = '', fault }: AskFormProps) => {
  const words = useWords(accessWords)
  return (
    <form method="post" action={urls.recovery + useSurroundings().query}>
      <TextField
        {...{ id: 'email', name: 'email', type: 'email', autocomplete: 'email' }}
        {...{ maxlength: LONGEST_ADDRESS, required: true }}
        {...{ label: words.label, hint: words.hint, value: typed, fault: fault && words.faults[fault] }}
      />
      <Submit kind="yes" busy={words.busy}>
        {words.button}
      </Submit>
    </form>
  )
}

export type AskPageProps = AskFormProps & {
  /** The database didn't take it: the form stands there to be sent again. */
  isUnanswered?: boolean
}

/** A tab's title is the first thing that a screen reader says. */
export const AskPage = ({ isUnanswered = false, ...given }: AskPageProps) => {
  const words = useWords(accessWords)
  const { title, lead } = isUnanswered ? words.unanswered : words.ask
  const check = useWords(uiWords).pleaseCheck
  return (
    <Page title={given.fault ? `${check} ${title}` : title} business={null}>
      <Alone title={title} lead={lead}>
        <AskForm {...given} />
      </Alone>
    </Page>
  )
}

/** The same for every address, and after a reload. */
export const AskedPage = () => {
  const { title, lead, what, steps, again } = useWords(accessWords).asked
  return (
    <Page title={title} business={null}>
      <Alone title={title} lead={lead}>
        <h2>{what}</h2>
        <ul>
          {steps.map(step => (
            <li>{step}</li>
          ))}
        </ul>
        <p class="buttons">
          <a class="btn" href={urls.recovery + useSurroundings().query}>
            {again}
          </a>
        </p>
      </Alone>
    </Page>
  )
}
