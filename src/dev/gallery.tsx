/** The gallery of development: every page of the client's in every state, in every language, in any colour. */
import { Hono } from 'hono'
import type { Env } from '../core/env.ts'
import { formatsBy } from '../i18n/choice.ts'
import { page } from '../ui/respond.ts'
import { Frame } from './frame.tsx'
import { type Drawn, drawnPages } from './pages/all.tsx'

const locales = ['en-US', 'de-DE', 'fr-FR', 'es-ES', 'en-XA', 'ar-XB']

/** The business's own, and some that are hard to read on. */
const colours = ['', '#ffe600', '#111111', '#ffffff', '#ff3366']

/** A name as a part of a path. */
export const slugOf = (name: string): string => name.replaceAll(/[^a-z0-9]+/g, '-')

/** A page as it would be answered, with the headers of a real one. */
export const answerOf = ({ page: drawn, surroundings, colour }: Drawn): Promise<Response> =>
  page(drawn, surroundings, { colour })

export const gallery = new Hono<{ Bindings: Env }>()
  .get('/gallery', c => {
    const { locale = 'en-US', colour = '' } = c.req.query()
    return c.html(<Contents locale={locale} colour={colour} />)
  })
  .get('/gallery/:slug', async c => {
    const { locale, colour = '' } = c.req.query()
    const look = locale ? { formats: await formatsBy({ client: locale }), colour } : { colour }
    const found = drawnPages(look).find(({ name }) => slugOf(name) === c.req.param('slug'))
    return found ? answerOf(found) : c.html(<Frame title="No such page" />, 404)
  })

const queryOf = (locale: string, colour: string) => `?${new URLSearchParams({ locale, colour })}`

/** The links to the gallery in another language, or in another colour. */
const Others = ({ locale, colour }: { locale: string; colour: string }) => (
  <>
    <p>
      In
      {locales.map(one => (
        <>
          {' '}
          <a href={queryOf(one, colour)}>{one}</a>
        </>
      ))}
    </p>
    <p>
      Colour
      {colours.map(one => (
        <>
          {' '}
          <a href={queryOf(locale, one)}>{one || 'the business’s own'}</a>
        </>
      ))}
    </p>
  </>
)

const Contents = ({ locale, colour }: { locale: string; colour: string }) => (
  <Frame title="Gallery of pages">
    <Others locale={locale} colour={colour} />
    <ul>
      {drawnPages().map(({ name }) => (
        <li>
          <a href={`/gallery/${slugOf(name)}${queryOf(locale, colour)}`}>{name}</a>
        </li>
      ))}
    </ul>
  </Frame>
)
