// The gallery of pages, drawn here and now and served on this machine with the headers of real answers: no portal has to
// run for it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Drawn = { name: string; html: string }
type Pages = { drawnPages: (look?: { formats: unknown }) => Drawn[] }
type Choice = { formatsBy: (wishes: { client: string }) => Promise<unknown> }
type Gallery = {
  gallery: { fetch: (request: Request) => Promise<Response> }
  slugOf: (name: string) => string
}
type Languages = { addLanguages: () => void }
type Pseudo = { addPseudoLanguages: () => void }
type Colours = { accentOf: (colour: string) => Accent }

/** What the pages make of a business's colour (src/ui/colour.ts). */
export type Accent = Record<'light' | 'dark' | 'fill' | 'onFill' | 'deep', string>

/** The sources are typed for workerd, these tests for node: so they are imported by a name that the types don't follow. */
const source = async <Module>(path: string): Promise<Module> =>
  import(new URL(`../../../src/${path}`, import.meta.url).pathname)

async function learnt(): Promise<void> {
  ;(await source<Languages>('languages/all.ts')).addLanguages()
  ;(await source<Pseudo>('dev/pseudo.ts')).addPseudoLanguages()
}

/** Every page of the gallery as HTML, for a reader of a locale. */
export async function everyPage(locale: string): Promise<Drawn[]> {
  const { drawnPages } = await source<Pages>('dev/pages/all.tsx')
  const { formatsBy } = await source<Choice>('i18n/choice.ts')
  await learnt()
  return drawnPages({ formats: await formatsBy({ client: locale }) })
}

export type ServedPages = {
  names: string[]
  /** The address of a page; `locale` such as `de-DE`, `colour` as `#rrggbb`. */
  at: (name: string, locale?: string, colour?: string) => string
  accentOf: (colour: string) => Accent
  stop: () => Promise<void>
}

/** Serves every page of the gallery until it is stopped. */
export async function servedPages(): Promise<ServedPages> {
  const { drawnPages } = await source<Pages>('dev/pages/all.tsx')
  const { gallery, slugOf } = await source<Gallery>('dev/gallery.tsx')
  const { accentOf } = await source<Colours>('ui/colour.ts')
  await learnt()
  const server = createServer(async (request, response) => {
    const answer = await gallery.fetch(new Request(`http://gallery${request.url}`))
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    names: drawnPages().map(({ name }) => name),
    at(name, locale = 'en-US', colour = '') {
      const query = new URLSearchParams({ locale, colour })
      return `http://127.0.0.1:${port}/gallery/${slugOf(name)}?${query}`
    },
    accentOf,
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
}
