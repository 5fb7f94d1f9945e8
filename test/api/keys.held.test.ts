// A request that is held open, its body unfinished, while its key ends: let in with a key in force, it changes nothing
// and is handed nothing once the key was revoked or has expired.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { dump } from '../support/dump.ts'
import { aKeyOf } from '../support/keys.ts'
import { aBusiness, aClient, aQuote, created, request, succeeded } from '../support/world.ts'

afterEach(() => {
  vi.useRealTimers()
})

const START = Date.parse('2026-06-01T12:00:00Z')

/** Begins a request with a body that comes only when told; gives the way to finish it. */
function held(key: string, method: string, path: string, body: object) {
  let finish = () => {}
  const text = new TextEncoder().encode(JSON.stringify(body))
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(text.slice(0, 1))
      finish = () => {
        controller.enqueue(text.slice(1))
        controller.close()
      }
    },
  })
  const headers = { authorization: `Bearer ${key}`, 'if-match': '*' }
  const answer = request(`/api/v1${path}`, { method, headers, body: stream, duplex: 'half' } as RequestInit)
  return async () => {
    finish()
    const response = await answer
    return { status: response.status, text: await response.text() }
  }
}

/** Everything but when keys and links were used, and who was let in. */
const standing = async () => JSON.stringify(await dump({ without: ['last_used_at'] }))

/** A business, and requests of each kind under way with a key of all scopes. */
async function underWay(more: object = {}) {
  const business = await aBusiness()
  const client = await aClient(business)
  const quote = created(await business.api('POST', '/quotes', aQuote(client)))
  succeeded(await business.api('POST', `/quotes/${quote}/send`))
  const stolen = await aKeyOf(business, { scopes: 'read write links admin', ...more })
  const requests = [
    held(stolen.key, 'PATCH', `/clients/${client}`, { email: 'thief@example.com' }),
    held(stolen.key, 'POST', '/clients', { name: 'Thief', email: 'thief@example.com' }),
    held(stolen.key, 'POST', `/clients/${client}/link/rotate`, { notify: false }),
    held(stolen.key, 'POST', '/links/rotate', {}),
    held(stolen.key, 'POST', '/api-keys', { name: 'Back door', scopes: ['admin'] }),
    held(stolen.key, 'POST', `/quotes/${quote}/cancel`, {}),
  ]
  // Until all of them are let in and wait for their bodies.
  await new Promise(resolve => setTimeout(resolve, 100))
  return { business, requests }
}

describe('a request that is held open', () => {
  test('until its key was revoked: 401, and nothing of it happens', async () => {
    const { business, requests } = await underWay()
    const { data } = (await business.api('GET', '/api-keys')).body
    const { id } = data.find((key: { name: string }) => key.name === 'further')
    expect((await business.api('DELETE', `/api-keys/${id}`)).status).toBe(204)
    const stood = await standing()
    for (const finish of requests) {
      const { status, text } = await finish()
      expect([status, JSON.parse(text).code]).toEqual([401, 'no_key'])
    }
    expect(await standing()).toBe(stood)
  })

  test('until its key has expired: 401, and nothing of it happens', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: START })
    const { requests } = await underWay({ expiresAt: START + 1000 })
    vi.setSystemTime(START + 1000)
    const stood = await standing()
    for (const finish of requests) {
      const { status, text } = await finish()
      expect([status, JSON.parse(text).code]).toEqual([401, 'no_key'])
    }
    expect(await standing()).toBe(stood)
  })

  test('while its key stays in force: it is done', async () => {
    const { requests } = await underWay()
    for (const finish of requests) expect((await finish()).status).toBeLessThan(300)
  })
})
