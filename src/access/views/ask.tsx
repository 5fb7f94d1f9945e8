// Asking for one's link again: the form, its page, and the one answer. They take nothing but what was typed, and name nobody.
import { LONGEST_ADDRESS } from '../../core/address.ts'
import { urls } from '../../core/urls.ts'
import { Busy } from '../../ui/busy.tsx'
import { Alone } from '../../ui/error-pages.tsx'
import { Submit, TextField } from '../../ui/fields.tsx'
import { Page } from '../../ui/layout.tsx'
import { words as frame } from '../../ui/words.ts'
import { recoveryWords as words } from '../words.ts'

export type AskFormProps = { typed?: string; fault?: string }

/** One field, one button. */
export const AskForm = ({ typed = '', fault }: AskFormProps) => (
  <form method="post" action={urls.recovery}>
    <TextField
      {...{
        id: 'email',
        name: 'email',
        type: 'email',
        autocomplete: 'email',
        maxlength: LONGEST_ADDRESS,
        required: true,
      }}
      {...{ label: words.label, hint: words.hint, value: typed, fault }}
    />
    <Submit kind="yes" busy={words.busy}>
      {words.button}
    </Submit>
  </form>
)

export type AskPageProps = AskFormProps & {
  /** The database didn't take it: the form stands there to be sent again. */
  isUnanswered?: boolean
}

/** A tab's title is the first thing that a screen reader says. */
export const AskPage = ({ isUnanswered = false, ...given }: AskPageProps) => {
  const { title, lead } = isUnanswered ? words.unanswered : words.ask
  return (
    <Page title={given.fault ? `${frame.pleaseCheck} ${title}` : title} business={null}>
      <Alone title={title} lead={lead}>
        <AskForm {...given} />
      </Alone>
      <Busy />
    </Page>
  )
}

/** The same for every address, and after a reload. */
export const AskedPage = () => (
  <Page title={words.asked.title} business={null}>
    <Alone title={words.asked.title} lead={words.asked.lead}>
      <h2>{words.asked.what}</h2>
      <ul>
        {words.asked.steps.map(step => (
          <li>{step}</li>
        ))}
      </ul>
      <p class="buttons">
        <a class="btn" href={urls.recovery}>
          {words.asked.again}
        </a>
      </p>
    </Alone>
  </Page>
)
