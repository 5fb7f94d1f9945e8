// What people and programs do to one quote at the same time, each step written down as it was answered. The moves
// go through a door, so that they are the same over HTTP and inside workerd.
import type { Random } from './random.ts'

export type Page = { status: number; location: string | null; text: string }

/** The way to a portal: `path` starts at its origin. */
export type Door = {
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
  api: (method: string, path: string, body?: object) => Promise<{ status: number; body: any }>
  get: (path: string) => Promise<Page>
  post: (path: string, fields: Record<string, string>) => Promise<Page>
}

/**
 * A quote that is raced for: its client, the path of that client's portal, and the hash that was on its page.
 * `resent`: its second revision was written by `resend`, of which the trail knows nothing.
 */
export type Field = { quote: string; client: string; home: string; hash: string; resent: boolean }

type Api = 'cancel' | 'patch' | 'send' | 'close' | 'record' | 'rotate'
type Form = 'acceptance' | 'rejection'

/** What happened before what: all racers run in one process, so it is enough to count. */
let ticks = 0

/** One request and its answer; `home`, `hash` and `name` are of forms, `began` and `ended` are ticks. */
export type Step = {
  step: Api | Form | 'page'
  status: number
  began: number
  ended: number
  home?: string
  hash?: string
  name?: string
  location?: string | null
}

export type Racing = { door: Door; field: Field; steps: Step[]; random: Random }

const NAME = 'Dana Whitfield'
const sameName = [NAME, NAME, NAME, ' dana  WHITFIELD ']
const otherNames = ['Max Other', 'D. Whitfield']

async function noted<Answer extends { status: number }>(
  { steps }: Racing,
  what: Omit<Step, 'status' | 'began' | 'ended'>,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const began = ticks++
  const answer = await ask()
  const location = 'location' in answer ? { location: answer.location as string | null } : {}
  steps.push({ ...what, ...location, status: answer.status, began, ended: ticks++ })
  return answer
}

const posted = (racing: Racing, step: Form, home: string, fields: Record<string, string>) => {
  const { content_hash: hash = '', signature: name } = fields
  const what = { step, home, hash, ...(name === undefined ? {} : { name }) }
  const path = `${home}/quotes/${racing.field.quote}/${step}`
  return noted(racing, what, () => racing.door.post(path, fields))
}

const signed = (racing: Racing, name: string, { home, hash } = racing.field) =>
  posted(racing, 'acceptance', home, { signature: name, consent: 'on', content_hash: hash })

const shown = (racing: Racing) =>
  noted(racing, { step: 'page', home: racing.field.home }, () =>
    racing.door.get(`${racing.field.home}/quotes/${racing.field.quote}`),
  )

const asked = (racing: Racing, step: Exclude<Api, 'rotate'>, body?: object) => {
  const path = `/quotes/${racing.field.quote}`
  const { api } = racing.door
  const verb = step === 'record' ? 'accept' : step
  return noted(racing, { step }, () =>
    step === 'patch' ? api('PATCH', path, body) : api('POST', `${path}/${verb}`, body ?? {}),
  )
}

const moves = {
  sign: racing => signed(racing, racing.random.of(sameName)),
  signAsAnother: racing => signed(racing, racing.random.of(otherNames)),
  /** Opened now, so it signs what stands now. */
  signInNewTab: async racing => {
    const { text } = await shown(racing)
    const hash = /name="content_hash" value="([0-9a-f]{64})"/.exec(text)?.[1]
    if (hash) await signed(racing, racing.random.of(sameName), { ...racing.field, hash })
  },
  decline: racing => {
    const { home, hash: content_hash } = racing.field
    return posted(racing, 'rejection', home, { content_hash, reason: 'price', note: 'Too much' })
  },
  look: shown,
  cancel: racing => asked(racing, 'cancel'),
  close: racing => asked(racing, 'close'),
  record: racing => asked(racing, 'record', { note: 'By phone' }),
  /** Whatever each step is answered, the next one is tried. */
  revise: async racing => {
    await asked(racing, 'cancel')
    await asked(racing, 'patch', { title: `New roof, version ${racing.random.below(1000)}` })
    await asked(racing, 'send')
  },
  /** The old link is tried once more when it is dead, and the new one signs what had been read by the old. */
  rotate: async racing => {
    const { door, field } = racing
    const { status, body } = await noted(racing, { step: 'rotate', home: field.home }, () =>
      door.api('POST', `/clients/${field.client}/link/rotate`, {}),
    )
    const late = [signed(racing, NAME), posted(racing, 'rejection', field.home, { content_hash: field.hash })]
    const home = status === 200 ? new URL(body.url).pathname : field.home
    await Promise.all([...late, signed(racing, NAME, { ...field, home })])
  },
} satisfies Record<string, (racing: Racing) => Promise<unknown>>

type Move = keyof typeof moves

const signers: Move[] = ['sign', 'sign', 'sign', 'sign', 'signAsAnother', 'signInNewTab']
const all: Move[] = [
  ...signers,
  ...signers,
  'decline',
  'look',
  'cancel',
  'close',
  'record',
  'revise',
  'rotate',
]
const unlucky: Move[] = ['decline', 'look', 'cancel', 'close', 'record', 'revise', 'revise', 'sign']

const doubting: Move[] = ['sign', 'signInNewTab', 'decline', 'decline', 'look']

/** Starts so many racers within `spread` milliseconds; what they are about differs from quote to quote. */
export async function race(racing: Racing, racers: number, spread: number): Promise<void> {
  const { random } = racing
  const mix = random.of([signers, doubting, all, all, unlucky])
  const starts = Array.from({ length: racers }, () => ({ move: random.of(mix), after: random.below(spread) }))
  await Promise.all(
    starts.map(async ({ move, after }) => {
      await new Promise(resolve => setTimeout(resolve, after))
      await moves[move](racing)
    }),
  )
}
