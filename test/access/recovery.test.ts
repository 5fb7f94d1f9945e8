// "Mail me my link", as whoever asks sees it: the form, its mistakes, and one answer for every address, at one cost.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { changingNothing } from '../support/answers.ts'
import { failingDbs } from '../support/faults.ts'
import { hostileTexts } from '../support/hostile.ts'
import { spend } from '../support/limits.ts'
import { aPortal, bytesOf, type Fields, posted, promptly } from '../support/portal.ts'
import { answers, asks, mailedTo, requests, revoke } from '../support/recovery.ts'
import { seen } from '../support/watch.ts'
import { aBusiness, aClient, navigation, request, textOf, unlimited } from '../support/world.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

describe('GET /portal', () => {
  test('is a page with one field and one button', async () => {
    const response = await request('/portal')
    expect(response.status).toBe(200)
    const html = await response.text()
    expect(html.match(/<form method/g)).toHaveLength(1)
    expect(html).toContain('<form method="post" action="/portal">')
    const [field = ''] = html.match(/<input[^>]*>/g) ?? []
    for (const part of [
      'type="email"',
      'name="email"',
      'autocomplete="email"',
      'maxlength="254"',
      'required',
    ])
      expect(field).toContain(part)
    expect(html).toContain('<label for="email">Your email address</label>')
    const form = /<form method.*?<\/form>/s.exec(html)?.[0]
    expect(form?.match(/<(button|input|textarea|select)\b/g)).toHaveLength(2)
  })

  test('is reached with a slash at its end, too, and is no link’s page', async () => {
    const [plain, slash] = [await request('/portal'), await request('/portal/')]
    expect(await slash.text()).toBe(await plain.text())
    expect((await request('/portal/asked')).status).toBe(404)
  })

  test.each([
    ['GET', {}],
    ['HEAD', {}],
    ['GET', navigation],
    ['GET', { ...navigation, 'sec-purpose': 'prefetch' }],
  ])('changes nothing and asks for nothing: %s %o', async (method, headers) => {
    for (const path of ['/portal', '/portal?asked', '/portal?email=dana@example.com&asked=1']) {
      const { response, onTheWay, after } = await changingNothing(() => seen(path, { method, headers }))
      expect([path, response.status, onTheWay, after]).toEqual([path, 200, [], []])
    }
  })
})

test('the page of a dead link has the form, the same bytes for every one', async () => {
  const { home } = await aPortal()
  const dead = await bytesOf(await request('/portal/nobody'))
  expect(await bytesOf(await request(`${home}0`))).toEqual(dead)
  const html = await (await request('/portal/nobody')).text()
  const own = await (await request('/portal')).text()
  const form = /<form method.*?<\/form>/s.exec(html)?.[0]
  expect(form).toBe(/<form method.*?<\/form>/s.exec(own)?.[0])
})

/** Addresses of every kind, by what the portal knows of them. */
async function addresses(): Promise<Record<string, string>> {
  const business = await aBusiness()
  await aPortal(business, { email: 'dana@example.com', cc: ['books@example.com'] })
  const revoked = await aPortal(business, { email: 'revoked@example.com' })
  await revoke(business, revoked.client)
  const deleted = await aPortal(business, { email: 'deleted@example.com' })
  await business.api('DELETE', `/clients/${deleted.client}`)
  await aClient(business, { email: 'unsent@example.com' })
  await aPortal(business, { email: 'limited@example.com' })
  for (let time = 0; time < 7; time++) {
    await asks('limited@example.com')
    await answers()
  }
  return {
    known: 'dana@example.com',
    'known, in capitals': 'DANA@Example.com',
    'known as a further address': 'books@example.com',
    unknown: 'nobody@example.com',
    'of a client to whom nothing was sent': 'unsent@example.com',
    revoked: 'revoked@example.com',
    deleted: 'deleted@example.com',
    limited: 'limited@example.com',
    'the business’s own': 'office@harbor.example',
    'of wildcards': '*@*.*',
    'with spaces around': '  dana@example.com\u3000',
    'of the longest kind': `${'a'.repeat(242)}@example.com`,
    'in other scripts': 'дана@пример.рф',
    'turned round': '\u202emoc.elpmaxe@ana.d',
    'SQL in it': "x'/**/or/**/1=1--@y.example",
  }
}

