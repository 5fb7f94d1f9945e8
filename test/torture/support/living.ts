// A business in which generated requests are sent: the ids that its answers named and its newest ETags are what the next
// requests speak of, so that they reach what is sent, signed, paid, revoked.
import { env } from 'cloudflare:workers'
import { aKeyOf } from '../../support/keys.ts'
import { bytes } from '../../support/pictures/bytes.ts'
import { aPortal, declined, type Portal, signed } from '../../support/portal.ts'
import {
  anInvoice,
  aQuote,
  aSentInvoice,
  aSentQuote,
  type Business,
  created,
  open,
  request,
  succeeded,
} from '../../support/world.ts'
import type { Answered, Operation, Sent } from './described.ts'
import { ids, nobodyOf } from './drawn.ts'
import { type Caller, type Drawn, NEWEST } from './requests.ts'

/** What a client does with a quote, if its link lives and the quote is open to it. */
export type Visit = { visits: 'opens' | 'accepts' | 'declines'; quote: string }

/** So many ids of a kind are remembered: requests meet on the newest. */
const REMEMBERED = 10

/** One pick in so many is another business's. */
const FOREIGN_IN = 15

/** Quotes of a client in every state that no request reaches often; gives their ids. */
async function quotesOf({ api }: Business, client: string): Promise<string[]> {
  const made = async (more: object, ...acts: string[]) => {
    const id = created(await api('POST', '/quotes', aQuote(client, more)))
    for (const act of acts) succeeded(await api('POST', `/quotes/${id}/${act}`))
    return id
  }
  return [
    await made({}),
    await made({ lines: [] }),
    await made({ valid_until: '2020-01-31' }),
    await made({}, 'send', 'cancel'),
    await made({}, 'send', 'close'),
  ]
}

/**
 * A client with something in every state: quotes that wait, are signed, drafts and closed; invoices that are paid, sent
 * and drafts; messages that failed. Gives their ids.
 */
async function begun({ business, client, quote, invoice, home }: Portal): Promise<string[]> {
  const { api } = business
  const accepted = await aSentQuote(business, client)
  await signed(`${home}/quotes/${accepted}`)
  const paid = await aSentInvoice(business, client)
  const payment = { amount: '500.00', method: 'cash' }
  const ids = [
    ...[client, accepted, quote, invoice, paid],
    created(await api('POST', `/invoices/${paid}/payments`, payment)),
    ...(await quotesOf(business, client)),
    created(await api('POST', '/invoices', anInvoice(client))),
    created(await api('POST', '/invoices', anInvoice(client, { lines: [] }))),
  ]
  const failed = `update messages set state = 'failed', ended_at = created_at where business_id = ? and state = 'queued' returning id`
  const messages = await env.DB.prepare(failed).bind(business.id).all<{ id: string }>()
  return [...ids, ...messages.results.map(({ id }) => id)]
}

export class Living {
  readonly #ids = new Map<string, string[]>()
  readonly #tags = new Map<string, string>()

  private constructor(
    readonly portal: Portal,
    readonly reader: Business,
    readonly foreign: readonly string[],
    /** The keys that the requests are sent with: none of them speaks of those. */
    readonly held: readonly string[],
  ) {}

  /** `neighbour`: another business's portal. */
  static async begin(neighbour: Portal): Promise<Living> {
    const portal = await aPortal()
    const reader = await aKeyOf(portal.business, { scopes: 'read' })
    const keys: { id: string }[] = succeeded(await portal.business.api('GET', '/api-keys')).body.data
    const foreign = [neighbour.client, neighbour.quote, neighbour.invoice]
    const living = new Living(
      portal,
      reader,
      foreign,
      keys.map(({ id }) => id),
    )
    living.#remember((await begun(portal)).join())
    return living
  }

  /** What the text names, newest last. */
  #remember(text: string): void {
    for (const [id] of text.matchAll(/\b(cli|quo|inv|pay|msg|job|key|aud)_[0-9a-z]{26}([0-9a-z]{8})?\b/g)) {
      if (this.held.includes(id)) continue
      const kind = id.length === nobodyOf('cursor').length ? 'cursor' : id.slice(0, 3)
      const others = (this.#ids.get(kind) ?? []).filter(one => one !== id)
      this.#ids.set(kind, [...others, id].slice(-REMEMBERED))
    }
  }

  /** The text with ids in the place of its picks. */
  #filled(text: string): string {
    return text.replace(ids, (_, kind: string, pick: string) => {
      const at = Number(pick)
      if (at % FOREIGN_IN === FOREIGN_IN - 1)
        return this.foreign.find(id => id.startsWith(kind)) ?? nobodyOf(kind)
      const own = kind === 'any' ? [...this.#ids.values()].flat() : (this.#ids.get(kind) ?? [])
      return own[at % own.length] ?? nobodyOf(kind)
    })
  }

  #keyOf(as: Caller): Record<string, string> {
    const { key } = as === 'reader' ? this.reader : this.portal.business
    if (as === 'nobody') return {}
    return { authorization: `Bearer ${as === 'mistyped' ? `${key.slice(0, -1)}!` : key}` }
  }

  /** Sends a request; gives what was sent, and the answer. */
  async send(operation: Operation, { as, ...drawn }: Drawn): Promise<{ asked: Sent; answer: Answered }> {
    const [id, body] = [this.#filled(drawn.id), drawn.body === null ? null : this.#filled(drawn.body)]
    const query = drawn.query.map(([name, value]): [string, string] => [name, this.#filled(value)])
    const newest = (text: string) => text.replace(NEWEST, this.#tags.get(id) ?? '*')
    const headers = Object.fromEntries(
      Object.entries(drawn.headers).map(([name, value]) => [name, newest(value)]),
    )
    const address = `/api/v1${operation.path.replace('{id}', encodeURIComponent(id.toWellFormed()))}`
    const search = new URLSearchParams(query).toString()
    const response = await request(search === '' ? address : `${address}?${search}`, {
      ...{ method: operation.method, headers: { ...headers, ...this.#keyOf(as) } },
      ...(body === null ? {} : { body: operation.files.length > 0 ? bytes(body) : body }),
    })
    const answer = { status: response.status, headers: response.headers, text: await response.text() }
    this.#learn(id, answer)
    return { asked: { query, headers, body }, answer }
  }

  #learn(id: string, { status, headers, text }: Answered): void {
    if (status >= 300) return
    this.#remember(text)
    const tag = headers.get('etag')
    const itself = /^\{"id":"(\w+)"/.exec(text)?.[1] ?? id
    if (tag) this.#tags.set(itself, tag)
  }

  /** Whether the client got to do it. */
  async visit({ visits, quote }: Visit): Promise<boolean> {
    const { api } = this.portal.business
    const id = this.#filled(quote)
    const { client_id } = (await api('GET', `/quotes/${id}`)).body
    const { status, body } = await api('GET', `/clients/${client_id}/link`)
    if (status !== 200) return false
    const at = `${new URL(body.url).pathname}/quotes/${id}`
    const page = await open(at)
    if (visits === 'opens' || !(await page.text()).includes('name="content_hash"')) return page.status === 200
    return (await (visits === 'accepts' ? signed(at) : declined(at))).status === 303
  }
}
