// Rotating every link, for an incident: all of a business's are dead before the answer, and a job makes the new ones.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { codeOf } from '../support/accepted.ts'
import { batches, changingNothing } from '../support/answers.ts'
import { kvFails, kvHangs, watched } from '../support/faults.ts'
import { aKeyOf } from '../support/keys.ts'
import { aPortal, bytesOf, type Portal, pagesOf, plant, promptly, tokenIn } from '../support/portal.ts'
import {
  answerAlone,
  clientsHave,
  crowd,
  held,
  jobOf,
  kindsOf,
  lost,
  minute,
  rotateAll,
} from '../support/rotations.ts'
import { told } from '../support/told.ts'
import {
  aBusiness,
  aClient,
  apiWith,
  aQuote,
  type Business,
  created,
  navigation,
  open,
  portalOf,
  request,
  succeeded,
  unlimited,
} from '../support/world.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const two = async (business: Business): Promise<Portal[]> => [
  await aPortal(business),
  await aPortal(business, { name: 'Bo Lund', email: 'bo@example.com', cc: ['books@example.com'] }),
]
const statuses = (paths: string[]) => Promise.all(paths.map(async path => (await open(path)).status))
const homes = (portals: Portal[]) => portals.map(({ home }) => home)
const rowsOf = async (sql: string, ...bound: string[]) =>
  (
    await env.DB.prepare(sql)
      .bind(...bound)
      .all<Record<string, unknown>>()
  ).results

test('every link is dead the moment it is answered, on every page, whatever KV holds; the job makes new ones', async () => {
  const business = await aBusiness()
  const portals = await two(business)
  const dead = await bytesOf(await request('/portal/nobody'))
  const answer = await answerAlone(business, held())
  for (const portal of portals) {
    for (const page of pagesOf(portal)) {
      await plant(portal.token)
      expect(await bytesOf(await open(portal.home + page)), page).toEqual(dead)
    }
  }
  expect(answer.status).toBe(202)
  const job = await answer.json<{ id: string }>()
  expect(answer.headers.get('location')).toBe(`/api/v1/jobs/${job.id}`)
  expect(job).toMatchObject({ kind: 'links_rotation', status: 'running', done: 0, total: 2, ended_at: null })
  expect(job.id).toMatch(/^job_[0-9a-z]{26}$/)

  await minute()
  expect(await jobOf(business, job)).toMatchObject({ status: 'done', done: 2, total: 2 })
  const anew = await Promise.all(portals.map(({ client }) => portalOf(business, client)))
  expect(new Set([...anew, ...homes(portals)]).size).toBe(4)
  expect(await statuses(anew)).toEqual([200, 200])
  expect(await statuses(homes(portals))).toEqual([404, 404])
})

test('the job begins right after the answer', async () => {
  const business = await aBusiness()
  const portals = await two(business)
  const job = await rotateAll(business, unlimited)
  expect(job).toMatchObject({ status: 'running', done: 0 })
  expect(await jobOf(business, job)).toMatchObject({ status: 'done', done: 2, total: 2 })
  expect(await statuses(homes(portals))).toEqual([404, 404])
})

