// What a signature’s evidence says of the link: where it was mailed, when, and when the business itself looked it up; and
// of the locale.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { configOf } from '../../src/core/config.ts'
import { deliverDue } from '../../src/delivery.ts'
import { type MessageState, messageStates } from '../../src/mail/tables.ts'
import { type Asked, accept, acceptance, asked } from '../support/answers.ts'
import { mailOf } from '../support/mails.ts'
import { posted, rotated, tokenIn } from '../support/portal.ts'
import { aBusiness, aClient, aSentQuote, open, request, succeeded, textOf } from '../support/world.ts'

const START = Date.parse('2026-06-15T12:00:00Z')
const MINUTE = 60_000

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Delivers what waits, at this moment, as a deployment with a mailbox does. */
async function delivered() {
  const config = configOf(env)
  await deliverDue({
    db: env.DB,
    config: { ...config, mail: { ...config.mail, transport: 'mailbox' } },
    now: Date.now(),
  })
}

const at = (minutes: number) => new Date(START + minutes * MINUTE).toISOString()
const moveTo = (minutes: number) => vi.setSystemTime(START + minutes * MINUTE)

const recordOf = async (one: Pick<Asked, 'at'>) =>
  JSON.parse(await (await request(`${one.at}/receipt.json`)).text()).record

test('it says to which addresses the link was mailed, when first and last, and how often: of what has left', async () => {
  const one = await asked({ client: { cc: ['sam@example.com'] } })
  moveTo(5)
  await delivered()
  succeeded(await one.business.api('PATCH', `/clients/${one.client}`, { email: 'new@example.com', cc: [] }))
  succeeded(await one.business.api('POST', `/clients/${one.client}/link/send`))
  moveTo(6)
  await delivered()
  moveTo(7)
  succeeded(await one.business.api('POST', `/clients/${one.client}/link/send`))
  moveTo(8)
  await delivered()
  succeeded(await one.business.api('PATCH', `/clients/${one.client}`, { email: 'never@example.com' }))
  succeeded(await one.business.api('POST', `/clients/${one.client}/link/send`))
  await accept(one)
  const { link } = await recordOf(one)
  expect(link.made_at).toBe(at(0))
  expect(link.id).toMatch(/^lnk_/)
  expect(link.mailed_to).toEqual([
    { address: 'dana@example.com', first_at: at(5), last_at: at(5), times: 1 },
    { address: 'new@example.com', first_at: at(6), last_at: at(8), times: 2 },
    { address: 'sam@example.com', first_at: at(5), last_at: at(5), times: 1 },
  ])
  const text = await textOf(await open(`${one.at}/receipt`))
  expect(text).toMatch(
    /new@example\.com , 2 times: first on Jun 15, 2026, 8:06.AM EDT, last on Jun 15, 2026, 8:08.AM EDT/,
  )
  expect(text).not.toContain('never@')
})

test('of a new link it says only what befell that one', async () => {
  const one = await asked()
  await delivered()
  moveTo(3)
  const home = await rotated(one)
  moveTo(4)
  const renewed = { ...one, home, at: `${home}/quotes/${one.quote}` }
  await accept(renewed)
  const { link } = await recordOf(renewed)
  expect(link).toMatchObject({ made_at: at(3), mailed_to: [], revealed_to_business_at: at(3) })
})

test('it says when the business last looked the link up, or that it never did', async () => {
  const business = await aBusiness()
  const client = await aClient(business)
  const quote = await aSentQuote(business, client)
  const url =
    /https:\/\/portal\.test(\/portal\/[^/\s]+)/.exec((await mailOf('quote_sent'))?.text ?? '')?.[1] ?? ''
  const one = { business, client, quote, home: url, token: tokenIn(url), at: `${url}/quotes/${quote}` }
  const { content_hash: hash } = (await business.api('GET', `/quotes/${quote}`)).body
  await accept({ ...one, hash })
  expect((await recordOf(one)).link.revealed_to_business_at).toBeNull()
  const other = await asked({ business })
  for (const minutes of [3, 9]) {
    moveTo(minutes)
    succeeded(await business.api('GET', `/clients/${other.client}/link`))
  }
  moveTo(12)
  await accept(other)
  expect((await recordOf(other)).link.revealed_to_business_at).toBe(at(9))
})

