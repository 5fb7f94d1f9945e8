// While a rotation of all links is under way: what a business does by hand to a client who waits, before the job comes to it
// or between the job's reading and its writing, is not undone and not done twice.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { codeOf } from '../support/accepted.ts'
import { aPortal, type Portal } from '../support/portal.ts'
import { replayed } from '../support/replay.ts'
import {
  clientsHave,
  crowd,
  held,
  type Job,
  jobOf,
  minute,
  rotateAll,
  servedOnce,
  steps,
} from '../support/rotations.ts'
import { aBusiness, aQuote, created, open, portalOf, succeeded } from '../support/world.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

type Deed = (portal: Portal) => Promise<unknown>
const linkOf = ({ client }: Portal) => `/clients/${client}/link`
const byHand = {
  rotated: async portal =>
    succeeded(await portal.business.api('POST', `${linkOf(portal)}/rotate`, { notify: true })),
  'rotated quietly': async portal =>
    succeeded(await portal.business.api('POST', `${linkOf(portal)}/rotate`, {})),
  'sent again': async portal => succeeded(await portal.business.api('POST', `${linkOf(portal)}/send`)),
  'sent a quote': async ({ business: { api }, client }) => {
    const id = created(await api('POST', '/quotes', aQuote(client, { title: 'Gutters' })))
    succeeded(await api('POST', `/quotes/${id}/send`))
  },
  revoked: async portal => succeeded(await portal.business.api('DELETE', linkOf(portal))),
  deleted: async ({ business, client }) => succeeded(await business.api('DELETE', `/clients/${client}`)),
  'given another address': async ({ business, client }) =>
    succeeded(await business.api('PATCH', `/clients/${client}`, { email: 'new@example.com', cc: [] })),
} satisfies Record<string, Deed>

type Name = keyof typeof byHand
const deeds = Object.entries(byHand) as [Name, Deed][]

/** What the client has in the end, besides the link that ended. */
const inTheEnd: Record<Name, object> = {
  rotated: servedOnce,
  'rotated quietly': { ...servedOnce, mails: 0, waiting: 0 },
  'sent again': { ...servedOnce, told: 0 },
  'sent a quote': { ...servedOnce, mails: 0, waiting: 0, told: 0 },
  revoked: { links: 1, living: 0, mails: 0, waiting: 0, told: 0 },
  deleted: { links: 1, living: 0, mails: 0, waiting: 0, told: 0 },
  'given another address': servedOnce,
}

/** Among others who wait, so that one whose step is refused holds up nobody. */
const OTHERS = 25

async function incident() {
  const portal = await replayed(`one among ${OTHERS}`, async on => {
    const business = await aBusiness({}, undefined, on)
    await crowd(business, OTHERS, on)
    return aPortal(business)
  })
  const { business } = portal
  return { ...portal, job: await rotateAll(business, held()) }
}

async function expectSettled(portal: Portal & { job: Job }, name: Name) {
  await minute()
  await minute()
  const { business, client, job } = portal
  const all = await clientsHave(business)
  expect(all.find(({ id }) => id === client)).toEqual({ id: client, ...inTheEnd[name] })
  const others = all.filter(({ id }) => id !== client)
  expect(others.map(({ id: _, ...has }) => has)).toEqual(Array(OTHERS).fill(servedOnce))
  expect(await jobOf(business, job)).toMatchObject({ status: 'done', done: OTHERS + 1, total: OTHERS + 1 })
  expect((await open(portal.home)).status).toBe(404)
}

describe.each(deeds)('a client who is %s', (name, deed) => {
  test('while waiting', async () => {
    const portal = await incident()
    await deed(portal)
    await expectSettled(portal, name)
  })

  test('between the job’s reading and its writing', async () => {
    const portal = await incident()
    let happened = 0
    await minute(
      steps(async ({ run }) => {
        if (happened++ === 0) await deed(portal)
        return run()
      }),
    )
    expect(happened).toBeGreaterThan(1)
    // Who waited beside it was served in this very run.
    expect((await clientsHave(portal.business)).filter(({ living }) => living === 0).length).toBeLessThan(2)
    await expectSettled(portal, name)
  })

  test('right after it was served', async () => {
    const portal = await incident()
    await minute()
    await deed(portal)
    await minute()
    const has = (await clientsHave(portal.business)).find(({ id }) => id === portal.client)
    expect(has?.living).toBe(name === 'revoked' || name === 'deleted' ? 0 : 1)
    expect(has?.links).toBe(name.startsWith('rotated') ? 3 : 2)
  })
})

