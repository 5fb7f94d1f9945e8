// A business in which generated requests are sent: the ids that its answers named and its newest ETags are what the next
// requests speak of, so that they reach what is sent, signed, paid, revoked.
import { env } from 'cloudflare:workers'
import { aKeyOf } from '../../support/keys.ts'
import { aPortal, declined, type Portal, signed } from '../../support/portal.ts'
import { aQuote, aSentQuote, type Business, created, open, request, succeeded } from '../../support/world.ts'
import type { Answered, Operation, Sent } from './described.ts'
import { ids } from './drawn.ts'
import { type Caller, type Drawn, NEWEST } from './requests.ts'

/** What a client does with a quote, if its link lives and the quote is open to it. */
export type Visit = { visits: 'opens' | 'accepts' | 'declines'; quote: string }

/** So many ids of a kind are remembered: requests meet on the newest. */
const REMEMBERED = 8

/** One pick in so many is another business's. */
const FOREIGN_IN = 15

export class Living {
  readonly #ids = new Map<string, string[]>()
  readonly #tags = new Map<string, string>()

  private constructor(
    readonly portal: Portal,
    readonly reader: Business,
    readonly foreign: string[],
  ) {}

  /**
   * A client with a sent quote, a sent invoice, a signed quote, a draft and a message that failed. `neighbour`: another
   * business's portal.
   */
  static async begin(neighbour: Portal): Promise<Living> {
    const portal = await aPortal()
    const { business, client, home } = portal
    const accepted = await aSentQuote(business, client)
    await signed(`${home}/quotes/${accepted}`)
    const draft = created(await business.api('POST', '/quotes', aQuote(client)))
    await env.DB.prepare(`update messages set state = 'failed', ended_at = created_at where business_id = ?`)
      .bind(business.id)
      .run()
    const reader = await aKeyOf(business, { scopes: 'read' })
    const living = new Living(portal, reader, [neighbour.client, neighbour.quote, neighbour.invoice])
    const { body } = succeeded(await business.api('GET', '/messages'))
    for (const found of [client, portal.invoice, portal.quote, accepted, draft, body])
      living.#remember(JSON.stringify(found))
    return living
  }

  /** What the text names, newest last. */
  #remember(text: string): void {
    for (const [id] of text.matchAll(/\b(cli|quo|inv|pay|msg|job|key)_[0-9a-z]{26}\b/g)) {
      const kind = id.slice(0, 3)
      const others = (this.#ids.get(kind) ?? []).filter(one => one !== id)
      this.#ids.set(kind, [...others, id].slice(-REMEMBERED))
    }
  }

  /** The text with ids in the place of its picks. */
  #filled(text: string): string {
    return text.replace(ids, (_, kind: string, pick: string) => {
      const at = Number(pick)
      if (at % FOREIGN_IN === FOREIGN_IN - 1)
        return this.foreign.find(id => id.startsWith(kind)) ?? `${kind}_${'z'.repeat(26)}`
      const own = kind === 'any' ? [...this.#ids.values()].flat() : (this.#ids.get(kind) ?? [])
      return own[at % own.length] ?? `${kind}_${'0'.repeat(26)}`
    })
  }

  #keyOf(as: Caller): Record<string, string> {
    const { key } = as === 'reader' ? this.reader : this.portal.business
    if (as === 'nobody') return {}
    return { authorization: `Bearer ${as === 'mistyped' ? `${key.slice(0, -1)}!` : key}` }
  }

  /** Sends a request; gives what was sent, and the answer. */
  async send(operation: Operation, { as, ...drawn }: Drawn): Promise<{ sent: Sent; answer: Answered }> {
    const [id, body] = [this.#filled(drawn.id), drawn.body === null ? null : this.#filled(drawn.body)]
    const query = drawn.query.map(([name, value]): [string, string] => [name, this.#filled(value)])
    const newest = (text: string) => text.replace(NEWEST, this.#tags.get(id) ?? '*')
    const headers = Object.fromEntries(
      Object.entries(drawn.headers).map(([name, value]) => [name, newest(value)]),
    )
    const address = `/api/v1${operation.path.replace('{id}', encodeURIComponent(id.toWellFormed()))}`
    const asked = new URLSearchParams(query).toString()
    const response = await request(asked === '' ? address : `${address}?${asked}`, {
      ...{ method: operation.method, headers: { ...headers, ...this.#keyOf(as) } },
      ...(body === null ? {} : { body }),
    })
    const answer = { status: response.status, headers: response.headers, text: await response.text() }
    this.#learn(id, answer)
    return { sent: { query, headers, body }, answer }
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
