// Before each test: empty storage, every migration applied, as on a new deployment.
import { applyD1Migrations, type D1Migration, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach } from 'vitest'

/** On a busy machine the platform's reset now and then leaves the database of the test before: then it is done again. */
const TRIES = 5

beforeEach(async () => {
  for (let left = TRIES; left > 0; left--) {
    await reset()
    await applyD1Migrations(env.DB, (env as { TEST_MIGRATIONS?: D1Migration[] }).TEST_MIGRATIONS ?? [])
    if ((await env.DB.prepare('select 1 from businesses limit 1').first()) === null) return
  }
  throw new Error('The storage of the test before could not be emptied.')
})