test('every address that could be one gets the same answer: status, headers, body, and the page behind it', async () => {
  const all = Object.entries(await addresses())
  const said = await Promise.all(
    all.map(async ([what, address]) => [what, await bytesOf(await asks(address))] as const),
  )
  const [[, first] = ['', undefined]] = said
  expect(first?.status).toBe(303)
  expect(Object.fromEntries(first?.headers ?? [])).toMatchObject({
    location: '/portal?asked',
    'cache-control': 'no-store',
  })
  expect(said.filter(([, one]) => JSON.stringify(one) !== JSON.stringify(first))).toEqual([])
  const page = await request('/portal?asked')
  expect(page.status).toBe(200)
  const text = await textOf(page)
  expect(text).toContain('an email with the link is on its way')
  expect(text).not.toMatch(/example\.com|Harbor|Dana/)
})

test('every one costs one trip to D1 with the same one statement, nothing afterwards, and one row', async () => {
  for (const [what, address] of Object.entries(await addresses())) {
    const before = await requests()
    const { response, onTheWay, after } = await seen('/portal', {
      method: 'POST',
      body: new URLSearchParams({ email: address }),
    })
    expect([what, response.status]).toEqual([what, 303])
    expect([what, onTheWay.map(({ what: call, sql }) => [call, sql]), after]).toEqual([
      what,
      [
        [
          'D1 batch',
          ['insert into "link_requests" ("id", "address", "asked_at", "resolved_at") values (?, ?, ?, null)'],
        ],
      ],
      [],
    ])
    expect(onTheWay[0]?.rowsRead, what).toBe(0)
    const { waiting, resolved } = await requests()
    expect([resolved, waiting.sort()]).toEqual([before.resolved, [...before.waiting, address.trim()].sort()])
  }
})

const mistakes: [what: string, typed: string, said: string][] = [
  ['nothing', '', 'Please enter your email address.'],
  ['spaces alone', ' \u00a0\u3000 ', 'Please enter your email address.'],
  ['no @', 'dana', 'looks like dana@example.com'],
  ['nothing before the @', '@example.com', 'looks like dana@example.com'],
  ['nothing behind it', 'dana@', 'looks like dana@example.com'],
  ['a domain without a dot', 'dana@example', 'check the spelling'],
  ['a comma for the dot', 'dana@example,com', 'check the spelling'],
  ['a dot at the end', 'dana@example.', 'check the spelling'],
  ['two dots', 'dana@example..com', 'check the spelling'],
  ['a second @', 'dana@sam@example.com', 'one address at a time'],
  ['a dot behind it all', 'dana@example.com.', 'check the spelling'],
  ['a second word', 'dana@example.com, books', 'check the spelling'],
  ['a name', 'Dana Whitfield <dana@example.com>', 'check the spelling'],
  ['several at once', 'dana@example.com, books@example.com', 'one address at a time'],
  ['255 characters', `${'a'.repeat(243)}@example.com`, 'too long'],
  ['a control character', 'dana\0@example.com', 'can’t read'],
  ['a header’s end', 'dana@example.com\r\nBcc: all@example.com', 'can’t read'],
  ['half a character', 'dana\ud83d@example.com', 'can’t read'],
]

test.each(mistakes)('%s comes back with what was typed and the mistake beside it', async (_, typed, said) => {
  const response = await changingNothing(() => asks(typed))
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain('<title>Please check: Get your link by email</title>')
  const [field = ''] = html.match(/<input[^>]*>/g) ?? []
  expect(field).toContain('aria-invalid="true"')
  expect(field).toContain('aria-describedby="email-hint email-fault"')
  expect(/<p class="fault" id="email-fault">(.*?)<\/p>/.exec(html)?.[1]).toContain(said)
  const value = / value="([^"]*)"/.exec(field)?.[1]
  expect(value?.replace('&lt;', '<').replace('&gt;', '>')).toBe(typed.trim().toWellFormed())
})

