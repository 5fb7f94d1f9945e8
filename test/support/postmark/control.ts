// How tests govern the stand-in, over the same port: POST /_stub/servers opens a token, and under
// /_stub/servers/{token} are PATCH (settings), DELETE, POST reset, GET accepted and GET requests.
import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { type Box, openBox } from './box.ts'
import type { Answer } from './search.ts'
import type { Accepted, Settings } from './types.ts'

export type Boxes = ReturnType<typeof boxesIn>

type Entry = { token: string; opened?: Settings; accepted?: Accepted }

/** The tokens of a process, and of those before it that wrote the same journal (a JSON entry a line). */
export function boxesIn(journal?: string) {
  const boxes = new Map<string, Box>()
  const write = (entry: Entry) => {
    if (journal) appendFileSync(journal, `${JSON.stringify(entry)}\n`)
  }
  const add = (token: string, settings: Settings, kept: Accepted[]) => {
    boxes.set(
      token,
      openBox(token, settings, kept, accepted => write({ token, accepted })),
    )
  }
  for (const { token, settings, accepted } of journal ? kept(journal) : []) add(token, settings, accepted)
  return {
    /** Header names and values know no upper and lower case at Postmark. */
    get: (token: string | string[] | undefined) => boxes.get(String(token ?? '').toLowerCase()),
    open({ token = randomUUID(), ...settings }: Settings & { token?: string }): string {
      write({ token, opened: settings })
      add(token.toLowerCase(), settings, [])
      return token
    },
    close: (token: string) => boxes.delete(token.toLowerCase()),
  }
}

/** What a journal holds of each token. A plan is not begun anew, and what came before was asked of another process. */
function kept(journal: string) {
  const lines = existsSync(journal) ? readFileSync(journal, 'utf8').split('\n') : []
  const entries = lines.filter(line => line !== '').map(line => JSON.parse(line) as Entry)
  return entries.flatMap(({ token, opened }) => {
    if (opened === undefined) return []
    const accepted = entries.flatMap(one => (one.token === token && one.accepted ? [one.accepted] : []))
    return {
      token,
      settings: { ...opened, plan: {} },
      accepted: accepted.map(one => ({ ...one, request: 0 })),
    }
  })
}

/** Answers a call under /_stub/. */
export function control(boxes: Boxes, method: string, path: string, text: string): Answer {
  const given = text === '' ? {} : JSON.parse(text)
  const [, , , token, what = ''] = path.split('/')
  if (token === undefined && method === 'POST') return ok({ token: boxes.open(given) })
  const box = boxes.get(token)
  if (!box) return { status: 404, body: { error: 'This token is not open.' } }
  const calls: Record<string, () => unknown> = {
    'GET accepted': () => box.accepted,
    'GET requests': () => box.seen,
    'PATCH ': () => box.set(given),
    'POST reset': () => box.reset(),
    'DELETE ': () => boxes.close(box.token),
  }
  const call = calls[`${method} ${what}`]
  return call ? ok(call() ?? {}) : { status: 404, body: { error: `There is no ${method} ${path}.` } }
}

const ok = (body: unknown): Answer => ({ status: 200, body })
