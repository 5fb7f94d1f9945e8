// The gallery of development holds every kind of message, and what holds of each of them: the same facts as text and as
// HTML, one button and one link, no picture, and nothing of a client's link in what goes to the business.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { configOf } from '../../src/core/config.ts'
import type { Env } from '../../src/core/env.ts'
import { drawnGallery } from '../../src/dev/letters.tsx'
import { mailbox } from '../../src/dev/mailbox.tsx'
import { NOW } from '../../src/dev/rows.ts'
import { variants } from '../../src/dev/variants.ts'
import { formatsFor } from '../../src/i18n/format.ts'
import { letterOf } from '../../src/letters.ts'
import { messageKinds } from '../../src/mail/tables.ts'
import { mailOf } from '../../src/mails.tsx'
import { expectHarmless } from '../support/harmless.ts'
import { hostileTexts } from '../support/hostile.ts'
import { textOf } from '../support/world.ts'

const config = configOf(env)
const formats = formatsFor('en-US')
const shown = await drawnGallery(config, 'en-US')
const local: Env = { ...env, BASE_URL: 'http://127.0.0.1:8787', MAIL_TRANSPORT: 'mailbox' }
const visit = (path: string) => mailbox.request(path, {}, local)

const toBusiness = ['quote_viewed', 'quote_accepted', 'quote_rejected', 'bounce_notice', 'chain_head']
const reminders = ['quote_expiring', 'invoice_due_soon', 'invoice_overdue']

/** The letter of a variant, with a link of its own. */
const letterAt = (at: number, home: string) => {
  const variant = variants[at]
  if (!variant) throw new Error(`no variant ${at}`)
  return letterOf(variant.row, { home: variant.home === null ? undefined : home, config, now: NOW, formats })
}

test('holds every kind of message, and each variant once', () => {
  expect(new Set(shown.map(({ row }) => row.kind))).toEqual(new Set(messageKinds))
  expect(new Set(shown.map(({ path }) => path)).size).toBe(shown.length)
})

test('is linked from the mailbox, and shows each message as HTML and as text', async () => {
  expect(await (await visit('/mailbox')).text()).toContain('href="/mailbox/gallery"')
  const list = await (await visit('/mailbox/gallery')).text()
  for (const { path, mail } of shown) {
    const at = `/mailbox/gallery/${path}`
    expect(list).toContain(`href="${at}"`)
    const there = mail.text.replaceAll('https://portal.test', local.BASE_URL)
    expect(await (await visit(`${at}/text?locale=en-US`)).text()).toBe(there)
    expect(await (await visit(`${at}/html?locale=en-US`)).text()).toContain(there.split('\n', 1)[0])
    expect(await textOf(await visit(at))).toContain(mail.from)
  }
  expect((await visit('/mailbox/gallery/quote_sent/nothing')).status).toBe(404)
})

test.each(shown.map((one, at) => [one.path, one, at] as const))(
  '%s says the same as text and as HTML',
  async (_, { mail }, at) => {
    const letter = letterAt(at, `https://portal.test${variants[at]?.home}`)
    if (!letter) throw new Error('no letter')
    const html = (await textOf(new Response(mail.html))).replace(/\s+/g, ' ')
    const said = [
      ...[letter.greeting, letter.heading, letter.after, letter.reason, ...letter.paragraphs],
      ...[letter.button?.text, letter.button?.url, letter.attached?.text, letter.attached?.url],
      ...letter.facts.flat(),
      ...(letter.quoted?.text.split('\n') ?? []),
    ].filter(part => typeof part === 'string')
    expect(said.length).toBeGreaterThan(3)
    for (const part of said) {
      expect(mail.text).toContain(part)
      expect(html).toContain(part.replace(/\s+/g, ' '))
    }
    for (const [label, value] of letter.facts) expect(mail.text.split('\n')).toContain(`${label}: ${value}`)
  },
)

test.each(shown.map(one => [one.path, one] as const))(
  '%s has a preview, one button where there is a link, the business’s details, a reason, and no picture',
  (_, { mail, row, home }) => {
    const { html } = mail
    expect(/<div style="display: none;[^>]*>(.{8,140}?)<\/div>/.exec(html)?.[1]).toBeTruthy()
    const isClients = !toBusiness.includes(row.kind) && home !== null
    expect(html.match(/mso-padding-alt/g)?.length ?? 0).toBe(isClients ? 1 : 0)
    if (isClients) expect(html).toMatch(/<a href="([^"]+)"[^>]*>\1<\/a>/)
    expect(html).toContain(row.businessEmail)
    expect(mail.text).toContain('You get this ')
    expect(html).not.toMatch(/<img|<picture|<svg|<video|<link|<script|<style|url\(|background=|srcset/i)
  },
)

test('each link of a client stands in its own mail alone, and none in a mail to the business', () => {
  for (const [at, { row }] of variants.entries()) {
    const home = `https://portal.test/portal/own${at}`
    const own = { home: toBusiness.includes(row.kind) ? home : letterAt(at, home)?.button && home, config }
    const mail = mailOf(row, { ...own, home: own.home ?? undefined, now: NOW, formats })
    const all = JSON.stringify(mail)
    const links = [...all.matchAll(/\/portal\/(\w+)/g)].map(([, token]) => token)
    const isClients = !toBusiness.includes(row.kind) && own.home
    expect([...new Set(links)], row.kind).toEqual(isClients ? [`own${at}`] : [])
  }
})

test('reminders alone say where reminders can be stopped, in words and in the headers of RFC 8058', () => {
  for (const { row, home, mail } of shown) {
    const stop = `https://portal.test${home}/reminders/stop`
    const isReminder = reminders.includes(row.kind)
    expect(mail.headers, row.kind).toEqual(
      isReminder
        ? [
            { name: 'List-Unsubscribe', value: `<${stop}>` },
            { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
          ]
        : [],
    )
    expect(mail.text.split('\n').includes(stop), row.kind).toBe(isReminder)
    expect(mail.html.includes(`href="${stop}"`), row.kind).toBe(isReminder)
  }
  expect(shown.filter(({ row }) => reminders.includes(row.kind)).length).toBeGreaterThan(6)
})

/** A text inside a row's JSON, where a person may have typed it. */
const typedIn = /^(name|title|number|reference|method|reason|recipient)$/
const replaced = (json: string | null, typed: string): string | null =>
  json && JSON.stringify(JSON.parse(json), (key, value) => (typedIn.test(key) && value ? typed : value))

test('whatever people typed, no header breaks, and no word becomes markup', () => {
  const ofEachKind = messageKinds.map(kind => variants.find(({ row }) => row.kind === kind))
  for (const [what, typed] of Object.entries(hostileTexts).filter(([, text]) => text.trim() !== ''))
    for (const variant of ofEachKind) {
      if (!variant) throw new Error('a kind has no variant')
      const { row, home, path } = variant
      const names = { businessName: typed, clientName: typed, signedName: typed, poNumber: typed }
      const about = { aboutTitle: row.aboutTitle && typed, clientPhone: typed, note: row.note && typed }
      const contents = {
        quoteContent: replaced(row.quoteContent, typed),
        invoiceContent: replaced(row.invoiceContent, typed),
        payment: replaced(row.payment, typed),
        aboutReport: replaced(row.aboutReport, typed),
      }
      const drawing = { home: home ? `https://portal.test${home}` : undefined, config, now: NOW, formats }
      const mail = mailOf({ ...row, ...names, ...about, ...contents }, drawing)
      expectHarmless(mail, `${path}, ${what}`, typed)
      expect(mail?.html.length, path).toBeGreaterThan(1000)
    }
})
