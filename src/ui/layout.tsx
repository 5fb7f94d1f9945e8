/**
 * The frame of every page that a client opens: one document, no request besides it, no script. Exactly two
 * style elements, so that the Content-Security-Policy can name their hashes: `stylesheet` and `accentStyle`.
 */
import { raw } from 'hono/html'
import type { PropsWithChildren } from 'hono/jsx'
import { accentOf, accentStyle } from './colour.ts'
import { type Contact, Reach } from './contact.tsx'
import { LanguageChoice } from './language.tsx'
import { stylesheet } from './styles.ts'
import { useFormats, useWords } from './surroundings.ts'
import { words as uiWords } from './words.ts'

/** Of the languages that are spoken here none is written from right to left yet; on a developer's machine one is. */
const directionOf = (language: string) => (/^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : undefined)

/** The business as it is today: who frames the page and how to reach it. */
export type Brand = Contact & { name: string; colour: string | null }

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
  const lines = `<path d="M9 11h14M9 17h14M9 23h8" stroke="${onFill}" stroke-width="3" stroke-linecap="round"/>`
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${fill}"/>${lines}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(picture)}`
}

/** A tab's title can't isolate text by markup: without direction marks, a name can't turn its neighbours round. */
const plain = (text: string): string => text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')

const Style = ({ text }: { text: string }) => <style>{raw(text)}</style>

const Head = ({ title, business }: { title: string; business: Brand | null }) => (
  <head>
    <meta charset="utf-8" />
    <title>{plain(business ? `${title} · ${business.name}` : title)}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <meta name="color-scheme" content="light dark" />
    <meta name="format-detection" content="telephone=no" />
    <link rel="icon" href={favicon(business?.colour ?? null)} />
    <Style text={stylesheet} />
    <Style text={accentStyle(business?.colour ?? null)} />
  </head>
)

const Letterhead = ({ business }: { business: Brand }) => (
  <header class="brand">
    <span class="mark" aria-hidden="true">
      {initialsOf(business.name)}
    </span>
    <p>
      <bdi>{business.name}</bdi>
    </p>
    <Reach phone={business.phone} email={business.email} brief />
  </header>
)

const Footer = ({ business }: { business: Brand }) => {
  const words = useWords(uiWords)
  return (
    <>
      {(business.phone ?? business.email) && <p>{words.questions}</p>}
      <Reach phone={business.phone} email={business.email} />
      <p>{words.onlyForYou}</p>
    </>
  )
}

export type PageProps = PropsWithChildren<{ title: string; business: Brand | null }>

/** A whole page; without a business (nobody's page, or nobody we may name) it says of nobody who it is or how to reach them. */
export const Page = ({ title, business, children }: PageProps) => {
  const { language } = useFormats()
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language} dir={directionOf(language)}>
        <Head title={title} business={business} />
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
              {business && <Footer business={business} />}
              <LanguageChoice />
            </footer>
          </div>
        </body>
      </html>
    </>
  )
}