describe('the end of the links', () => {
  test('is one batch of as many statements for one client as for fifty', async () => {
    const counted = async (clients: number) => {
      const business = await aBusiness()
      await crowd(business, clients)
      const seen: number[] = []
      const bindings = batches(
        async ({ sql, run }) => {
          if (sql.some(one => one.startsWith('update "businesses"'))) seen.push(sql.length)
          return run()
        },
        { API_LIMIT: unlimited.API_LIMIT },
      )
      await rotateAll(business, bindings)
      return seen
    }
    const one = await counted(1)
    expect(one).toHaveLength(1)
    expect(await counted(50)).toEqual(one)
  })

  test('reaches a link that was born by a clock ahead of ours, and the new one is born after it', async () => {
    const business = await aBusiness()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
    const { home, client } = await aPortal(business)
    vi.useRealTimers()
    await rotateAll(business)
    expect((await open(home)).status).toBe(404)
    await minute()
    expect((await open(await portalOf(business, client))).status).toBe(200)
    expect((await open(home)).status).toBe(404)
  })

  test('is in the commit itself: no batch of the request finds them half dead', async () => {
    const business = await aBusiness()
    const portals = await two(business)
    const seen: string[] = []
    let looking = false
    const bindings = watched(async () => {
      if (looking) return
      looking = true
      seen.push((await statuses(homes(portals))).join())
      looking = false
    })
    await rotateAll(business, { ...bindings, API_LIMIT: unlimited.API_LIMIT })
    expect([...new Set(seen)]).toEqual(['200,200', '404,404'])
  })

  test('a cache that fails or hangs does not stand in its way', async () => {
    for (const bindings of [kvFails(unlimited), kvHangs(unlimited)]) {
      const business = await aBusiness()
      const portals = await two(business)
      for (const { token } of portals) await plant(token)
      const answer = await answerAlone(business, bindings)
      expect(answer.status).toBe(202)
      for (const home of homes(portals))
        expect((await promptly(home, { headers: navigation }, bindings)).status).toBe(404)
    }
  })

  test('a fault before the commit: 503, and every link lives; behind it: 503, and every one is dead', async () => {
    for (const [commits, status] of [
      [false, 200],
      [true, 404],
    ] as const) {
      const business = await aBusiness()
      const portals = await two(business)
      const bindings = batches(
        async ({ sql, run }) => {
          if (!sql.some(one => one.startsWith('update "businesses"'))) return run()
          if (commits) await run()
          return lost()
        },
        { API_LIMIT: unlimited.API_LIMIT },
      )
      const answer = await apiWith(business.key, bindings)('POST', '/links/rotate')
      expect(codeOf(answer)).toBe('503 unavailable')
      expect(await statuses(homes(portals))).toEqual([status, status])
      await minute()
      expect(kindsOf(await clientsHave(business))).toMatchObject([{ living: 1, links: commits ? 2 : 1 }])
      expect(await statuses(homes(portals))).toEqual([status, status])
    }
  })
})

describe('it concerns', () => {
  test('those whose link lived: a revoked one stays revoked, and nobody else gets one', async () => {
    const business = await aBusiness()
    const [dana, revoked, gone] = [await aPortal(business), await aPortal(business), await aPortal(business)]
    const unsent = await aClient(business)
    const draft = created(await business.api('POST', '/quotes', aQuote(revoked.client)))
    succeeded(await business.api('DELETE', `/clients/${revoked.client}/link`))
    succeeded(await business.api('DELETE', `/clients/${gone.client}`))
    const job = await rotateAll(business, unlimited)
    await minute()
    expect(await jobOf(business, job)).toMatchObject({ status: 'done', done: 1, total: 1 })
    const living = (await clientsHave(business)).filter(has => has.living > 0).map(({ id }) => id)
    expect(living).toEqual([dana.client])
    for (const client of [revoked.client, unsent])
      expect(codeOf(await business.api('GET', `/clients/${client}/link`))).toBe('404 not_found')
    expect(codeOf(await business.api('POST', `/quotes/${draft}/send`))).toBe('409 link_revoked')
    expect(codeOf(await business.api('POST', `/clients/${unsent}/link/send`))).toBe('409 no_link')
  })

  test('nobody, where there is nobody: done at once', async () => {
    const business = await aBusiness()
    await aClient(business)
    const job = await rotateAll(business)
    expect(job).toMatchObject({ status: 'done', done: 0, total: 0 })
    expect(job.ended_at).not.toBeNull()
    expect(await jobOf(business, job)).toEqual(job)
  })

  test('one business: another’s links, job and mail are its own', async () => {
    const [mine, theirs] = [await aBusiness(), await aBusiness({ name: 'Other Roofing' })]
    await two(mine)
    const other = await two(theirs)
    const before = await clientsHave(theirs)
    const job = await rotateAll(mine, unlimited)
    await minute()
    expect(await clientsHave(theirs)).toEqual(before)
    expect(await statuses(homes(other))).toEqual([200, 200])
    const nobodys = await theirs.api('GET', `/jobs/job_${'0'.repeat(26)}`)
    expect(codeOf(nobodys)).toBe('404 not_found')
    for (const id of [job.id, 'x', job.id.replace('job', 'cli')])
      expect((await theirs.api('GET', `/jobs/${id}`)).body).toEqual(nobodys.body)
  })
})