/** What became of the only mail with the link, and whether it is certain that it had left. */
const fates: Record<MessageState, boolean> = {
  ...{ queued: false, sending: false, sent: true, delivered: true, bounced: true, complained: true },
  ...{ suppressed: false, failed: false, unknown: false, cancelled: false },
}

test.each(messageStates)('of a mail that is %s it says “mailed” only where that is certain', async state => {
  const one = await asked()
  await env.DB.prepare('update messages set state = ?, ended_at = ? where link_id is not null')
    .bind(state, START + MINUTE)
    .run()
  await accept(one)
  const { link } = await recordOf(one)
  const certain = { address: 'dana@example.com', first_at: at(1), last_at: at(1), times: 1 }
  expect(link.mailed_to).toEqual(fates[state] ? [certain] : [])
  const text = await textOf(await open(`${one.at}/receipt`))
  if (fates[state]) expect(text).toContain('Link mailed to dana@example.com on Jun 15, 2026, 8:01')
  // What is not known to have left may have left all the same: nothing is denied.
  else expect(text).toContain('Link mailed to No mail with it is known to have left this portal.')
})

test('a link that the job makes after a rotation of all was shown to nobody at the business', async () => {
  const one = await asked()
  moveTo(3)
  succeeded(await one.business.api('POST', '/links/rotate'))
  const url =
    /https:\/\/portal\.test(\/portal\/[^/\s]+)/.exec((await mailOf('new_link'))?.text ?? '')?.[1] ?? ''
  const renewed = { ...one, home: url, at: `${url}/quotes/${one.quote}` }
  moveTo(4)
  expect((await accept(renewed)).status).toBe(303)
  expect((await recordOf(renewed)).link).toMatchObject({ revealed_to_business_at: null })
  expect(await textOf(await open(`${renewed.at}/receipt`))).toContain('Link last shown to the business Never')
})

test.each([
  ['the client’s', { locale: 'fr-FR' }, 'de-AT', 'fr-FR', 'fr', '300,00'],
  ['else the browser’s, where it is spoken', { locale: null }, 'ja,de-AT;q=0.5', 'de-AT', 'de', '300,00'],
  ['else the business’s', { locale: null }, 'ja', 'en-US', 'en', '$300.00'],
])(
  'its locale is %s; a form that doesn’t say which consent it showed means the one of that language',
  async (_, set, languages, locale, language, sum) => {
    const headers = { 'accept-language': languages, 'sec-fetch-site': 'same-origin' }
    const one = await asked({ client: { locale: 'es-ES' } })
    succeeded(await one.business.api('PATCH', `/clients/${one.client}`, set))
    await posted(`${one.at}/acceptance`, acceptance(one), env, headers)
    const { request: seen, signature } = await recordOf(one)
    expect(seen.locale).toBe(locale)
    expect(signature.consent.language).toBe(language)
    expect(await textOf(await request(`${one.at}/receipt`, { headers }))).toContain(sum)
  },
)

test('the consent is the one that the form showed, in whatever language the page is read by now', async () => {
  const one = await asked({ client: { locale: 'de-DE' } })
  const html = await (await open(one.at)).text()
  const [, consent_text = ''] = /name="consent_text" value="([^"]+)"/.exec(html) ?? []
  expect(consent_text).toBe('de-1')
  succeeded(await one.business.api('PATCH', `/clients/${one.client}`, { locale: 'es-ES' }))
  await posted(`${one.at}/acceptance`, acceptance(one, { consent_text }))
  const { consent } = (await recordOf(one)).signature
  expect(consent.language).toBe('de')
  const receipt = await (await open(`${one.at}/receipt`)).text()
  expect(receipt).toContain('<html lang="es">')
  for (const text of consent.texts) expect(receipt).toContain(`<li lang="de">${text}</li>`)
})

test('a box that was ticked beside other words comes back without its tick', async () => {
  const one = await asked()
  const mistaken = async (consent_text: string, languages: string) => {
    const form = acceptance(one, { signature: '', consent_text })
    const answer = await posted(`${one.at}/acceptance`, form, env, { 'accept-language': languages })
    expect(answer.status).toBe(422)
    return /<input[^>]*id="sign-consent"[^>]*>/.exec(await answer.text())?.[0]
  }
  expect(await mistaken('en-1', 'en')).toContain('checked')
  expect(await mistaken('de-1', 'de')).toContain('checked')
  expect(await mistaken('en-1', 'de')).not.toContain('checked')
})
