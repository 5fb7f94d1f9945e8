// How a client stops reminders: by the button of the page, and as mail providers do it (RFC 8058). Nothing else changes.
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { mintToken } from '../../src/access/token.ts'
import { configOf } from '../../src/core/config.ts'
import { batches, changingNothing, ledTo } from '../support/answers.ts'
import { dump, gained } from '../support/dump.ts'
import { failingDbs } from '../support/faults.ts'
import { aPortal, type Fields, type Portal, posted, rotated } from '../support/portal.ts'
import { saidBy } from '../support/routes.ts'
import { open, request, textOf } from '../support/world.ts'

/** When a link was last used is noted beside. */
const unused = { without: ['last_used_at'] }

const ONE_CLICK = 'List-Unsubscribe=One-Click'

/** As a mail provider posts it: no cookies, no headers of a browser. */
const robot = (path: string, type = 'application/x-www-form-urlencoded', body: BodyInit = ONE_CLICK) =>
  request(path, { method: 'POST', headers: { 'content-type': type }, body })

const at = ({ home }: Portal, act = 'stop') => `${home}/reminders/${act}`
const stops = async () =>
  (await env.DB.prepare('select client_id from reminder_stops').all<{ client_id: string }>()).results.map(
    row => row.client_id,
  )
const trail = async () =>
  (
    await env.DB.prepare(
      `select action, actor_kind, object_id from audit_entries where action like 'reminders.%'`,
    ).all()
  ).results

const stoppedSince = async ({ business, client }: Portal): Promise<string | null> =>
  (await business.api('GET', `/clients/${client}`)).body.reminders_stopped_at

const on = 'Reminders are on'
const off = 'Reminders are off'

test('a robot stops them with one click: 200, a short page, one stop, one entry in the trail, and nothing else', async () => {
  const portal = await aPortal()
  expect(await stoppedSince(portal)).toBeNull()
  const before = await dump(unused)
  const response = await robot(at(portal))
  expect(response.status).toBe(200)
  const html = await response.text()
  expect(html).toContain(off)
  expect(html).not.toContain(portal.token)
  expect(response.headers.get('set-cookie')).toBeNull()
  expect(gained(before, await dump(unused))).toEqual({ reminder_stops: 1, audit_entries: 1 })
  expect(await stops()).toEqual([portal.client])
  expect(await trail()).toEqual([
    { action: 'reminders.stopped', actor_kind: 'link', object_id: portal.client },
  ])
  expect(await stoppedSince(portal)).toMatch(/^\d{4}-.*Z$/)
})

test('a robot may send the same as multipart/form-data', async () => {
  const portal = await aPortal()
  const body = `--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n`
  expect((await robot(at(portal), 'multipart/form-data; boundary=b', body)).status).toBe(200)
  expect(await stops()).toEqual([portal.client])
})

test('a robot that comes ten times, and at once, is answered the same each time, and stops once', async () => {
  const portal = await aPortal()
  const answers = await Promise.all(Array.from({ length: 10 }, () => robot(at(portal))))
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
  await changingNothing(async () => expect((await robot(at(portal))).status).toBe(200))
  expect(await stops()).toEqual([portal.client])
  expect(await trail()).toHaveLength(1)
})

test.each([
  ['has switched them off', { enabled: false }],
  ['has no days for them', { quote_days_before: [], invoice_days_before: [], invoice_days_after: [] }],
])('where the business %s, the page says that there are none, and they can be stopped', async (_, change) => {
  const portal = await aPortal()
  const { body } = await portal.business.api('GET', '/business')
  const reminders = { ...body.reminders, ...change }
  expect((await portal.business.api('PATCH', '/business', { reminders })).status).toBe(200)
  const page = await textOf(await open(at(portal)))
  expect(page).toContain('Harbor Roofing sends no reminders at the moment')
  expect(page).not.toContain('reminds you')
  expect(ledTo(await posted(at(portal), {}))).toBe(`303 ${at(portal)}`)
  expect(await textOf(await open(at(portal)))).toContain(off)
})

test('the dashboard leads to them', async () => {
  const portal = await aPortal()
  const html = await (await open(portal.home)).text()
  expect(html).toContain(`href="${at(portal)}">Reminders by email</a>`)
})

test('a person reads what it does, presses, reads that it is done, and can turn them on again', async () => {
  const portal = await aPortal()
  const page = await changingNothing(async () => textOf(await open(at(portal))))
  for (const words of [on, 'Harbor Roofing', 'Stop reminders', 'your quotes and invoices stay as they are'])
    expect(page).toContain(words)
  expect(ledTo(await posted(at(portal), {}))).toBe(`303 ${at(portal)}`)
  const after = await changingNothing(async () => textOf(await open(at(portal))))
  expect(after).toContain(off)
  expect(after).toContain('Turn reminders on again')
  expect(ledTo(await posted(at(portal, 'start'), {}))).toBe(`303 ${at(portal)}`)
  expect(await textOf(await open(at(portal)))).toContain(on)
  expect(await stops()).toEqual([])
  expect((await trail()).map(({ action }) => action)).toEqual(['reminders.stopped', 'reminders.started'])
  expect(await stoppedSince(portal)).toBeNull()
})

