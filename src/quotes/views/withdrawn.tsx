// For an answer to a quote that the business took back meanwhile: what it held is no longer shown.
import { ReachButtons } from '../../ui/contact.tsx'
import { Alone } from '../../ui/error-pages.tsx'
import { type Brand, Page } from '../../ui/layout.tsx'
import { Back } from '../../ui/parts.tsx'
import { words } from '../words.ts'
import { refusalWords } from './words.ts'

export type WithdrawnPageProps = { business: Brand; home: string; number: string }

/** Nothing was recorded; how to ask. */
export const WithdrawnPage = ({ business, home, number }: WithdrawnPageProps) => (
  <Page title={words.notRecorded(words.named(number))} business={business}>
    <Back href={home} />
    <Alone
      title={refusalWords.withdrawn}
      lead={refusalWords.withdrawnLead(<bdi>{business.name}</bdi>, <bdi>{number}</bdi>)}
    >
      <ReachButtons phone={business.phone} email={business.email} subject={words.named(number)} />
    </Alone>
  </Page>
)
