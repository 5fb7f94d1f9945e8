// The first page of the API's documentation: how to call it, and where each noun is.
import { Page } from '../../ui/layout.tsx'
import { groups } from '../operations.ts'
import { rules } from '../words.ts'
import { slugOf } from './group.tsx'
import { Prose } from './prose.tsx'

const others = [
  { name: 'Transitions', about: 'What each act makes of a quote or an invoice, or why it is refused.' },
  { name: 'Codes', about: 'Each code of an error: its cause and its cure.' },
]

export const DocsPage = () => (
  <Page title="API of the client portal" business={null} sheet="docs">
    <article class="doc">
      <h1>API of the client portal</h1>
      <p class="lead">What a business’s own programs can do.</p>
      <ul class="bullets">
        {rules.map(rule => (
          <li>
            <Prose text={rule} />
          </li>
        ))}
      </ul>
      <nav aria-label="Contents">
        <ul class="rows">
          {[...groups, ...others].map(({ name, about }) => (
            <li>
              <a href={`/api/v1/docs/${slugOf(name)}`}>
                <b>{name}</b>
                {about}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="buttons">
        <a class="btn" href="/api/v1/openapi.json">
          openapi.json, for generators of clients
        </a>
      </p>
    </article>
  </Page>
)
