// The gallery of pages, drawn here and now and served on this machine with the headers of real answers: no portal has to
// run for it.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launched } from './browser.ts'

type Drawn = { name: string; html: string }
type Pages = { drawnPages: (look?: { formats: unknown }) => Drawn[] }
type Choice = { formatsBy: (wishes: { client: string }) => Promise<unknown> }
type Served = {
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

export type Gallery = {
  browser: Browser
  names: string[]
  /** The address of a page; `locale` such as `de-DE`, `colour` as `#rrggbb`. */
  at: (name: string, locale?: string, colour?: string) => string
  accentOf: (colour: string) => Accent
}

/** Serves every page of the gallery to a file's tests, and starts a browser to open them with: there from the first test on. */
export function aGallery(): Gallery {
  const gallery = {} as Gallery
  let server: Server
  beforeAll(async () => {
    const { drawnPages } = await source<Pages>('dev/pages/all.tsx')
    const { gallery: served, slugOf } = await source<Served>('dev/gallery.tsx')
    const { accentOf } = await source<Colours>('ui/colour.ts')
    await learnt()
    server = createServer(async (request, response) => {
      const answer = await served.fetch(new Request(`http://gallery${request.url}`))
      response.writeHead(answer.status, Object.fromEntries(answer.headers))
      response.end(Buffer.from(await answer.arrayBuffer()))
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    Object.assign(gallery, {
      browser: await launched(),
      names: drawnPages().map(({ name }) => name),
      at: (name: string, locale = 'en-US', colour = '') =>
        `http://127.0.0.1:${port}/gallery/${slugOf(name)}?${new URLSearchParams({ locale, colour })}`,
      accentOf,
    } satisfies Gallery)
  })
  afterAll(async () => {
    await gallery.browser?.close()
    server?.close()
  })
  return gallery
}
