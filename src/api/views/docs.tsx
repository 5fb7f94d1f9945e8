// The documentation of the API: how to call it, every operation, the lives of documents, every code.
import { raw } from 'hono/html'
import { type ProblemCode, problems } from '../../core/problem.ts'
import {
  invoiceTransitions,
  type quoteTransitions as Quotes,
  quoteTransitions,
} from '../../documents/transitions.ts'
import { Page } from '../../ui/layout.tsx'
import type { Json } from '../describe.ts'
import { groups } from '../operations.ts'
import { tryScript } from '../try.ts'
import { cures, rules } from '../words.ts'
import { OperationSection } from './operation.tsx'
import { Prose } from './prose.tsx'

export const DocsPage = ({ document }: { document: Json }) => (
  <Page title="API of the client portal" business={null}>
    <article class="doc">
      <h1>API of the client portal</h1>
      <p class="lead">What a business’s own programs can do.</p>
      <p>
        Every path below starts with <code>/api/v1</code>. The same as an OpenAPI 3.1 document, for generators
        of clients: <a href="/api/v1/openapi.json">openapi.json</a>
      </p>
      <ul class="bullets">
        {rules.map(rule => (
          <li>
            <Prose text={rule} />
          </li>
        ))}
      </ul>
      <p>
        <label for="key">Your API key, to try the calls on this page</label>
        <input id="key" type="password" autocomplete="off" placeholder="sqk_…" />
      </p>
      <nav aria-label="Contents">
        <h2>Contents</h2>
        <ul class="bullets">
          {groups.map(({ name }) => (
            <li>
              <a href={`#${anchorOf(name)}`}>{name}</a>
            </li>
          ))}
          <li>
            <a href="#lives">Lives of documents</a>
          </li>
          <li>
            <a href="#codes">Error codes</a>
          </li>
        </ul>
      </nav>
      {groups.map(({ name, about, operations }) => (
        <section id={anchorOf(name)}>
          <h2>{name}</h2>
          <p>{about}</p>
          {operations.map(one => (
            <OperationSection one={one} document={document} />
          ))}
        </section>
      ))}
      <section id="lives">
        <h2>Lives of documents</h2>
        <p>What each act makes of a document in each situation, or the code with which it is refused.</p>
        <Lives caption="Quotes" table={quoteTransitions} />
        <Lives caption="Invoices" table={invoiceTransitions} />
      </section>
      <Codes />
    </article>
    <script>{raw(tryScript)}</script>
  </Page>
)

const anchorOf = (name: string) => name.toLowerCase().replaceAll(' ', '-')

type Table = Record<string, Record<string, string>>

const Lives = ({ caption, table }: { caption: string; table: Table | typeof Quotes }) => (
  <>
    <h3>{caption}</h3>
    {Object.entries(table as Table).map(([act, cells]) => (
      <dl class="facts">
        <div>
          <dt>{act}</dt>
          <dd>
            {Object.entries(cells).map(([situation, cell]) => (
              <span class="case">
                {situation} → {cell.includes('_') ? <a href={`#${cell}`}>{cell}</a> : <b>{cell}</b>}
              </span>
            ))}
          </dd>
        </div>
      </dl>
    ))}
  </>
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
