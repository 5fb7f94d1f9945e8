/**
 * The one stylesheet of the client's pages: quiet paper, the business's colour, exact figures. It is sent
 * inside every page and allowed by its hash, so no page carries a style attribute.
 */
import { base } from './styles/base.ts'
import { documents } from './styles/documents.ts'
import { forms } from './styles/forms.ts'
import { lists } from './styles/lists.ts'
import { media } from './styles/media.ts'

/** Without what only its authors need: line breaks, and spaces around what separates. */
const packed = (source: string): string =>
  source
    .replace(/\s*\n\s*/g, '')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')

/** The text of a page's first style element: these bytes are hashed for the Content-Security-Policy. */
export const stylesheet = packed(base + lists + documents + forms + media)
