// While `npm run dev` runs: the commands beside it, and the tasks of the README, as they stand there.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandsBesideDev } from './support/commands.ts'
import { api, type Dev, startDev } from './support/dev.ts'
import { loadedClone } from './support/loaded.ts'
import { remove } from './support/project.ts'
import { tasksOfReadme } from './support/tasks.ts'

let folder: string
let dev: Dev

beforeAll(async () => {
  folder = await loadedClone()
  dev = await startDev(folder)
})
afterAll(async () => {
  await dev?.stop()
  remove(folder)
})

commandsBesideDev(() => ({ folder, dev }))
tasksOfReadme(() => ({ folder, dev }))

test('the minute’s job runs by hand: who asked for a link has it in the mailbox', async () => {
  const { body: clients } = await api(dev.origin, dev.key, 'GET', '/clients?limit=1')
  const [{ id, email }] = clients.data
  const asked = { method: 'POST', body: new URLSearchParams({ email }), redirect: 'manual' } as const
  expect((await fetch(`${dev.origin}/portal`, asked)).status).toBe(303)
  expect((await fetch(`${dev.origin}/cdn-cgi/handler/scheduled?cron=*+*+*+*+*`)).status).toBe(200)
  const { body: messages } = await api(dev.origin, dev.key, 'GET', `/messages?client_id=${id}&limit=100`)
  const again = messages.data.filter((one: { kind: string }) => one.kind === 'link_again')
  expect(again).toMatchObject([{ status: 'sent', recipients: [email] }])
})
