// The first page of the API's documentation: how to call it, where each noun is, every code.
import { type ProblemCode, problems } from '../../core/problem.ts'
import { Page } from '../../ui/layout.tsx'
import { groups } from '../operations.ts'
import { cures, rules } from '../words.ts'
import { slugOf } from './group.tsx'
import { Prose } from './prose.tsx'

const lives = { name: 'Lives', about: 'What each act makes of a quote or an invoice, or why it is refused.' }

export const DocsPage = () => (
  <Page title="API of the client portal" business={null}>
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
          {[...groups, lives].map(({ name, about }) => (
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
      <Codes />
    </article>
  </Page>
)

/** Each code under the anchor that a problem’s `type` leads to. */
const Codes = () => (
  <section id="codes">
    <h2>Error codes</h2>
    <dl class="facts">
      {Object.entries(problems).map(([code, [status, title]]) => (
        <div id={code}>
          <dt>
            {status} <code>{code}</code>
          </dt>
          <dd>
            {title}. {cures[code as ProblemCode]}
          </dd>
        </div>
      ))}
    </dl>
  </section>
)
