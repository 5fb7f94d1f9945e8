// In which language a client reads, and how it is changed: by the client's setting, by the browser, by the form on the page.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { batches, changingNothing, ledTo } from '../support/answers.ts'
import { failingDbs } from '../support/faults.ts'
import { hostileTexts } from '../support/hostile.ts'
import { mailOf } from '../support/mails.ts'
import { aPortal, type Fields, type Portal, pagesOf, posted, rotated } from '../support/portal.ts'
import { open, request, succeeded } from '../support/world.ts'

const choose = (portal: Portal, fields: Fields, bindings = env) =>
  posted(`${portal.home}/language`, { page: portal.home, ...fields }, bindings)

const spokenOn = async (path: string, languages?: string): Promise<string | undefined> => {
  const headers = languages === undefined ? {} : { 'accept-language': languages }
  const html = await (await request(path, { headers })).text()
  return /<html lang="([^"]*)"/.exec(html)?.[1]
}

const localeOf = async ({ business, client }: Portal): Promise<string | null> =>
  (await business.api('GET', `/clients/${client}`)).body.locale

const trail = async () =>
  (await env.DB.prepare(`select details from audit_entries where action = 'client.language_chosen'`).all())
    .results

describe('without a setting of the client', () => {
  test('every page speaks as the browser asks, and else as the business does', async () => {
    const portal = await aPortal()
    for (const page of pagesOf(portal)) {
      expect(await spokenOn(portal.home + page, 'fr-CH,fr;q=0.9,en;q=0.8'), page).toBe('fr')
      expect(await spokenOn(portal.home + page, 'it'), page).toBe('en')
      expect(await spokenOn(portal.home + page), page).toBe('en')
    }
  })

  test.each([
    ['/portal', 'de', 'Link per E-Mail anfordern'],
    ['/portal/k1_nobody', 'es', 'enlace'],
    ['/verify', 'fr', 'justificatif'],
    ['/nowhere', 'de', 'Seite'],
  ])('%s speaks %s', async (path, language, word) => {
    expect(await spokenOn(path, language)).toBe(language)
    expect(await spokenOn(`${path}?language=${language}`, 'en')).toBe(language)
    expect(await (await request(`${path}?language=${language}`)).text()).toContain(word)
    expect(await spokenOn(`${path}?language=klingon`, language)).toBe(language)
  })

  test('a language that was chosen on a public page goes on to what its form leads to', async () => {
    const html = await (await request('/portal?language=de')).text()
    expect(html).toContain('<form method="post" action="/portal?language=de">')
    const mistaken = await posted('/portal?language=de', { email: '' })
    expect(await mistaken.text()).toContain('<html lang="de"')
    const taken = await posted('/portal?language=de', { email: 'dana@example.com' })
    expect(taken.headers.get('location')).toBe('/portal?asked&language=de')
    expect(await spokenOn('/portal?asked&language=de')).toBe('de')
  })
})

describe('POST /portal/:token/language', () => {
  test('keeps the choice with the client’s region, leads back to the page, and all speaks it from then on', async () => {
    const portal = await aPortal()
    const page = `${portal.home}/quotes/${portal.quote}`
    expect(ledTo(await choose(portal, { language: 'de', page }))).toBe(`303 ${page}`)
    expect(await localeOf(portal)).toBe('de-US')
    for (const path of pagesOf(portal)) expect(await spokenOn(portal.home + path, 'fr'), path).toBe('de')
    expect(await (await open(page)).text()).toContain('Gesamtbetrag')
    expect((await mailOf('quote_sent'))?.subject).toMatch(/^Ihr Angebot von Harbor Roofing/)
    expect(await trail()).toEqual([{ details: '{"locale":"de-US"}' }])
  })

  test('changes nothing where the language stands already: a form sent as it stands does nothing', async () => {
    const portal = await aPortal()
    for (const fields of [{ language: 'en' }, { language: 'nonsense' }, { language: '__proto__' }, {}])
      await changingNothing(async () => {
        expect(ledTo(await choose(portal, fields as Fields))).toBe(`303 ${portal.home}`)
      })
  })

  test('a double click chooses once', async () => {
    const portal = await aPortal()
    const answers = await Promise.all([1, 2, 3].map(() => choose(portal, { language: 'es' })))
    expect(answers.map(ledTo)).toEqual(Array(3).fill(`303 ${portal.home}`))
    expect(await trail()).toHaveLength(1)
  })

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/portal',
    '/portal/k1_another/quotes',
    '{home}/../../verify?x',
    '{home}\\..\\evil',
    '{home}x',
    ...Object.values(hostileTexts),
  ])('leads nowhere but into this portal, whatever page it is told: %j', async page => {
    const portal = await aPortal()
    const answer = await choose(portal, { language: 'de', page: page.replace('{home}', portal.home) })
    expect(answer.status).toBe(303)
    const location = new URL(answer.headers.get('location') ?? '', 'https://portal.test')
    expect(location.origin).toBe('https://portal.test')
    expect(`${location.pathname}/`.startsWith(`${portal.home}/`)).toBe(true)
  })

  test('is refused from another site, through a dead link, and too large', async () => {
    const portal = await aPortal()
    await changingNothing(async () => {
      const foreign = { 'sec-fetch-site': 'cross-site' }
      const answer = await posted(`${portal.home}/language`, { language: 'de' }, env, foreign)
      expect(answer.status).toBe(403)
      expect((await choose(portal, { language: 'de', page: 'x'.repeat(70_000) })).status).toBe(413)
      expect((await posted(`${portal.home}0/language`, { language: 'de' })).status).toBe(404)
    })
    const old = { ...portal }
    await rotated(portal)
    await changingNothing(async () => expect((await choose(old, { language: 'de' })).status).toBe(404))
  })

  test('GET leads to the dashboard, and changes nothing', async () => {
    const portal = await aPortal()
    await changingNothing(async () => {
      const answer = await request(`${portal.home}/language?language=de`)
      expect(ledTo(answer)).toBe(`303 ${portal.home}`)
    })
  })

  test('without the database: the calm page, with the form to send again', async () => {
    const portal = await aPortal()
    const answer = await choose(portal, { language: 'de' }, failingDbs['loses its connection']())
    expect(answer.status).toBe(503)
    const html = await answer.text()
    expect(html).toContain(`action="${portal.home}/language"`)
    expect(html).toContain('name="language" value="de"')
    expect(await localeOf(portal)).toBeNull()
  })

  test('where the answer of the write is lost, a fresh read finds that it is done', async () => {
    const portal = await aPortal()
    const lost = batches(async ({ sql, run }) => {
      const result = await run()
      if (sql.some(one => one.startsWith('update "clients"')))
        throw new Error('D1_ERROR: Network connection lost.')
      return result
    })
    expect(ledTo(await choose(portal, { language: 'de' }, lost))).toBe(`303 ${portal.home}`)
    expect(await trail()).toHaveLength(1)
  })
})

test('what a quote’s invoice says of its part of it is in the client’s language', async () => {
  const portal = await aPortal(undefined, { locale: 'de-DE' })
  succeeded(await portal.business.api('POST', `/quotes/${portal.quote}/accept`))
  const { body } = succeeded(
    await portal.business.api('POST', `/quotes/${portal.quote}/invoices`, { percent: '12.5' }),
  )
  expect(body.lines[0].description).toMatch(/^12,5\s% von Angebot Q-/)
})
