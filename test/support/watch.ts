// D1 and KV under watch: what is asked of them, in which order, and with which SQL; answers can be held back.
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { app } from '../../src/app.ts'
import type { Env } from '../../src/core/env.ts'

/** What was asked: `D1 batch`, `KV get`; and when it was `answered`, as places in one order of all events. */
export type Call = { what: string; sql: string[]; asked: number; answered: number | null; rowsRead: number }

export type Watch = { bindings: Env; calls: Call[]; release: () => void }

/** Whether the answer to this call is held until `release`: `nth` counts the calls of that kind, from 0. */
export type Hold = (call: { what: string; nth: number }) => boolean

type Watched = { statement: D1PreparedStatement; sql: string }

/** Bindings that note every call and pass it on. */
export function watch(hold: Hold = () => false): Watch {
  const calls: Call[] = []
  let clock = 0
  const { promise: released, resolve: release } = Promise.withResolvers<void>()

  const note = async <T>(what: string, sql: string[], run: () => Promise<T>): Promise<T> => {
    const call: Call = { what, sql, asked: clock++, answered: null, rowsRead: 0 }
    const held = hold({ what, nth: calls.filter(one => one.what === what).length })
    calls.push(call)
    const answer = await run()
    if (held) await released
    call.answered = clock++
    call.rowsRead = rowsReadIn(answer)
    return answer
  }

  const prepared = new WeakMap<object, Watched>()
  const wrap = (statement: D1PreparedStatement, sql: string): D1PreparedStatement => {
    const wrapped = new Proxy(statement, {
      get: (target, name: 'bind' | 'first' | 'all' | 'run' | 'raw') => {
        const method = target[name] as (...args: unknown[]) => unknown
        if (name === 'bind') return (...args: unknown[]) => wrap(target.bind(...args), sql)
        return (...args: unknown[]) => note(`D1 ${name}`, [sql], async () => method.apply(target, args))
      },
    })
    prepared.set(wrapped, { statement, sql })
    return wrapped
  }
  const watched = (all: object[]) => all.map(one => prepared.get(one)).filter(one => one !== undefined)
  const DB = {
    prepare: (sql: string) => wrap(env.DB.prepare(sql), sql),
    batch: (all: object[]) => {
      const own = watched(all)
      return note(
        'D1 batch',
        own.map(({ sql }) => sql),
        () => env.DB.batch(own.map(({ statement }) => statement)),
      )
    },
  } as unknown as D1Database
  const KV = new Proxy(env.KV, {
    get: (target, name: 'get') => {
      const method = target[name] as (...args: unknown[]) => Promise<unknown>
      return (...args: unknown[]) => note(`KV ${name}`, [], () => method.apply(target, args))
    },
  })
  return { bindings: { ...env, DB, KV }, calls, release }
}

const rowsReadIn = (answer: unknown): number => {
  const results = (Array.isArray(answer) ? answer : [answer]) as ({ meta?: { rows_read?: number } } | null)[]
  return results.reduce((sum, one) => sum + (one?.meta?.rows_read ?? 0), 0)
}

export type Seen = { response: Response; body: string; onTheWay: Call[]; after: Call[] }

/** One request under watch: what it waited for, and what was asked or answered only after the response was here. */
export async function seen(path: string, init: RequestInit = {}, hold?: Hold): Promise<Seen> {
  const { bindings, calls, release } = watch(hold)
  const ctx = createExecutionContext()
  const response = await app.fetch(new Request(`https://portal.test${path}`, init), bindings, ctx)
  const body = await response.text()
  const onTheWay = calls.filter(call => call.answered !== null)
  release()
  await waitOnExecutionContext(ctx)
  return { response, body, onTheWay, after: calls.filter(call => !onTheWay.includes(call)) }
}
