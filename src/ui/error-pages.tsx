/**
 * The pages for when something is wrong: calm, with the next step. The one for links that open nothing is access's own.
 */
import type { Child, PropsWithChildren } from 'hono/jsx'
import { Busy } from './busy.tsx'
import { Hidden, Submit } from './fields.tsx'
import { type Brand, Page } from './layout.tsx'
import { Back } from './parts.tsx'
import { words } from './words.ts'

type Said = { title: string; lead: Child }

/** A page of few words. */
export const Alone = ({ title, lead, children }: PropsWithChildren<Said>) => (
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

/** A form to send once more, field by field as it came. */
export type Resend = { action: string; fields: Record<string, string> }

const SendAgain = ({ action, fields }: Resend) => (
  <form method="post" action={action}>
    <Hidden fields={fields} />
    <Submit busy={words.trying}>{words.tryAgain}</Submit>
  </form>
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

export type UnavailableProps = { known: Known | null; retry: string; resend?: Resend | null; sure?: boolean }

/**
 * For when the database doesn't answer (503). `retry` is the address that was asked for; `resend` the form that was
 * sent to it, whose writing may or may not have happened, or, where that is `sure`, did not: that page draws the script.
 */
export const UnavailablePage = ({ known, retry, resend = null, sure = false }: UnavailableProps) => {
  const said = resend ? (sure ? words.notYet : words.unsure) : words.unavailable
  return (
    <Page title={said.title} business={known && { ...known, email: null, colour: null }}>
      <Alone {...said}>{resend ? <SendAgain {...resend} /> : <Retry href={retry} />}</Alone>
      {resend && <Busy />}
    </Page>
  )
}

/** For a form that another web site sent (403). */
export const CrossSitePage = () => (
  <Page title={words.crossSite.title} business={null}>
    <Alone {...words.crossSite} />
  </Page>
)

/** For more than a form may hold (413). */
export const TooLargePage = () => (
  <Page title={words.tooLarge.title} business={null}>
    <Alone {...words.tooLarge} />
  </Page>
)

/** For more than a network may ask in a minute (429). */
export const TooManyPage = () => (
  <Page title={words.tooMany.title} business={null}>
    <Alone {...words.tooMany} />
  </Page>
)

/** For a mistake of ours (500). */
export const ErrorPage = ({ retry }: { retry: string | null }) => (
  <Page title={words.broken.title} business={null}>
    <Alone {...words.broken}>{retry && <Retry href={retry} />}</Alone>
  </Page>
)
