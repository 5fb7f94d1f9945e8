// The mailbox of development: what is attached to a message can be taken from there.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { Env } from '../../src/core/env.ts'
import { mailbox } from '../../src/dev/mailbox.tsx'
import { mailOf, outbox, signs } from '../support/mails.ts'
import { aPortal } from '../support/portal.ts'
import { asks } from '../support/recovery.ts'
import { textOf } from '../support/world.ts'

const local: Env = { ...env, BASE_URL: 'http://127.0.0.1:8787', MAIL_TRANSPORT: 'mailbox' }
const visit = (path: string) => mailbox.request(path, {}, local)

async function idOf(kind: string): Promise<string> {
  return (await outbox()).find(one => one.kind === kind)?.id ?? ''
}

test('a message with evidence offers its file with name and size, and hands it out as it was made', async () => {
  await signs(await aPortal())
  const path = `/mailbox/${await idOf('receipt')}`
  const file = (await mailOf('receipt'))?.attachments[0]
  const size = (new TextEncoder().encode(file?.text).length / 1000).toFixed(1)
  expect(await textOf(await visit(path))).toContain(`Attached: ${file?.name} (${size} KB)`)
  expect(await (await visit(path)).text()).toContain(`href="${path}/attachments/0"`)
  const download = await visit(`${path}/attachments/0`)
  expect(download.status).toBe(200)
  expect(download.headers.get('content-type')).toBe('application/json')
  expect(download.headers.get('content-disposition')).toBe(`attachment; filename="${file?.name}"`)
  expect(await download.text()).toBe(file?.text)
})

test('what is not attached is not found', async () => {
  await signs(await aPortal())
  const [receipt, sent] = [await idOf('receipt'), await idOf('quote_sent')]
  const paths = [`${receipt}/attachments/2`, `${receipt}/attachments/x`, `${receipt}/attachments/length`]
  for (const path of [...paths, `${sent}/attachments/0`, 'msg_0/attachments/0'])
    expect((await visit(`/mailbox/${path}`)).status, path).toBe(404)
  expect(await textOf(await visit(`/mailbox/${sent}`))).not.toContain('Attached')
})

test('the list shows every message of an answer', async () => {
  await signs(await aPortal())
  const list = await textOf(await visit('/mailbox'))
  expect(list).toContain('You accepted New roof')
  expect(list).toContain('Dana Whitfield accepted quote')
})

test('who has asked for their link finds it there at once', async () => {
  const { home } = await aPortal()
  await asks('dana@example.com')
  expect(await textOf(await visit('/mailbox'))).toContain('Your link from Harbor Roofing')
  const mail = await textOf(await visit(`/mailbox/${await idOf('link_again')}`))
  expect(mail).toContain('To dana@example.com')
  expect(mail).toContain(home)
})
