// The Worker as it is deployed: its modules, and the platform that runs them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'

export type Module = { path: string; contents: string }

/** What `wrangler deploy --outdir` has written into a folder, the entry first: it stands before `parts/`. */
export function modulesIn(folder: string): Module[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const paths = files.filter(path => path.endsWith('.js')).sort()
  return paths.map(path => ({ path, contents: readFileSync(join(folder, path), 'utf8') }))
}

const toml = readFileSync(join(import.meta.dirname, '../../../wrangler.toml'), 'utf8')
const said = (name: string) => new RegExp(`^${name} = "(.*)"`, 'm').exec(toml)?.[1] ?? ''

/** Runs modules, the first of them as the entry; `state`: the folder of a local database that outlives the run. */
export const platform = (modules: Module[], bindings: Record<string, string>, state?: string) =>
  new Miniflare(
    convertV4MiniflareOptions({
      modules: modules.map(one => ({ type: 'ESModule', ...one })),
      compatibilityDate: said('compatibility_date'),
      bindings,
      d1Databases: { DB: said('database_id') },
      kvNamespaces: { KV: said('id') },
      ratelimits: {
        API_LIMIT: { namespace_id: '1', simple: { limit: 600, period: 10 } },
        PUBLIC_LIMIT: { namespace_id: '2', simple: { limit: 60, period: 60 } },
      },
      ...(state ? { resourcePersistencePath: state } : {}),
    } as never),
  )
