// The page for every link that opens nothing: unknown, malformed, revoked, deleted. It takes no data at all, so that its
// bytes can't tell one dead link from another, and names no business.
import { Alone } from '../../ui/error-pages.tsx'
import { Page } from '../../ui/layout.tsx'
import { useWords } from '../../ui/surroundings.ts'
import { words as accessWords } from '../words.ts'
import { AskForm } from './ask.tsx'

export const DeadLinkPage = () => {
  const words = useWords(accessWords).dead
  return (
    <Page title={words.title} business={null}>
      <Alone title={words.title} lead={words.lead}>
        <h2>{words.what}</h2>
        <ul>
          {words.steps.map(step => (
            <li>{step}</li>
          ))}
        </ul>
        <h2>{words.ask}</h2>
        <AskForm />
        <p>{words.otherwise}</p>
      </Alone>
    </Page>
  )
}
