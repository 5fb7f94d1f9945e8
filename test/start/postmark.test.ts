// The stand-in for Postmark started alone, as a process that can be killed: what was accepted before is not forgotten.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ServerClient } from 'postmark'
import { afterAll, expect, test } from 'vitest'
import { inProject, projectNode } from '../../scripts/lib/paths.mjs'
import { openPostmark } from '../support/postmark/client.ts'

const folder = mkdtempSync(join(tmpdir(), 'semaquote-postmark-'))
const started: ChildProcess[] = []
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Starts it and waits until it listens. */
async function start(port: string, ...more: string[]) {
  const file = inProject('test', 'support', 'postmark', 'serve.ts')
  const child = spawn(projectNode(), [file, '--port', port, '--journal', join(folder, 'journal'), ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.push(child)
  const [line] = await once(child.stdout, 'data')
  const host = /http:\/\/(\S+)/.exec(String(line))?.[1] ?? ''
  return { child, host, port: host.split(':')[1] ?? '' }
}

const clientOf = (host: string, token: string) =>
  new ServerClient(token, { requestHost: host, useHttps: false, timeout: 10 })
const message = { From: 'portal@mail.example', To: 'dana@example.com', TextBody: 'Hello', Subject: 'Hi' }

test('killed and started again: nobody answers meanwhile, then it knows its tokens and messages', async () => {
  const first = await start('0', '--token', 'fixed')
  const { token } = await openPostmark({ host: first.host, inactive: ['gone@example.com'] })
  const client = clientOf(first.host, token)
  const { MessageID } = await client.sendEmail({ ...message, Metadata: { outbox: 'msg_1' } })
  await clientOf(first.host, 'fixed').sendEmail(message)

  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  await expect(client.sendEmail(message)).rejects.toMatchObject({ code: 0, statusCode: 0 })

  await start(first.port, '--token', 'fixed')
  const found = await client.getOutboundMessages({ count: 10, offset: 0, metadata_outbox: 'msg_1' })
  expect(found.Messages.map(one => one.MessageID)).toEqual([MessageID])
  expect(await client.sendEmail(message)).toMatchObject({ ErrorCode: 0 })
  await expect(client.sendEmail({ ...message, To: 'gone@example.com' })).rejects.toMatchObject({ code: 406 })
  expect((await client.getOutboundMessages()).TotalCount).toBe(2)
  expect((await clientOf(first.host, 'fixed').getOutboundMessages()).TotalCount).toBe(1)
})

test('the run’s own serves node as it serves workerd', async () => {
  const { host, token, accepted } = await openPostmark({ plan: { '/email': ['lost'] } })
  await expect(clientOf(host, token).sendEmail(message)).rejects.toMatchObject({ code: 0, statusCode: 0 })
  expect(await accepted()).toMatchObject([{ order: 1, message }])
})
