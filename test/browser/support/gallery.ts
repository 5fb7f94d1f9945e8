// The gallery of messages, drawn here and now: no portal has to run for it.
import { testSecrets } from '../../support/secrets.ts'

export type Shown = { path: string; html: string }

type Gallery = { drawnGallery: (config: unknown) => Promise<{ path: string; mail: { html: string } }[]> }
type Settings = { configOf: (env: object) => unknown }

/** The sources are typed for workerd, these tests for node: so they are imported by a name that the types don't follow. */
const source = async <Module>(path: string): Promise<Module> =>
  import(new URL(`../../../src/${path}`, import.meta.url).pathname)

/** Every message of the gallery, as HTML. */
export async function everyLetter(): Promise<Shown[]> {
  const { drawnGallery } = await source<Gallery>('dev/letters.tsx')
  const { configOf } = await source<Settings>('core/config.ts')
  const bindings = { DB: {}, KV: {}, API_LIMIT: {}, PUBLIC_LIMIT: {} }
  const drawn = await drawnGallery(configOf({ ...testSecrets, ...bindings }))
  return drawn.map(({ path, mail }) => ({
    path,
    html: mail.html,
  }))
}
