// Databases and caches on a bad day: they throw, hang, lie, or count what is asked of them.
import { env } from 'cloudflare:workers'
import type { Env } from '../../src/core/env.ts'

type Method = (...given: never[]) => unknown

/** A binding with some of its methods replaced. */
function replaced<Binding extends object>(binding: Binding, methods: Record<string, Method>): Binding {
  const get = (target: Binding, name: string) => {
    const own = Reflect.get(target, name)
    return methods[name] ?? (typeof own === 'function' ? own.bind(target) : own)
  }
  return new Proxy(binding, { get: (target, name) => get(target, String(name)) })
}

const never = () => new Promise<never>(() => {})
const lost = async () => {
  throw new Error('D1_ERROR: Network connection lost.')
}
const thrown = () => {
  throw new Error('D1_ERROR: D1 DB is overloaded. Requests queued for too long.')
}

/** Every statement of the Worker goes through `batch`; what else it might use fails alike. */
const dbThat = (fails: Method) =>
  replaced(env.DB, { batch: fails, exec: fails, prepare: fails === thrown ? fails : prepareOnly })
const prepareOnly: Method = ((text: string) => env.DB.prepare(text)) as Method

export const failingDbs = {
  'loses its connection': () => ({ ...env, DB: dbThat(lost) }),
  'throws at once': () => ({ ...env, DB: dbThat(thrown) }),
  'never answers': () => ({ ...env, DB: dbThat(never) }),
} satisfies Record<string, () => Env>

/** A database that lies: in every row that it answers, what `lies` names has another value. */
export const withRows = (lies: Record<string, unknown>): Env => {
  const lied = (row: unknown) => {
    const known = Object.entries(lies).filter(([name]) => Object.hasOwn(row as object, name))
    return { ...(row as object), ...Object.fromEntries(known) }
  }
  const batch = async (statements: D1PreparedStatement[]) =>
    (await env.DB.batch(statements)).map(result => ({ ...result, results: result.results.map(lied) }))
  return { ...env, DB: replaced(env.DB, { batch: batch as Method, prepare: prepareOnly }) }
}

/** An environment in which something is looked at after each batch, before anything else can happen. */
export function watched(look: () => Promise<void>): Env {
  const batch = async (statements: D1PreparedStatement[]) => {
    const results = await env.DB.batch(statements)
    await look()
    return results
  }
  return { ...env, DB: replaced(env.DB, { batch: batch as Method, prepare: prepareOnly }) }
}

/** The same environment with a cache of which some methods are replaced. */
export const withKv = (methods: Record<string, Method>, bindings: Env = env): Env => ({
  ...bindings,
  KV: replaced(bindings.KV, methods),
})

const refused = async () => {
  throw new Error('KV: 500 Internal Server Error')
}
export const kvFails = (bindings: Env = env) =>
  withKv({ get: refused, put: refused, delete: refused }, bindings)
export const kvHangs = (bindings: Env = env) => withKv({ get: never }, bindings)

/** The environment, and how many calls its database and its cache have had. */
export function counted(bindings: Env = env) {
  const calls = { d1: 0, kv: 0 }
  const counting = <Binding extends object>(binding: Binding, of: keyof typeof calls, names: string[]) => {
    const through = (name: string) =>
      ((...given: never[]) => {
        calls[of] += 1
        return (Reflect.get(binding, name) as Method).apply(binding, given)
      }) as Method
    return replaced(binding, Object.fromEntries(names.map(name => [name, through(name)])))
  }
  const DB = counting(bindings.DB, 'd1', ['batch', 'exec'])
  const KV = counting(bindings.KV, 'kv', ['get', 'getWithMetadata', 'put', 'delete', 'list'])
  return { bindings: { ...bindings, DB, KV } as Env, calls }
}
