// For an answer to a quote that the business took back meanwhile: what it held is no longer shown.
import { ReachButtons } from '../../ui/contact.tsx'
import { Alone } from '../../ui/error-pages.tsx'
import { type Brand, Page } from '../../ui/layout.tsx'
import { Back } from '../../ui/parts.tsx'
import { useWords } from '../../ui/surroundings.ts'
import { refusalWords } from '../answer-words.ts'
import { words as quoteWords } from '../words.ts'

export type WithdrawnPageProps = { business: Brand; home: string; number: string }

/** Nothing was recorded; how to ask. */
export const WithdrawnPage = ({ business, home, number }: WithdrawnPageProps) => {
  const words = useWords(quoteWords)
  const { withdrawn, withdrawnLead } = useWords(refusalWords)
  const named = words.named(number)
  return (
    <Page title={words.notRecorded(named)} business={business}>
      <Back href={home} />
      <Alone title={withdrawn} lead={withdrawnLead(<bdi>{business.name}</bdi>, <bdi>{number}</bdi>)}>
        <ReachButtons phone={business.phone} email={business.email} subject={named} />
      </Alone>
    </Page>
  )
}