test('a key without the scope “links” ends nothing', async () => {
  const business = await aBusiness()
  const portals = await two(business)
  const { key } = await aKeyOf(business, { scopes: 'read write admin' })
  await changingNothing(async () =>
    expect(codeOf(await apiWith(key)('POST', '/links/rotate'))).toBe('403 missing_scope'),
  )
  expect(await statuses(homes(portals))).toEqual([200, 200])
})

test('each client is mailed the new link once, at all its addresses; what waited with the old one is cancelled', async () => {
  const business = await aBusiness()
  const [dana, bo] = (await two(business)) as [Portal, Portal]
  await rotateAll(business, unlimited)
  const mails = await rowsOf(
    `select messages.client_id, kind, state, recipients, died_at is null as lives from messages
     join portal_links on portal_links.id = link_id where messages.business_id = ? order by 2, 1`,
    business.id,
  )
  const about = (client: string, kind: string, to: string[]) => {
    const [state, lives] = kind === 'new_link' ? ['queued', 1] : ['cancelled', 0]
    return { client_id: client, kind, state, recipients: JSON.stringify(to), lives }
  }
  const [toDana, toBo] = [['dana@example.com'], ['bo@example.com', 'books@example.com']]
  const each = (kind: string) => [about(dana.client, kind, toDana), about(bo.client, kind, toBo)]
  expect(mails).toEqual(['invoice_sent', 'new_link', 'quote_sent'].flatMap(each))
})

test('the trail says who rotated all, and of each new link for whom and by which job', async () => {
  const business = await aBusiness()
  const portals = await two(business)
  const [key] = succeeded(await business.api('GET', '/api-keys')).body.data
  const job = await rotateAll(business, unlimited)
  const { body } = succeeded(await business.api('GET', '/audit?limit=100'))
  const named = (name: string) => body.data.filter(({ action }: { action: string }) => action === name)
  const acts = [...named('links.rotated'), ...named('link.rotated')]
  expect(acts).toMatchObject([
    {
      action: 'links.rotated',
      actor: { kind: 'key', id: key.id },
      object_id: business.id,
      details: { job: job.id },
    },
    ...portals.map(() => ({ action: 'link.rotated', actor: { kind: 'system' }, request_id: job.id })),
  ])
  const clients = acts.slice(1).map(({ details }: { details: { client: string } }) => details.client)
  expect(clients.sort()).toEqual(portals.map(({ client }) => client).sort())
})

test('with an Idempotency-Key a repeat gives the first answer, holds no link, and ends nothing again', async () => {
  const business = await aBusiness()
  const portals = await two(business)
  const post = { path: '/links/rotate', body: {} }
  const first = await told(business, post, 'incident', unlimited)
  const anew = await Promise.all(portals.map(({ client }) => portalOf(business, client)))
  await minute()
  await changingNothing(async () => expect(await told(business, post, 'incident')).toEqual(first))
  expect(await statuses(anew)).toEqual([200, 200])
  expect(JSON.parse(first.body)).toMatchObject({ status: 'running', done: 0, total: 2 })
  for (const path of [...anew, ...homes(portals)]) expect(first.body).not.toContain(tokenIn(path))
  expect(first.body).not.toContain('/portal/')
})
