// Before each test: empty storage, every migration applied, as on a new deployment.
import { type D1Migration, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach } from 'vitest'

/** On a busy machine the platform's reset now and then leaves the database of the test before: then it is done again. */
const TRIES = 5

beforeEach(async () => {
  for (let left = TRIES; left > 0; left--) {
    if (await isFresh()) return
    await reset()
    await migrate()
  }
  if (!(await isFresh())) throw new Error('The storage of the test before could not be emptied.')
})

const migrations = (env as { TEST_MIGRATIONS?: D1Migration[] }).TEST_MIGRATIONS ?? []

/** Everything hangs on a business, and none is ever deleted: without one, nothing was written since the migrations. */
async function isFresh(): Promise<boolean> {
  const query = 'select (select count(*) from d1_migrations) applied, exists (select 1 from businesses) used'
  const found = await env.DB.prepare(query)
    .first<{ applied: number; used: number }>()
    .catch(() => null)
  return found?.applied === migrations.length && found.used === 0
}

/** What `applyD1Migrations` does, in one batch: a test has nothing to resume. */
async function migrate(): Promise<void> {
  const table =
    'create table d1_migrations (id integer primary key autoincrement, name text unique, applied_at text)'
  const applied = migrations.flatMap(({ name, queries }) => [
    ...queries.map(query => env.DB.prepare(query)),
    env.DB.prepare('insert into d1_migrations (name, applied_at) values (?, ?)').bind(name, 'now'),
  ])
  await env.DB.batch([env.DB.prepare(table), ...applied])
}
