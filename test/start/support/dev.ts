// `npm run dev` in a clone: started, read, stopped.
import { freePort, startScript, untilPrinted } from './project.ts'

export type Dev = Awaited<ReturnType<typeof startDev>>

/** Starts it and waits until all is printed. */
export async function startDev(folder: string, args: string[] = [], port?: number) {
  const chosen = port ?? (await freePort())
  const command = startScript(folder, 'dev.mjs', args, { PORT: String(chosen) })
  await untilPrinted(command, /^API docs: .*\n/m)
  const origin = `http://127.0.0.1:${chosen}`
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    command.child.kill(signal)
    return command.ended
  }
  return { ...command, ...announced(command.printed()), origin, port: chosen, stop }
}

/** What the contract promises to be on lines of their own. */
export function announced(text: string) {
  const all = (label: string) =>
    [...text.matchAll(new RegExp(`^${label}: (.*)$`, 'gm'))].map(match => match[1] ?? '')
  const [key = ''] = all('API key')
  const [mailbox = ''] = all('Mailbox')
  const [docs = ''] = all('API docs')
  return { portals: all('Portal'), key, mailbox, docs }
}

/** Calls the API with a key. */
// biome-ignore lint/suspicious/noExplicitAny: the tests look at fields of many different answers
type Answered = { status: number; body: any }

export async function api(
  origin: string,
  key: string,
  method: string,
  path: string,
  body?: object,
): Promise<Answered> {
  const response = await fetch(`${origin}/api/v1${path}`, {
    ...{
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'if-match': '*' },
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  // A crowd of racers shares one key, which may ask 600 times in ten seconds.
  if (response.status === 429) {
    await response.body?.cancel()
    await new Promise(resolve => setTimeout(resolve, 1000))
    return api(origin, key, method, path, body)
  }
  return { status: response.status, body: await response.json().catch(() => undefined) }
}
