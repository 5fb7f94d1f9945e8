// A frozen revision whose content no longer has the hash that it was sent with, as only somebody at the database can
// bring about: nobody's answer to it is recorded or signed. It is a fault of ours, and what is logged says nothing of it.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Asked, accept, asked, changingNothing, decline } from '../../support/answers.ts'
import { textOf } from '../../support/world.ts'

let logged: string[] = []

beforeEach(() => {
  logged = []
  vi.spyOn(console, 'error').mockImplementation(line => void logged.push(line))
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** Writes another content below the old hash; whoever does that takes the trigger away, and may put it back. */
async function altered({ quote }: Asked, set: string): Promise<void> {
  const name = 'quote_revisions_never_change'
  const trigger = await env.DB.prepare('select sql from sqlite_master where name = ?').bind(name).first('sql')
  await env.DB.batch([
    env.DB.prepare(`drop trigger ${name}`),
    env.DB.prepare(`update quote_revisions set content = ${set} where quote_id = ?`).bind(quote),
    env.DB.prepare(String(trigger)),
  ])
}

const alterations: [string, string][] = [
  ['another total', `json_set(content, '$.total', '1.00')`],
  ['another line', `json_set(content, '$.lines[0].description', 'Canary work')`],
  ['another name of the client', `json_set(content, '$.client.name', 'Canary')`],
  ['a word more', `json_set(content, '$.canary', 'x')`],
  ['a word less', `json_remove(content, '$.terms')`],
  ['the same words in other bytes', `replace(content, '{"business"', '{ "business"')`],
  ['a key said twice', `replace(content, '"total":"300.00","', '"total":"1.00","total":"300.00","')`],
]

const answers: [string, (one: Asked) => Promise<Response>][] = [
  ['an acceptance', accept],
  ['a decline', decline],
]

test.each(alterations)(
  '%s: every answer is refused as a fault of ours, and changes nothing',
  async (_, set) => {
    const one = await asked()
    await altered(one, set)
    for (const [what, answer] of answers) {
      const response = await changingNothing(() => answer(one), what)
      expect(response.status, what).toBe(500)
      expect(await textOf(response), what).toContain('Something went wrong on our side')
    }
    const byBusiness = await changingNothing(() =>
      one.business.api('POST', `/quotes/${one.quote}/accept`, {}),
    )
    expect([byBusiness.status, byBusiness.body.code]).toEqual([500, 'internal'])
    expect(logged).toHaveLength(3)
    for (const line of logged) {
      expect(line).toContain('no longer has its hash')
      for (const secret of [one.token, one.hash, one.quote, 'Dana', 'Canary', '300.00'])
        expect(line).not.toContain(secret)
    }
  },
)

test('a content with another hash beside it is no other quote: the form that names the new hash is refused alike', async () => {
  const one = await asked()
  const hash = 'f'.repeat(64)
  await altered(one, `content, content_hash = '${hash}'`)
  for (const [, answer] of answers)
    expect((await changingNothing(() => answer({ ...one, hash }))).status).toBe(500)
})

test('an answer that was recorded before is found, whatever the content has become', async () => {
  const one = await asked()
  expect((await accept(one)).status).toBe(303)
  await altered(one, `json_set(content, '$.total', '1.00')`)
  expect((await accept(one)).status).toBe(303)
})