test('at once with the job: whatever wins, one living link or none, as the last word was', async () => {
  for (const [name, deed] of deeds) {
    const portal = await incident()
    await Promise.all([deed(portal), minute(), deed(portal).catch(() => undefined), minute()])
    await minute()
    const has = (await clientsHave(portal.business)).find(({ id }) => id === portal.client)
    expect(has?.living, name).toBe(name === 'revoked' || name === 'deleted' ? 0 : 1)
    expect(await jobOf(portal.business, portal.job), name).toMatchObject({ status: 'done' })
    expect((await open(portal.home)).status, name).toBe(404)
  }
})

describe('a client who waits', () => {
  test('has no link to read, and gets the new one where its old one would have been mailed', async () => {
    const portal = await incident()
    const { api } = portal.business
    expect(codeOf(await api('GET', linkOf(portal)))).toBe('404 not_found')
    expect((await api('POST', `${linkOf(portal)}/send`)).body).toEqual({ status: 'queued' })
    const home = await portalOf(portal.business, portal.client)
    expect((await open(home)).status).toBe(200)
    // Again: it is the same link, and it is mailed as such.
    succeeded(await api('POST', `${linkOf(portal)}/send`))
    expect(await portalOf(portal.business, portal.client)).toBe(home)
    const { results } = await env.DB.prepare(
      "select kind from messages where client_id = ? and state = 'queued' order by id",
    )
      .bind(portal.client)
      .all<{ kind: string }>()
    expect(results.map(({ kind }) => kind)).toEqual(['new_link', 'link_again'])
  })

  test('and is revoked: that stands in the trail, once, and nothing is sent until a rotation', async () => {
    const portal = await incident()
    const { api } = portal.business
    const asked = await Promise.all([1, 2, 3].map(() => api('DELETE', linkOf(portal))))
    asked.push(await api('DELETE', linkOf(portal)))
    expect(asked.map(({ status }) => status)).toEqual([204, 204, 204, 204])
    const { body } = succeeded(await api('GET', '/audit?limit=100'))
    const revocations = body.data.filter(({ action }: { action: string }) => action === 'link.revoked')
    expect(revocations).toMatchObject([{ details: { client: portal.client }, actor: { kind: 'key' } }])
    const quote = created(await api('POST', '/quotes', aQuote(portal.client)))
    for (const path of [`/quotes/${quote}/send`, `${linkOf(portal)}/send`])
      expect(codeOf(await api('POST', path))).toBe('409 link_revoked')
    await minute()
    expect(codeOf(await api('GET', linkOf(portal)))).toBe('404 not_found')
    const { url } = succeeded(await api('POST', `${linkOf(portal)}/rotate`)).body
    expect((await open(new URL(url).pathname)).status).toBe(200)
    succeeded(await api('POST', `/quotes/${quote}/send`))
  })

  test('is mailed at the address that it has when its link is made', async () => {
    const portal = await incident()
    let happened = 0
    await minute(
      steps(async ({ run }) => {
        if (happened++ === 0) await byHand['given another address'](portal)
        return run()
      }),
    )
    await minute()
    const sql = "select recipients from messages where client_id = ? and kind = 'new_link'"
    const { results } = await env.DB.prepare(sql).bind(portal.client).all()
    expect(results).toEqual([{ recipients: '["new@example.com"]' }])
  })

  test('for another job than the one that a run has read is served for that one', async () => {
    const portal = await incident()
    let happened = 0
    let second: Job | undefined
    await minute(
      steps(async ({ run }) => {
        if (happened++ === 0) {
          await minute()
          second = await rotateAll(portal.business)
        }
        return run()
      }),
    )
    await minute()
    const sql = `select details ->> 'job' job from audit_entries
      where action = 'link.rotated' and details ->> 'client' = ? order by 1`
    const { results } = await env.DB.prepare(sql).bind(portal.client).all<{ job: string }>()
    expect(results.map(({ job }) => job)).toEqual([portal.job.id, second?.id].sort())
  })
})
