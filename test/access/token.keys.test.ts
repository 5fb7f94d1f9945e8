// The life of a link key: it makes tokens, gives way to a newer one, and is retired; links outlive it.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { configOf } from '../../src/core/config.ts'
import { composeMail } from '../../src/mails.tsx'
import { tokenIn } from '../support/portal.ts'
import {
  type Answer,
  aBusiness,
  aClient,
  anInvoice,
  apiWith,
  aQuote,
  type Business,
  created,
  open,
  succeeded,
} from '../support/world.ts'

const secret = (fill: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(fill)))
const withKeys = (LINK_KEYS: string) => ({ ...env, LINK_KEYS })

const first = withKeys(`one:${secret(1)}`)
const second = withKeys(`two:${secret(2)},one:${secret(1)}`)
const retired = withKeys(`two:${secret(2)},one`)
const dropped = withKeys(`two:${secret(2)}`)

const codeOf = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`.trim()

/** A client whose link was made under the first key, and its business's API under any keys. */
async function aLinkOfTheFirstKey() {
  const business = await aBusiness()
  const under = (bindings = env): Business => ({ ...business, api: apiWith(business.key, bindings) })
  const client = await aClient(business)
  const { api } = under(first)
  const quote = created(await api('POST', '/quotes', aQuote(client)))
  succeeded(await api('POST', `/quotes/${quote}/send`))
  const { url } = (await api('GET', `/clients/${client}/link`)).body
  return { under, client, quote, home: new URL(url).pathname, url: url as string }
}

const mailOf = async (kind: string, bindings: typeof env) => {
  const id = await env.DB.prepare('select id from messages where kind = ?').bind(kind).first<string>('id')
  return composeMail(env.DB, configOf(bindings), id ?? '')
}

describe('a new first key', () => {
  test('makes the new tokens; the old ones keep working and can be mailed', async () => {
    const { under, client, home, url } = await aLinkOfTheFirstKey()
    expect(tokenIn(home)).toMatch(/^one_/)
    const { api } = under(second)
    expect((await open(home, second)).status).toBe(200)
    expect((await api('GET', `/clients/${client}/link`)).body.url).toBe(url)
    succeeded(await api('POST', `/clients/${client}/link/send`))
    expect((await mailOf('link_again', second))?.text).toContain(url)

    const { body } = succeeded(await api('POST', `/clients/${client}/link/rotate`, { notify: true }))
    expect(tokenIn(body.url)).toMatch(/^two_/)
    expect((await mailOf('new_link', second))?.text).toContain(body.url)
    expect((await open(home, second)).status).toBe(404)
    expect((await open(new URL(body.url).pathname, second)).status).toBe(200)
  })

  test('makes the link of a client who had none', async () => {
    const { under } = await aLinkOfTheFirstKey()
    const business = under(second)
    const client = await aClient(business)
    const id = created(await business.api('POST', '/invoices', anInvoice(client)))
    succeeded(await business.api('POST', `/invoices/${id}/send`))
    const { body } = await business.api('GET', `/clients/${client}/link`)
    expect(tokenIn(body.url)).toMatch(/^two_/)
  })
})

describe('a retired key', () => {
  test('still lets its tokens open what they opened, and no other', async () => {
    const { home, quote } = await aLinkOfTheFirstKey()
    expect((await open(home, retired)).status).toBe(200)
    expect((await open(`${home}/quotes/${quote}`, retired)).status).toBe(200)
    const mistyped = home.slice(0, -1) + (home.endsWith('0') ? '1' : '0')
    expect((await open(mistyped, retired)).status).toBe(404)
  })

  test('leaves links that can’t be read or mailed: 409 link_key_retired, until a rotation', async () => {
    const { under, client, home } = await aLinkOfTheFirstKey()
    const { api } = under(retired)
    const quote = created(await api('POST', '/quotes', aQuote(client)))
    const invoice = created(await api('POST', '/invoices', anInvoice(client)))
    const { results } = await env.DB.prepare('select id from messages').all()
    const refused = [
      await api('GET', `/clients/${client}/link`),
      await api('POST', `/clients/${client}/link/send`),
      await api('POST', `/quotes/${quote}/send`),
      await api('POST', `/invoices/${invoice}/send`),
    ]
    expect(refused.map(codeOf)).toEqual(Array(4).fill('409 link_key_retired'))
    expect((await env.DB.prepare('select id from messages').all()).results).toEqual(results)
    expect(await mailOf('quote_sent', retired)).toBeUndefined()

    const { body } = succeeded(await api('POST', `/clients/${client}/link/rotate`))
    expect((await api('GET', `/clients/${client}/link`)).body.url).toBe(body.url)
    succeeded(await api('POST', `/quotes/${quote}/send`))
    succeeded(await api('POST', `/clients/${client}/link/send`))
    expect((await open(home, retired)).status).toBe(404)
    expect((await open(new URL(body.url).pathname, retired)).status).toBe(200)
  })

  test('a link of it can be revoked, and its client deleted', async () => {
    const { under, client, home } = await aLinkOfTheFirstKey()
    expect(codeOf(await under(retired).api('DELETE', `/clients/${client}/link`))).toBe('204')
    expect((await open(home, retired)).status).toBe(404)
    expect(codeOf(await under(retired).api('DELETE', `/clients/${client}`))).toBe('204')
  })
})

test('a key whose id is no longer listed opens nothing, and a listed one with another secret neither', async () => {
  const { home, under, client } = await aLinkOfTheFirstKey()
  const forged = withKeys(`two:${secret(2)},one:${secret(9)}`)
  for (const bindings of [dropped, forged]) {
    expect((await open(home, bindings)).status).toBe(404)
    expect(codeOf(await under(bindings).api('GET', `/clients/${client}/link`))).toBe('409 link_key_retired')
  }
})
