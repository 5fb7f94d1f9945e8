// The page on which a client stops reminders, or turns them on again; and the answer to a mail provider that did.
import { Alone } from '../../ui/error-pages.tsx'
import { Submit } from '../../ui/fields.tsx'
import { type Brand, Page } from '../../ui/layout.tsx'
import { Back } from '../../ui/parts.tsx'
import { useWords } from '../../ui/surroundings.ts'
import { words as reminderWords } from '../words.ts'

export type RemindersPageProps = {
  business: Brand
  home: string
  /** Whether they come, don't because the client stopped them, or don't because the business sends none. */
  state: 'on' | 'off' | 'none'
  /** Where the button leads, which makes it the other way round. */
  action: string
}

/** Says whether reminders come, and what the button does. */
export const RemindersPage = ({ business, home, state, action }: RemindersPageProps) => {
  const said = useWords(reminderWords)[state]
  return (
    <Page title={said.title} business={business}>
      <Alone title={said.title} lead={said.lead(<bdi>{business.name}</bdi>)}>
        <p>{said.more}</p>
        <form method="post" action={action}>
          <Submit busy={said.busy}>{said.button}</Submit>
        </form>
        <Back href={home} />
      </Alone>
    </Page>
  )
}

/** For a program that unsubscribed its reader: it needs no button, and learns of no link. */
export const StoppedPage = ({ business }: { business: Brand }) => {
  const { title, lead } = useWords(reminderWords).off
  return (
    <Page title={title} business={business}>
      <Alone title={title} lead={lead(<bdi>{business.name}</bdi>)} />
    </Page>
  )
}
