// A constraint that fails and is nobody's rule is a fault of ours: 500 and a line in the log that names it, soon, rather
// than 503 and an invitation to try what can't succeed.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accept, asked, changingNothing, decline } from '../../support/answers.ts'
import { textOf } from '../../support/world.ts'

let logged: string[] = []

beforeEach(async () => {
  logged = []
  vi.spyOn(console, 'error').mockImplementation(line => void logged.push(line))
  await env.DB.prepare(
    `create trigger if not exists broken before insert on quote_decisions begin
       insert into number_counters (business_id, kind, year, last, previous) values (NEW.business_id, 'quote', 1, 1, 0);
     end`,
  ).run()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await env.DB.prepare('drop trigger broken').run()
})

test('an answer ends as a fault of ours, and nothing of it is recorded', async () => {
  const one = await asked()
  for (const answer of [accept, decline]) {
    const response = await changingNothing(() => answer(one))
    expect(response.status).toBe(500)
    expect(await textOf(response)).toContain('Something went wrong on our side')
  }
  const byBusiness = await changingNothing(() => one.business.api('POST', `/quotes/${one.quote}/accept`, {}))
  expect([byBusiness.status, byBusiness.body.code]).toEqual([500, 'internal'])
  expect(logged).toHaveLength(3)
  for (const line of logged) {
    expect(line).toContain('CHECK constraint failed: year')
    for (const secret of [one.token, one.hash, one.quote, one.business.id, 'Dana'])
      expect(line).not.toContain(secret)
  }
})
