/** What every page of a visit shows around its content: the business, the way back. */
import { NotFoundInPortal } from '../ui/error-pages.tsx'
import type { Brand } from '../ui/layout.tsx'
import { page } from '../ui/respond.ts'
import type { Visitor } from './visit.ts'

/** The business as it is today. */
export const businessOf = (visitor: Visitor): Brand => ({
  name: visitor.businessName,
  phone: visitor.businessPhone,
  email: visitor.businessEmail,
  colour: visitor.colour,
})

/** The business as it was when it sent the document: its words are frozen, its colour is not. */
export const senderOf = (sender: Omit<Brand, 'colour'>, visitor: Visitor): Brand => ({
  name: sender.name,
  phone: sender.phone,
  email: sender.email,
  colour: visitor.colour,
})

/** 404 in the frame of the living portal. */
export const notFoundHere = (visitor: Visitor, home: string): Promise<Response> =>
  page(<NotFoundInPortal business={businessOf(visitor)} home={home} />, {
    status: 404,
    colour: visitor.colour,
  })
