/** The page that describes the API; it loads nothing and needs no key. */
import type { Context } from 'hono'
import { problems } from '../core/problem.ts'
import { Page } from '../ui/layout.tsx'
import { page } from '../ui/respond.ts'
import { type Route, reference, rules } from './reference.ts'

export function docs(_: Context): Promise<Response> {
  return page(<DocsPage />)
}

const DocsPage = () => (
  <Page title="API of the client portal" business={null}>
    <article class="doc alone">
      <h1>API of the client portal</h1>
      <p class="lead">What a business’s own programs can do. Every path starts with /api/v1.</p>
      <ul>
        {rules.map(rule => (
          <li>{rule}</li>
        ))}
      </ul>
      {reference.map(({ title, routes }) => (
        <Routes title={title} routes={routes} />
      ))}
      <Codes />
    </article>
  </Page>
)

const Routes = ({ title, routes }: { title: string; routes: Route[] }) => (
  <section>
    <h2>{title}</h2>
    {routes.map(({ method, path, does }) => (
      <p class="text">
        <b>{`${method} ${path}`}</b>
        {`\n${does}`}
      </p>
    ))}
  </section>
)

/** Each code under the anchor that a problem’s `type` leads to. */
const Codes = () => (
  <section>
    <h2>Error codes</h2>
    {Object.entries(problems).map(([code, [status, title]]) => (
      <p id={code} class="text">
        <b>{`${status} ${code}`}</b>
        {`\n${title}.`}
      </p>
    ))}
  </section>
)
