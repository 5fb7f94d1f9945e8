// When a business reminds, through the API: its defaults, a change of all of it at once, and what is refused.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { aBusiness } from '../support/world.ts'

const byDefault = {
  enabled: true,
  quote_days_before: [3],
  invoice_days_before: [3],
  invoice_days_after: [1, 7, 14],
}

const roundOf = (id: string) =>
  env.DB.prepare('select due_at from reminder_rounds where business_id = ?').bind(id).first('due_at')

test('a new business reminds by the defaults, which GET /business shows', async () => {
  const { api } = await aBusiness()
  expect((await api('GET', '/business')).body.reminders).toEqual(byDefault)
})

test('PATCH takes all of it, gives it back as it was sent, and has the job look anew', async () => {
  const { id, api } = await aBusiness()
  await env.DB.prepare('update reminder_rounds set due_at = 7').run()
  expect((await api('PATCH', '/business', { phone: '+1 207 555 0100' })).body.reminders).toEqual(byDefault)
  expect(await roundOf(id)).toBe(7)
  const reminders = {
    ...{ enabled: false, quote_days_before: [10, 1, 5, 60, 2], invoice_days_before: [] },
    invoice_days_after: [30],
  }
  const changed = await api('PATCH', '/business', { reminders })
  expect([changed.status, changed.body.reminders]).toEqual([200, reminders])
  expect((await api('GET', '/business')).body.reminders).toEqual(reminders)
  expect(await roundOf(id)).toBe(0)
  const { body } = await api('GET', '/audit')
  expect(body.data.at(-1)).toMatchObject({ action: 'business.updated', details: { fields: 'reminders' } })
})

describe('is refused, naming the field', () => {
  const refused: [what: string, reminders: unknown, pointer: string][] = [
    ['null', null, '/reminders'],
    ['only a part', { enabled: true }, '/reminders/quote_days_before'],
    ['a field too many', { ...byDefault, sms: true }, '/reminders/sms'],
    ['a word for a switch', { ...byDefault, enabled: 'yes' }, '/reminders/enabled'],
    ['no list', { ...byDefault, quote_days_before: 3 }, '/reminders/quote_days_before'],
    ['six steps', { ...byDefault, invoice_days_after: [1, 2, 3, 4, 5, 6] }, '/reminders/invoice_days_after'],
    ['a step twice', { ...byDefault, invoice_days_before: [3, 3] }, '/reminders/invoice_days_before'],
    ['the day itself', { ...byDefault, invoice_days_after: [0] }, '/reminders/invoice_days_after/0'],
    ['61 days', { ...byDefault, quote_days_before: [3, 61] }, '/reminders/quote_days_before/1'],
    ['half a day', { ...byDefault, quote_days_before: [1.5] }, '/reminders/quote_days_before/0'],
    ['a day as text', { ...byDefault, quote_days_before: ['3'] }, '/reminders/quote_days_before/0'],
    ['a negative day', { ...byDefault, quote_days_before: [-3] }, '/reminders/quote_days_before/0'],
  ]

  test.each(refused)('%s', async (_, reminders, pointer) => {
    const { api } = await aBusiness()
    const { status, body } = await api('PATCH', '/business', { reminders })
    expect([status, body.errors[0].pointer]).toEqual([422, pointer])
    expect((await api('GET', '/business')).body.reminders).toEqual(byDefault)
  })
})
