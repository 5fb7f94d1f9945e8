// The outbox as tests look at it: what waits, the mail that each message would be, and what a client's answer puts there.
import { env } from 'cloudflare:workers'
import { configOf } from '../../src/core/config.ts'
import type { Mail } from '../../src/mail/letter.ts'
import { composeMail } from '../../src/mails.tsx'
import { type Verdict, verify } from '../../src/signing/verify.ts'
import { type Business, request, succeeded } from './world.ts'

export type Queued = { id: string; kind: string; state: string; event: string; ended_at: number | null }

export const outbox = async (): Promise<Queued[]> =>
  (
    await env.DB.prepare(
      'select id, kind, state, event, ended_at from messages order by created_at, kind',
    ).all<Queued>()
  ).results

/** Each message's state by its kind; the later of two of one kind. */
export const statesByKind = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await outbox()).map(({ kind, state }) => [kind, state]))

/** The mail of the one message of a kind. */
export async function mailOf(kind: string, bindings = env): Promise<Mail | undefined> {
  const { results } = await env.DB.prepare('select id from messages where kind = ?')
    .bind(kind)
    .all<{ id: string }>()
  if (results.length !== 1) throw new Error(`${results.length} messages of kind ${kind}`)
  return composeMail(bindings.DB, configOf(bindings), results[0]?.id ?? '')
}

/** A quote in a client's portal, whose path is `home`. */
export type Shown = { business: Business; quote: string; home: string }

/** Accepts a quote as its client does. */
export const signs = (shown: Shown, form: object = {}) =>
  answers(shown, 'acceptance', { signature: 'Dana Whitfield', consent: 'on', ...form })

/** Declines a quote as its client does. */
export const declines = (shown: Shown, form: object = {}) => answers(shown, 'rejection', { ...form })

async function answers({ business, quote, home }: Shown, noun: string, form: Record<string, string>) {
  const { content_hash } = succeeded(await business.api('GET', `/quotes/${quote}`)).body
  const body = new URLSearchParams({ content_hash, ...form })
  const response = await request(`${home}/quotes/${quote}/${noun}`, { method: 'POST', body })
  if (response.status !== 303) throw new Error(`no answer: ${response.status} ${await response.text()}`)
}

/** What the keys that a mail carries say of the one file that it carries beside them. */
export async function verdictOf(mail: Mail | undefined): Promise<Verdict> {
  const [file, keys, ...others] = mail?.attachments ?? []
  if (!file || keys?.name !== 'public-keys.json' || others.length > 0)
    throw new Error(`${mail?.attachments.length} files are attached`)
  return verify(file.text, JSON.parse(keys.text))
}

/** Every address of a portal that a text holds, each once. */
export const portalLinksIn = (text: string): string[] => [
  ...new Set(text.match(/https:\/\/portal\.test\/portal\/[^\s"'<>]+/g) ?? []),
]
