/** What every page of a visit shows around its content: the business, the way back, the choice of a language. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { logoIn } from '../businesses/logo/address.ts'
import { urls } from '../core/urls.ts'
import { NotFoundInPortal } from '../ui/error-pages.tsx'
import type { Brand } from '../ui/layout.tsx'
import { type PageOptions, page } from '../ui/respond.ts'
import type { PortalEnv } from './guard.ts'
import { languageSet, type Visitor } from './visit.ts'

type C = Context<PortalEnv>

/** The path, and the place in a list. */
function placeOf(c: C): string {
  const from = c.req.query('from')
  return from === undefined ? c.req.path : `${c.req.path}?${new URLSearchParams({ from })}`
}

/**
 * Where the choice of a language leads back to: this page, if nothing else is said; null where there is none. What answers a form
 * can't be asked for again in another language: what was typed would be lost.
 */
type PortalOptions = PageOptions & { page?: string | null }

/** Draws a page for who visits, in the colour of the business. */
export function portalPage(
  c: C,
  visitor: Visitor,
  drawn: Child,
  { page: back = c.req.method === 'POST' ? null : placeOf(c), ...options }: PortalOptions = {},
): Promise<Response> {
  const isChosen = languageSet(visitor) !== undefined
  const language = back === null ? null : { action: urls.language(c.get('token')), page: back, isChosen }
  const surroundings = { formats: visitor.formats, language, query: '' }
  return page(drawn, surroundings, { colour: visitor.colour, ...options })
}

/** The business as it is today. */
export const businessOf = (visitor: Visitor): Brand => ({
  name: visitor.businessName,
  phone: visitor.businessPhone,
  email: visitor.businessEmail,
  address: visitor.businessAddress,
  website: visitor.businessWebsite,
  colour: visitor.colour,
  logo: logoIn(visitor),
})

/**
 * The business as it was when it sent the document: its words are frozen, its colour and its logo are not. Its address stands on the
 * document itself.
 */
export const senderOf = (
  { name, phone, email, website }: Omit<Brand, 'colour' | 'logo' | 'address'>,
  visitor: Visitor,
): Brand => ({
  ...{ name, phone, email, website, address: null },
  colour: visitor.colour,
  logo: logoIn(visitor),
})

/** 404 in the frame of the living portal: the same for whatever isn't there. */
export function notFoundHere(c: C, visitor: Visitor): Promise<Response> {
  const home = urls.portal(c.get('token'))
  const drawn = <NotFoundInPortal business={businessOf(visitor)} home={home} />
  return portalPage(c, visitor, drawn, { status: 404, page: home })
}