test('a double click on either button does it once', async () => {
  const portal = await aPortal()
  for (const [act, left] of [
    ['stop', [portal.client]],
    ['start', []],
  ] as const) {
    const answers = await Promise.all([posted(at(portal, act), {}), posted(at(portal, act), {})])
    expect(answers.map(ledTo)).toEqual(Array(2).fill(`303 ${at(portal)}`))
    expect(await stops()).toEqual(left)
  }
  expect(await trail()).toHaveLength(2)
})

test('opening the page changes nothing, however it is opened; a form that is opened leads back to it', async () => {
  const portal = await aPortal()
  const kinds: RequestInit[] = [
    {},
    { method: 'HEAD' },
    { headers: { 'sec-purpose': 'prefetch' } },
    { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } },
  ]
  for (const init of kinds) {
    const paths = [at(portal), `${at(portal)}?${ONE_CLICK}`]
    for (const path of paths) expect((await changingNothing(() => request(path, init))).status).toBe(200)
    expect(ledTo(await changingNothing(() => request(at(portal, 'start'), init)))).toBe(`303 ${at(portal)}`)
  }
})

test('another client’s link stops that client’s reminders alone', async () => {
  const [dana, sam] = [await aPortal(), await aPortal()]
  await robot(at(sam))
  expect(await stops()).toEqual([sam.client])
  expect(await stoppedSince(dana)).toBeNull()
})

test('a dead link, a made-up one and none at all get the one 404, and stop nothing', async () => {
  const portal = await aPortal()
  const old = portal.home
  await rotated(portal)
  const dead = await saidBy(await request('/portal/nobody'))
  const homes = [old, `/portal/${await mintToken(configOf(env))}`, '/portal/nobody']
  for (const home of homes)
    for (const act of ['stop', 'start'])
      for (const init of [{ method: 'POST', body: ONE_CLICK }, { method: 'GET' }])
        expect(await saidBy(await request(`${home}/reminders/${act}`, init))).toEqual(dead)
  expect(await stops()).toEqual([])
})

test('a link that dies between reading and writing stops nothing: the one 404', async () => {
  const portal = await aPortal()
  let happened = false
  const dying = batches(async ({ sql, run }) => {
    if (!happened && sql.some(one => one.includes('insert into "reminder_stops"'))) {
      happened = true
      await rotated(portal)
    }
    return run()
  })
  const response = await posted(at(portal), {}, dying)
  expect([happened, response.status, await stops()]).toEqual([true, 404, []])
})

test('a form of another site is refused; a phone that says nothing of itself is not', async () => {
  const portal = await aPortal()
  for (const site of ['cross-site', 'same-site']) {
    const headers: Fields = { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate' }
    for (const act of ['stop', 'start']) {
      const answer = await changingNothing(() => posted(at(portal, act), {}, undefined, headers))
      expect(answer.status).toBe(403)
    }
  }
  expect((await posted(at(portal), {}, undefined, {})).status).toBe(303)
  expect(await stops()).toEqual([portal.client])
})

test('more than a form may hold is refused with 413', async () => {
  const portal = await aPortal()
  const body = `${ONE_CLICK}&x=`.padEnd(70_000, 'x')
  const refused = await changingNothing(() => robot(at(portal), undefined, body))
  expect(refused.status).toBe(413)
})

test('any other body is taken as the button: unreadable, of another type, or none', async () => {
  for (const [type, body] of [
    ['multipart/form-data', 'no boundary'],
    ['text/plain', ONE_CLICK],
    ['application/json', '{}'],
  ] as const) {
    const portal = await aPortal()
    expect((await robot(at(portal), type, body)).status).toBe(303)
    expect(await stops()).toContain(portal.client)
  }
})

test('where the database fails, 503 and a button that sends the same again; the second time it is done', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const portal = await aPortal()
  for (const act of ['stop', 'start']) {
    const answer = await posted(at(portal, act), {}, failingDbs['loses its connection']())
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain(`action="${at(portal, act)}"`)
  }
  // The commit took place, but its answer was lost.
  const lost = batches(async ({ sql, run }) => {
    const result = await run()
    if (sql.some(one => one.includes('"reminder_stops"') && one.startsWith('insert')))
      throw new Error('D1_ERROR: Network connection lost.')
    return result
  })
  expect(ledTo(await posted(at(portal), {}, lost))).toBe(`303 ${at(portal)}`)
  expect(await stops()).toEqual([portal.client])
  expect(await trail()).toHaveLength(1)
  vi.restoreAllMocks()
})
