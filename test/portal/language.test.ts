// In which language a client reads, and how it is changed: by the client's setting, by the browser, by the form on the page.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { batches, changingNothing, ledTo } from '../support/answers.ts'
import { failingDbs } from '../support/faults.ts'
import { hostileTexts } from '../support/hostile.ts'
import { mailOf } from '../support/mails.ts'
import { aPortal, type Fields, hashOn, type Portal, pagesOf, posted, rotated } from '../support/portal.ts'
import { aBusiness, open, request, succeeded } from '../support/world.ts'

const choose = (portal: Portal, fields: Fields, bindings = env) =>
  posted(`${portal.home}/language`, { page: portal.home, shown: '', ...fields }, bindings)

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
    expect(await (await request('/portal?asked&language=de')).text()).toContain('name="asked" value=""')
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

  test('sent as it stands it changes nothing, whatever browser drew it and whatever sends it', async () => {
    const portal = await aPortal()
    const formOn = async (languages: string): Promise<Fields> => {
      const html = await (await request(portal.home, { headers: { 'accept-language': languages } })).text()
      const [form = ''] = /<form class="language".*?<\/form>/s.exec(html) ?? []
      const [, page = ''] = /name="page" value="([^"]*)"/.exec(form) ?? []
      const [, shown = '?'] = /name="shown" value="([^"]*)"/.exec(form) ?? []
      const [, language = ''] = /<option value="(\w*)"[^>]*selected/.exec(form) ?? []
      return { page, shown, language }
    }
    for (const drawn of ['en', 'de-DE', 'ja'])
      await changingNothing(async () => {
        const form = await formOn(drawn)
        expect(form).toEqual({ page: portal.home, shown: '', language: '' })
        expect(ledTo(await posted(`${portal.home}/language`, form))).toBe(`303 ${portal.home}`)
      })
    // A tab that was left open, and another choice made meanwhile.
    await choose(portal, { language: 'de' })
    const stale = await formOn('en')
    expect(stale).toEqual({ page: portal.home, shown: 'de', language: 'de' })
    await choose(portal, { language: 'fr', shown: 'de' })
    await changingNothing(() => posted(`${portal.home}/language`, stale))
    expect(await localeOf(portal)).toBe('fr-US')
  })

  test('changes nothing where it names no language, or the one that is kept', async () => {
    const portal = await aPortal(undefined, { locale: 'en-CA' })
    for (const fields of [{ language: 'en' }, { language: 'nonsense' }, { language: '__proto__' }, {}])
      await changingNothing(async () => {
        expect(ledTo(await choose(portal, fields as Fields))).toBe(`303 ${portal.home}`)
      })
  })

  test('keeps a language that the browser asked for already: mail can’t know that', async () => {
    const portal = await aPortal()
    const headers = { 'accept-language': 'de-AT', 'sec-fetch-site': 'same-origin' }
    await posted(`${portal.home}/language`, { language: 'de', shown: '', page: portal.home }, env, headers)
    expect(await localeOf(portal)).toBe('de-AT')
  })

  test('leads back to the place in a list', async () => {
    const portal = await aPortal()
    const place = `${portal.home}/history/accepted?from=abc-1`
    const html = await (await open(place)).text()
    expect(html).toContain(`name="page" value="${place}"`)
    expect(ledTo(await choose(portal, { language: 'de', page: place }))).toBe(`303 ${place}`)
  })

  test('a locale whose language nobody speaks here is no choice: the browser’s is spoken, and can be chosen, for mail too', async () => {
    const portal = await aPortal(undefined, { locale: 'it-CH' })
    const html = await (await request(portal.home, { headers: { 'accept-language': 'de' } })).text()
    expect(html).toContain('<html lang="de"')
    expect(html).toContain('name="shown" value=""')
    const headers = { 'accept-language': 'de', 'sec-fetch-site': 'same-origin' }
    const form = { language: 'de', shown: '', page: portal.home }
    await posted(`${portal.home}/language`, form, env, headers)
    expect(await localeOf(portal)).toBe('de-CH')
    expect(await spokenOn(portal.home, 'en')).toBe('de')
    expect((await mailOf('quote_sent'))?.subject).toMatch(/^Ihr Angebot/)
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
    '{home}/../../verify',
    '{home}/./..',
    '{home}/quotes?x=1',
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

test('a refusal speaks the client’s language, too', async () => {
  const portal = await aPortal(undefined, { locale: 'de-DE' })
  for (const [fields, headers, status] of [
    [{}, { 'sec-fetch-site': 'cross-site', 'accept-language': 'en' }, 403],
    [{ note: 'x'.repeat(70_000) }, { 'sec-fetch-site': 'same-origin', 'accept-language': 'en' }, 413],
  ] as const) {
    const answer = await posted(`${portal.home}/quotes/${portal.quote}/rejection`, fields, env, headers)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain('<html lang="de"')
  }
})

test('what a quote’s invoice says of its part of it is in the client’s language', async () => {
  const portal = await aPortal(undefined, { locale: 'de-DE' })
  succeeded(await portal.business.api('POST', `/quotes/${portal.quote}/accept`))
  const { body } = succeeded(
    await portal.business.api('POST', `/quotes/${portal.quote}/invoices`, { percent: '12.5' }),
  )
  expect(body.lines[0].description).toMatch(/^12,5\s% von Angebot Q-/)
})

test('who signs without a setting of its own gets the receipt, and all mail from then on, in the language that it signed in', async () => {
  const portal = await aPortal()
  const at = `${portal.home}/quotes/${portal.quote}`
  const headers = { 'accept-language': 'fr-CA,fr;q=0.9', 'sec-fetch-site': 'same-origin' }
  const form = { signature: 'Dana Whitfield', consent: 'on', content_hash: await hashOn(at) }
  const answer = await posted(`${at}/acceptance`, form, env, headers)
  expect(ledTo(answer)).toBe(`303 ${at}/receipt`)
  expect(await localeOf(portal)).toBe('fr-CA')
  expect((await mailOf('receipt'))?.text).toMatch(/^Bonjour Dana Whitfield/)
  expect((await mailOf('quote_accepted'))?.text).toContain('Good news')
  expect(await trail()).toEqual([{ details: '{"locale":"fr-CA"}' }])
})

test('who signs under a locale whose language nobody speaks here gets the receipt as it signed, figures in its own region', async () => {
  const portal = await aPortal(undefined, { locale: 'it-CH' })
  const at = `${portal.home}/quotes/${portal.quote}`
  const headers = { 'accept-language': 'de-DE', 'sec-fetch-site': 'same-origin' }
  const form = { signature: 'Dana Whitfield', consent: 'on', content_hash: await hashOn(at) }
  await posted(`${at}/acceptance`, form, env, headers)
  expect(await localeOf(portal)).toBe('de-CH')
  expect((await mailOf('receipt'))?.text).toMatch(/^Guten Tag Dana Whitfield/)
})

test('a signature in the business’s language, or under a setting of the client’s own, sets nothing', async () => {
  for (const [business, more, languages] of [
    ['en-GB', {}, 'en-GB'],
    ['en-US', {}, 'en-GB'],
    ['it-IT', {}, 'en-GB'],
    ['en-GB', {}, 'ja'],
    ['en-GB', { locale: 'de-DE' }, 'fr-FR'],
    ['de-DE', { locale: 'en-US' }, 'de-DE'],
  ] as const) {
    const portal = await aPortal(await aBusiness({ locale: business }), more)
    const at = `${portal.home}/quotes/${portal.quote}`
    const form = { signature: 'Dana Whitfield', consent: 'on', content_hash: await hashOn(at) }
    await posted(`${at}/acceptance`, form, env, { 'accept-language': languages })
    expect(await localeOf(portal)).toBe('locale' in more ? more.locale : null)
  }
  expect(await trail()).toEqual([])
})
