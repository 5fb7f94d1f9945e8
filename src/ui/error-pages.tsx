/**
 * The pages for when something is wrong: calm, with the next step. Those for links that open nothing take no
 * data at all, so that their bytes can't tell one dead link from another.
 */
import type { PropsWithChildren } from 'hono/jsx'
import { type Brand, Page } from './layout.tsx'
import { Back } from './parts.tsx'
import { words } from './words.ts'

type Said = { title: string; lead: string }

const Alone = ({ title, lead, children }: PropsWithChildren<Said>) => (
  <div class="doc alone">
    <h1>{title}</h1>
    <p class="lead">{lead}</p>
    {children}
  </div>
)

const Retry = ({ href }: { href: string }) => (
  <p class="buttons">
    <a class="btn" href={href}>
      {words.tryAgain}
    </a>
  </p>
)

/** For every link that opens nothing: unknown, malformed, revoked, deleted. Names no business. */
export const DeadLinkPage = () => (
  <Page title={words.dead.title} business={null}>
    <Alone title={words.dead.title} lead={words.dead.lead}>
      <h2>{words.dead.what}</h2>
      <ul>
        {words.dead.steps.map(step => (
          <li>{step}</li>
        ))}
      </ul>
    </Alone>
  </Page>
)

/** For a path that is nobody's, outside any portal. */
export const NotFoundPage = () => (
  <Page title={words.notFound.title} business={null}>
    <Alone {...words.notFound} />
  </Page>
)

/** For a document that isn't there, in the frame of a portal that is. `home` leads to its dashboard. */
export const NotFoundInPortal = ({ business, home }: { business: Brand; home: string }) => (
  <Page title={words.notFoundInPortal.title} business={business}>
    <Alone {...words.notFoundInPortal}>
      <Back href={home} />
    </Alone>
  </Page>
)

/** All that may be said of a business while the database doesn't answer. */
export type Known = { name: string; phone: string | null }

/** For when the database doesn't answer (503). `retry` is the address that was asked for. */
export const UnavailablePage = ({ known, retry }: { known: Known | null; retry: string }) => (
  <Page title={words.unavailable.title} business={known && { ...known, email: null, colour: null }}>
    <Alone {...words.unavailable}>
      <Retry href={retry} />
    </Alone>
  </Page>
)

/** For a mistake of ours (500). */
export const ErrorPage = ({ retry }: { retry: string | null }) => (
  <Page title={words.broken.title} business={null}>
    <Alone {...words.broken}>{retry && <Retry href={retry} />}</Alone>
  </Page>
)
