/**
 * The frame of every page that a client opens: one document, no request besides it but for the business's logo. Exactly two style elements and one
 * script, so that the Content-Security-Policy can name their hashes. A preview of the link, as chats draw it, tells whose
 * portal it leads to, and nothing of a document.
 */
import { raw } from 'hono/html'
import type { PropsWithChildren } from 'hono/jsx'
import { accentOf, accentStyle } from './colour.ts'
import { type Contact, Reach } from './contact.tsx'
import { LanguageChoice } from './language.tsx'
import { Text } from './parts.tsx'
import { Script } from './script.tsx'
import { type Sheet, sheets } from './styles.ts'
import { useFormats, useWords } from './surroundings.ts'
import { words as uiWords } from './words.ts'

/** Of the languages that are spoken here none is written from right to left yet; on a developer's machine one is. */
const directionOf = (language: string) => (/^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : undefined)

/** The business: who frames the page, where it is and how to reach it. */
export type Brand = Contact & {
  name: string
  address: string | null
  /** An address of the web, with `https:` or `http:`. */
  website: string | null
  colour: string | null
  logo: Logo | null
}

/** A picture of our own origin; its width and height, in pixels, keep its place while it is loaded. */
export type Logo = { url: string; width: number; height: number }

/** Up to two letters that stand for a name; one for scripts without capitals, whose letters join. */
export function initialsOf(name: string): string {
  const letters = name.split(/[\s\-–/]+/u).flatMap(word => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? [])
  const [first = '', second = ''] = letters
  return first.toUpperCase() === first.toLowerCase() && /\p{L}/u.test(first)
    ? first
    : (first + second).toUpperCase()
}

const favicon = (colour: string | null): string => {
  const { fill, onFill } = accentOf(colour)
  const sheet = `<path fill="${fill}" d="M0 0h8v8H0z"/><path stroke="${onFill}" d="M2 2.5h4M2 4h4M2 5.5h2"/>`
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">${sheet}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(picture)}`
}

/** A tab's title can't isolate text by markup: without direction marks, a name can't turn its neighbours round. */
const plain = (text: string): string => text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')

const Style = ({ text }: { text: string }) => <style>{raw(text)}</style>

const Head = ({ title, business, sheet = 'plain' }: Omit<PageProps, 'children'>) => (
  <head>
    <meta charset="utf-8" />
    <title>{plain(business ? `${title} · ${business.name}` : title)}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <meta name="color-scheme" content="light dark" />
    <meta name="format-detection" content="telephone=no" />
    <meta property="og:title" content={plain(business?.name ?? title)} />
    <meta name="description" property="og:description" content={useWords(uiWords).preview} />
    <link rel="icon" href={favicon(business?.colour ?? null)} />
    <Style text={sheets[sheet]} />
    <Style text={accentStyle(business?.colour ?? null)} />
  </head>
)

/** The name stands beside it, so that a logo needs no other words. */
const Mark = ({ name, logo }: Brand) =>
  logo ? (
    <img class="mark" src={logo.url} alt="" width={logo.width} height={logo.height} />
  ) : (
    <span class="mark" aria-hidden="true">
      {initialsOf(name)}
    </span>
  )

const Letterhead = ({ business }: { business: Brand }) => (
  <header class="brand">
    <Mark {...business} />
    <p>
      <bdi>{business.name}</bdi>
    </p>
    <Reach phone={business.phone} email={business.email} brief />
  </header>
)

/** "www.example.com", of an address of the web. */
const hostOf = (website: string): string => new URL(website).host

const Footer = ({ name, phone, email, address, website }: Brand) => {
  const words = useWords(uiWords)
  return (
    <>
      {(phone ?? email) && <p>{words.questions}</p>}
      <Reach phone={phone} email={email} />
      {(address ?? website) && (
        <div class="sender">
          <p>
            <bdi>{name}</bdi>
          </p>
          {address && <Text>{address}</Text>}
          {website && (
            <p>
              <a class="go" href={website}>
                <bdi>{hostOf(website)}</bdi>
              </a>
            </p>
          )}
        </div>
      )}
      <p>{words.onlyForYou}</p>
    </>
  )
}

export type PageProps = PropsWithChildren<{
  title: string
  business: Brand | null
  /** Which of the stylesheets it wears: the plain one where nothing is said. */
  sheet?: Sheet
}>

/** A whole page; without a business (nobody's page, or nobody we may name) it says of nobody who it is or how to reach them. */
export const Page = ({ title, business, sheet = 'plain', children }: PageProps) => {
  const { language } = useFormats()
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language} dir={directionOf(language)}>
        <Head title={title} business={business} sheet={sheet} />
        <body>
          <a class="skip" href="#main">
            {useWords(uiWords).skip}
          </a>
          <div class="page">
            {business && <Letterhead business={business} />}
            <main id="main" tabindex={-1}>
              {children}
            </main>
            <footer>
              {business && <Footer {...business} />}
              <LanguageChoice />
            </footer>
          </div>
          {/* The documentation of the API has a script of its own. */}
          {sheet !== 'docs' && <Script />}
        </body>
      </html>
    </>
  )
}
