// The tasks of the README, pasted into a shell: every line of their blocks runs as it stands there, and does what it says.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { api, type Dev } from './dev.ts'
import { root, runScript } from './project.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const section = /^## Tasks\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? ''
const blocks = [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(match => match[1] ?? '')

/** The only values that a reader has to put in. */
const fillIn = (text: string, origin: string, key: string) =>
  text.replace('http://127.0.0.1:8787', origin).replace('sqk_…', key)

/** What each block prints, as JSON documents one after the other: `DELETE` prints nothing. */
function printedBy(script: string[]): string[][] {
  const mark = '=== next block ==='
  const text = `set -eu\n${script.join(`\necho; echo '${mark}'\n`)}`
  const { stdout, stderr, status } = spawnSync('bash', ['-c', text], { encoding: 'utf8' })
  expect([stderr, status]).toEqual(['', 0])
  return stdout.split(mark).map(part =>
    part
      .trim()
      .split(/(?<=\})(?=\{)/)
      .filter(Boolean),
  )
}

/** Registers their tests: one shell runs all blocks in turn, on a business of its own. */
export function tasksOfReadme(world: () => { folder: string; dev: Dev }): void {
  describe('the tasks of the README', () => {
    // biome-ignore lint/suspicious/noExplicitAny: the tests look at fields of many different answers
    let answers: any[][]
    let key: string
    const asked = (path: string) => api(world().dev.origin, key, 'GET', path).then(({ body }) => body)

    beforeAll(async () => {
      const { folder, dev } = world()
      const args = ['--business', 'Task & Sons', '--email', 'office@tasks.example']
      key = /^API key: (sqk_\w+)$/m.exec((await runScript(folder, 'key.mjs', args)).printed)?.[1] ?? ''
      const printed = printedBy(blocks.map(block => fillIn(block, dev.origin, key)))
      answers = printed.map(texts => texts.map(text => JSON.parse(text)))
    })

    test('are six blocks, the first of which prints nothing', () => {
      expect(answers.map(({ length }) => length)).toEqual([0, 1, 1, 1, 1, 2])
    })

    test('a first quote is sent, and its message written', async () => {
      const [quote] = answers[1] ?? []
      expect(quote).toMatchObject({ status: 'sent', title: 'New gutters', total: '505.75' })
      expect(await asked(`/quotes/${quote.id}`)).toMatchObject({ status: 'sent', number: quote.number })
      const { data } = await asked(`/messages?client_id=${quote.client_id}`)
      expect(data[0]).toMatchObject({ kind: 'quote_sent', recipients: ['sam@example.com'] })
      // Unless the next task, which ends the link, was quicker.
      expect(['sent', 'cancelled']).toContain(data[0].status)
    })

    test('the link is a new one, and was mailed; after the incident it is dead, and the next one opens', async () => {
      const [{ client_id: client }] = answers[1] ?? []
      const [{ url: rotated }] = answers[2] ?? []
      const [job] = answers[3] ?? []
      expect(job).toMatchObject({ kind: 'links_rotation', total: 1 })
      await expect.poll(async () => (await asked(`/jobs/${job.id}`)).status).toBe('done')
      const { url } = await asked(`/clients/${client}/link`)
      expect(url).not.toBe(rotated)
      expect([(await fetch(rotated)).status, (await fetch(url)).status]).toEqual([404, 200])
      const { data } = await asked(`/messages?client_id=${client}`)
      expect(data.filter(({ kind }: { kind: string }) => kind === 'new_link')).toHaveLength(2)
    })

    test('the incident is one business’s: the demo’s links go on', async () => {
      for (const portal of world().dev.portals) expect((await fetch(portal)).status).toBe(200)
    })

    test('the key of the program is listed by its name, and then revoked', async () => {
      const listed = ([page]: { data: object[] }[] = []) => page?.data
      const names = [{ name: 'First key' }, { name: 'Accounting', scopes: ['read'] }]
      const statuses = (last: string) => [{ status: 'active' }, { status: last }]
      expect(listed(answers[4])).toMatchObject(names)
      expect(listed(answers[4])).toMatchObject(statuses('active'))
      expect((await asked('/api-keys')).data).toMatchObject(statuses('revoked'))
      expect((await asked('/api-keys')).data[0].short_id).toBe(key.slice(0, 9))
    })

    test('the trail tells of the quote, and of all that the tasks did', () => {
      const [ofQuote, all] = (answers[5] ?? []).map(({ data }) =>
        data.map(({ action }: { action: string }) => action),
      )
      expect(ofQuote).toEqual(['quote.created', 'quote.sent'])
      expect(all).toEqual(
        expect.arrayContaining(['client.created', 'link.rotated', 'links.rotated', 'api_key.revoked']),
      )
    })
  })
}
