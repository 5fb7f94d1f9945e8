// The outbox goes out through Postmark: the real client package, the stand-in's protocol on the wire.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { everyMinute } from '../../src/cron.ts'
import { accept, asked } from '../support/answers.ts'
import { portalLinksIn } from '../support/mails.ts'
import { aPostOffice, storedMessages, theMessage, workerRequest } from '../support/sending.ts'
import { aBusiness, aClient, aSentQuote, portalOf } from '../support/world.ts'

const LATER = Date.now() + 60_000

test('a mail as it leaves: in the business’s name, to all of the client’s addresses, with no tracking', async () => {
  const office = await aPostOffice()
  const business = await aBusiness()
  const client = await aClient(business, { cc: ['sam@example.com', 'books@example.com'] })
  const quote = await aSentQuote(business, client)
  const home = await portalOf(business, client)
  await office.run(LATER)

  const [accepted, ...others] = await office.accepted()
  expect(others).toEqual([])
  const sent = accepted?.message
  const { id, round } = await theMessage()
  expect(sent).toMatchObject({
    From: '"Harbor Roofing" <portal@mail.test>',
    ReplyTo: '"Harbor Roofing" <office@harbor.example>',
    To: 'dana@example.com, sam@example.com, books@example.com',
    MessageStream: 'outbound',
    TrackOpens: false,
    TrackLinks: 'None',
    Metadata: { message: id, sending: `${id}-${round}` },
  })
  const link = `https://portal.test${home}/quotes/${quote}`
  for (const body of [sent?.HtmlBody, sent?.TextBody]) {
    expect(portalLinksIn(body ?? '')).toEqual([link])
  }
  expect(await theMessage()).toMatchObject({
    ...{
      state: 'sent',
      ended_at: expect.any(Number),
      attempts: 1,
      doubt: 0,
      problem: null,
      postmark_id: accepted?.id,
    },
  })
})

test('what a client signed is attached, for the client and for the business', async () => {
  const office = await aPostOffice()
  await accept(await asked())
  await office.run(LATER)
  const attached = (await office.accepted()).map(({ message }) => [
    message.To,
    ...(message.Attachments ?? []).map(({ Name, Content }) => [Name, atob(Content).slice(0, 1)]),
  ])
  attached.sort()
  const evidence = [expect.stringMatching(/\.json$/), '{']
  const files = [evidence, ['public-keys.json', '{']]
  expect(attached).toEqual([
    ['dana@example.com'],
    ['dana@example.com', ...files],
    ['office@harbor.example'],
    ['office@harbor.example', ...files],
  ])
})

test('what is not due yet waits', async () => {
  const office = await aPostOffice()
  const business = await aBusiness()
  await aSentQuote(business, await aClient(business))
  const { due_at } = await theMessage()
  // The run's own clock goes on while it runs.
  await office.run(due_at - 60_000)
  expect(await office.requests()).toEqual([])
  await office.run(due_at)
  expect(await office.accepted()).toHaveLength(1)
})

test('sent right after the answer: by the API, without waiting for the job', async () => {
  const office = await aPostOffice()
  const business = await aBusiness()
  const client = await aClient(business)
  await aSentQuote(business, client)
  const headers = { authorization: `Bearer ${business.key}` }
  const url = `https://portal.test/api/v1/clients/${client}/link/send`
  const response = await workerRequest(new Request(url, { method: 'POST', headers }), office.bindings)
  expect(response.status).toBe(202)
  expect(await office.accepted()).toHaveLength(2)
})

test('a GET, and a request that was refused, send nothing', async () => {
  const office = await aPostOffice()
  const business = await aBusiness()
  const client = await aClient(business)
  await aSentQuote(business, client)
  const url = (path: string) => `https://portal.test${path}`
  await workerRequest(new Request(url(await portalOf(business, client))), office.bindings)
  const refused = new Request(url('/api/v1/clients'), { method: 'POST' })
  expect((await workerRequest(refused, office.bindings)).status).toBe(401)
  expect(await office.requests()).toEqual([])
})

test('the job delivers what is due, in one request to Postmark', async () => {
  const office = await aPostOffice()
  const business = await aBusiness()
  for (const name of ['Ann', 'Ben', 'Cal'])
    await aSentQuote(business, await aClient(business, { email: `${name}@example.com` }))
  await everyMinute(office.bindings, LATER)
  expect((await office.requests()).map(({ route, messages }) => [route, messages])).toEqual([
    ['/email/batch', 3],
  ])
  expect((await storedMessages()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
})

test('one that can’t be drawn holds up no other: it is tried later, and says so', async () => {
  const office = await aPostOffice()
  const business = await aBusiness()
  const client = await aClient(business)
  await aSentQuote(business, client)
  await aSentQuote(business, client)
  await env.DB.prepare(`update portal_links set sealed = 'k9:AAAA'`).run()
  const other = await aClient(business, { email: 'eve@example.com' })
  await aSentQuote(business, other)
  await office.run(LATER)
  expect((await office.accepted()).map(({ message }) => message.To)).toEqual(['eve@example.com'])
  expect((await storedMessages()).map(({ state, problem }) => `${state} ${problem}`)).toEqual([
    ...['queued not_composed', 'queued not_composed', 'sent null'],
  ])
})