test('hostile texts are taken or come back as data: one of two answers, never an error', async () => {
  for (const [what, text] of Object.entries(hostileTexts)) {
    for (const typed of [text, `${text}@example.com`]) {
      const response = await asks(typed)
      expect([303, 422], what).toContain(response.status)
      const html = await response.text()
      expect(html, what).not.toMatch(/<script>alert|<img|onmouseover="/)
    }
  }
  await answers()
  expect(await mailedTo()).toEqual([])
})

describe('a body that is no form of ours', () => {
  const post = (body: BodyInit | null, headers: Fields = {}) =>
    changingNothing(() => request('/portal', { method: 'POST', body, headers }))

  test('of ten megabytes is refused with 413, with its length told and without', async () => {
    const garbage = crypto.getRandomValues(new Uint8Array(65_536))
    const pull = (left = 160) =>
      new ReadableStream({
        pull(controller) {
          if (left-- > 0) controller.enqueue(garbage)
          else controller.close()
        },
      })
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await post(new Uint8Array(10 * 1024 * 1024), type)).status).toBe(413)
    expect((await post(pull(), type)).status).toBe(413)
    expect((await post(pull(), { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(413)
  })

  test('of another kind, or broken, is an empty form: 422', async () => {
    const bodies: [BodyInit | null, Fields][] = [
      [null, {}],
      ['{"email":"dana@example.com"}', { 'content-type': 'application/json' }],
      ['garbage', { 'content-type': 'multipart/form-data; boundary=x' }],
      ['--x\r\n', { 'content-type': 'multipart/form-data; boundary=x' }],
      ['mail=dana@example.com', { 'content-type': 'application/x-www-form-urlencoded' }],
    ]
    for (const [body, headers] of bodies) expect((await post(body, headers)).status).toBe(422)
    const file = new FormData()
    file.set('email', new File(['dana@example.com'], 'dana@example.com'))
    expect((await post(file)).status).toBe(422)
  })

  test('with the field twice counts by its last, as elsewhere', async () => {
    const body = 'email=one%40example.com&email=two%40example.com'
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await request('/portal', { method: 'POST', body, headers })).status).toBe(303)
    expect((await requests()).waiting).toEqual(['two@example.com'])
  })
})

test('a form of another web site is refused, and of no page or a phone that says nothing is taken', async () => {
  for (const site of ['cross-site', 'same-site', 'anything']) {
    const response = await changingNothing(() =>
      asks('dana@example.com', unlimited, { 'sec-fetch-site': site }),
    )
    expect(response.status).toBe(403)
    expect(await textOf(response)).toContain('This came from another website')
  }
  for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }, {}])
    expect((await asks('dana@example.com', unlimited, headers)).status).toBe(303)
})

describe('a database that does not answer', () => {
  const failing = Object.entries(failingDbs).slice(0, 2)

  test.each(failing)(
    'because it %s: the calm page with the form, to send again; the same for all',
    async (_, db) => {
      const broken = { ...unlimited, DB: db().DB }
      const post = (email: string) =>
        promptly('/portal', { method: 'POST', body: new URLSearchParams({ email }) }, broken)
      const response = await post('dana@example.com')
      expect(response.status).toBe(503)
      expect(response.headers.get('retry-after')).toBe('30')
      const html = await response.text()
      expect(html).toContain('value="dana@example.com"')
      expect(html).toContain('action="/portal"')
      await aPortal()
      const again = await (await post('dana@example.com')).text()
      expect(again).toBe(html)
    },
  )

  test('because it never does: after ten seconds the same page', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const broken = { ...unlimited, DB: failingDbs['never answers']().DB }
      const body = new URLSearchParams({ email: 'dana@example.com' })
      const response = promptly('/portal', { method: 'POST', body }, broken)
      await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0))
      vi.advanceTimersByTime(10_000)
      expect((await response).status).toBe(503)
    } finally {
      vi.useRealTimers()
    }
  })
})

test('a network that asks too often is told to wait, before anything is written; another one goes on', async () => {
  const from = (address: string, headers: Fields = {}) =>
    posted('/portal', { email: 'dana@example.com' }, env, { 'cf-connecting-ip': address, ...headers })
  const limit = vi.fn(async (_: { key: string }) => ({ success: false }))
  const refused = await changingNothing(() =>
    posted(
      '/portal',
      { email: 'dana@example.com' },
      { ...env, PUBLIC_LIMIT: { limit } },
      { 'cf-connecting-ip': '192.0.2.7' },
    ),
  )
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('60')
  expect(await textOf(refused)).toContain('Please wait a minute')
  const key = limit.mock.calls[0]?.[0].key ?? ''
  expect(key).toBe('recover 192.0.2.7')
  await spend(env.PUBLIC_LIMIT, key, 60)
  expect((await from('192.0.2.7')).status).toBe(429)
  expect((await from('192.0.2.8')).status).toBe(303)
  // A form of another site spends nobody's share.
  limit.mockClear()
  const crossing = { 'cf-connecting-ip': '192.0.2.9', 'sec-fetch-site': 'cross-site' }
  await posted('/portal', { email: 'x@y.example' }, { ...env, PUBLIC_LIMIT: { limit } }, crossing)
  expect(limit).not.toHaveBeenCalled()
})
