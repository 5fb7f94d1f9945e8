// The stand-in for Postmark as a test sees it, in workerd and in node: opens a token of the test's own, says what is to
// go wrong under it, and tells what was asked and accepted.
import { inject } from 'vitest'
import type { Accepted, Plan, Seen, Settings } from './types.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** host:port of the stand-in that serves the whole run. */
    postmarkHost: string
  }
}

export type Postmark = Awaited<ReturnType<typeof openPostmark>>

/**
 * Opens a token. `host` is what `requestHost` takes (with `useHttps: false`); without it, the run's own. With `token`
 * it is opened under this one.
 */
export async function openPostmark(given: Settings & { token?: string; host?: string } = {}) {
  const { host = inject('postmarkHost'), ...settings } = given
  const call = async (method: string, path: string, body?: object) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const response = await fetch(`http://${host}/_stub/servers${path}`, { method, ...sent })
    if (!response.ok) throw new Error(`The stand-in for Postmark: ${await response.text()}`)
    return response.json()
  }
  const { token } = (await call('POST', '', settings)) as { token: string }
  const accepted = () => call('GET', `/${token}/accepted`) as Promise<Accepted[]>
  const requests = () => call('GET', `/${token}/requests`) as Promise<Seen[]>
  const set = async (more: Settings) => {
    await call('PATCH', `/${token}`, more)
  }
  return {
    ...{ token, host, accepted, requests, set },
    /** Replaces what is left of the plan. */
    plan: (plan: Plan) => set({ plan }),
    /** How often each value of a Metadata field was accepted: losses are missing, duplicates more than 1. */
    async timesBy(field: string): Promise<Map<string, number>> {
      const values = (await accepted()).map(({ message }) => message.Metadata?.[field] ?? '')
      return values.reduce(
        (all, value) => all.set(value, (all.get(value) ?? 0) + 1),
        new Map<string, number>(),
      )
    },
    /** The faults that were played, in order. */
    played: async () => (await requests()).flatMap(({ fault }) => (fault ? [fault.does] : [])),
    /** Forgets what was asked and accepted, and goes wrong no more. */
    reset: async () => {
      await call('POST', `/${token}/reset`)
    },
    close: async () => {
      await call('DELETE', `/${token}`)
    },
  }
}
