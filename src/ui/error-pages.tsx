/**
 * The pages for when something is wrong: calm, with the next step. The one for links that open nothing is access's own.
 */
import type { Child, PropsWithChildren } from 'hono/jsx'
import { urls } from '../core/urls.ts'
import type { WordsIn } from '../i18n/words.ts'
import { Hidden, Submit } from './fields.tsx'
import { type Brand, Page } from './layout.tsx'
import { Back } from './parts.tsx'
import { useSurroundings, useWords } from './surroundings.ts'
import { words as uiWords } from './words.ts'

type Said = { title: string; lead: Child }

/** A page of few words. */
export const Alone = ({ title, lead, children }: PropsWithChildren<Said>) => (
  <div class="doc alone">
    <h1>{title}</h1>
    <p class="lead">{lead}</p>
    {children}
  </div>
)

type UiWords = WordsIn<typeof uiWords>
type TroubleName = { [Name in keyof UiWords]: UiWords[Name] extends Said ? Name : never }[keyof UiWords]

/** A whole page of few words, in the name of a business where there is one to name. */
const TroublePage = ({
  of,
  business = null,
  children,
}: PropsWithChildren<{ of: TroubleName; business?: Brand | null }>) => {
  const said = useWords(uiWords)[of]
  return (
    <Page title={said.title} business={business}>
      <Alone {...said}>{children}</Alone>
    </Page>
  )
}

const Retry = ({ href }: { href: string }) => (
  <p class="buttons">
    <a class="btn" href={href}>
      {useWords(uiWords).tryAgain}
    </a>
  </p>
)

/** A form to send once more, field by field as it came. */
export type Resend = { action: string; fields: Record<string, string> }

const SendAgain = ({ action, fields }: Resend) => {
  const words = useWords(uiWords)
  return (
    <form method="post" action={action}>
      <Hidden fields={fields} />
      <Submit busy={words.trying}>{words.tryAgain}</Submit>
    </form>
  )
}

/** For a path that is nobody's, outside any portal (404). */
export const NotFoundPage = () => (
  <TroublePage of="notFound">
    <p class="buttons">
      <a class="btn" href={urls.recovery + useSurroundings().query}>
        {useWords(uiWords).notFound.button}
      </a>
    </p>
  </TroublePage>
)

/** For a document that isn't there, in the frame of a portal that is (404). `home` leads to its dashboard. */
export const NotFoundInPortal = ({ business, home }: { business: Brand; home: string }) => (
  <TroublePage of="notFoundInPortal" business={business}>
    <Back href={home} />
  </TroublePage>
)

/** All that may be said of a business while the database doesn't answer. */
export type Known = { name: string; phone: string | null }

export type UnavailableProps = { known: Known | null; retry: string; resend?: Resend | null; sure?: boolean }

/**
 * For when the database doesn't answer (503). `retry` is the address that was asked for; `resend` the form that was
 * sent to it, whose writing may or may not have happened, or, where that is `sure`, did not.
 */
export const UnavailablePage = ({ known, retry, resend = null, sure = false }: UnavailableProps) => (
  <TroublePage
    of={resend ? (sure ? 'notYet' : 'unsure') : 'unavailable'}
    business={known && { ...known, email: null, address: null, website: null, colour: null, logo: null }}
  >
    {resend ? <SendAgain {...resend} /> : <Retry href={retry} />}
  </TroublePage>
)

/** For a form that another web site sent (403). */
export const CrossSitePage = () => <TroublePage of="crossSite" />

/** For more than a form may hold (413). */
export const TooLargePage = () => <TroublePage of="tooLarge" />

/** For more than a network may ask in a minute (429). */
export const TooManyPage = () => <TroublePage of="tooMany" />

/** For a mistake of ours (500). */
export const ErrorPage = ({ retry }: { retry: string | null }) => (
  <TroublePage of="broken">{retry && <Retry href={retry} />}</TroublePage>
)
