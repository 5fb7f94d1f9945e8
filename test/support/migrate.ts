// Before each test: empty storage, every migration applied, as on a new deployment.
import { type D1Migration, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach } from 'vitest'
import { storage } from './storage.ts'

/** On a busy machine the platform's reset now and then leaves the database of the test before: then it is done again. */
const TRIES = 5

beforeEach(async () => {
  if (storage.isKept()) return
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

type Statements = D1PreparedStatement[]

/** What the migrations have made, once they were run here: what they did on the way to it needs no repeating. */
let schema: Statements | undefined

/** Applies the migrations, as a deployment does, or makes what they made: half the time, at each of thousands of tests. */
async function migrate(): Promise<void> {
  await env.DB.batch(schema ?? applied())
  schema ??= await made()
}

/** What `applyD1Migrations` does, in one batch: a test has nothing to resume. */
function applied(): Statements {
  const table =
    'create table d1_migrations (id integer primary key autoincrement, name text unique, applied_at text)'
  const all = migrations.flatMap(({ name, queries }) => [
    ...queries.map(query => env.DB.prepare(query)),
    recorded(name),
  ])
  return [env.DB.prepare(table), ...all]
}

const recorded = (name: string) =>
  env.DB.prepare('insert into d1_migrations (name, applied_at) values (?, ?)').bind(name, 'now')

/** Everything in the database's own words, tables before what hangs on them; the triggers last, in their order. */
async function made(): Promise<Statements> {
  const { results } = await env.DB.prepare(
    `select sql from sqlite_master where sql is not null and name not glob 'sqlite_*' and name not glob '_cf_*'
     order by case type when 'table' then 0 when 'trigger' then 2 else 1 end, rowid`,
  ).all<{ sql: string }>()
  return [...results.map(({ sql }) => env.DB.prepare(sql)), ...migrations.map(({ name }) => recorded(name))]
}
