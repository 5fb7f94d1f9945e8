// The frame of a page of the documentation behind the first.
import type { PropsWithChildren } from 'hono/jsx'
import { Page } from '../../ui/layout.tsx'

export const DocsFrame = ({ title, lead, children }: PropsWithChildren<{ title: string; lead: string }>) => (
  <Page title={`${title} · API`} business={null} sheet="docs">
    <a class="go back" href="/api/v1/docs">
      API of the client portal
    </a>
    <article class="doc">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {children}
    </article>
  </Page>
)
