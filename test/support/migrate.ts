// Before each test: empty storage, every migration applied, as on a new deployment.
import { type D1Migration, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach } from 'vitest'
import { emptied, tablesWithRows } from './empty.ts'
import { type Made, storage } from './storage.ts'

/** On a busy machine the platform's reset now and then leaves the database of the test before: then it is done again. */
const TRIES = 5

beforeEach(async () => {
  storage.startsOver = startOver
  if (!storage.isKept()) await startOver()
})

async function startOver(): Promise<void> {
  storage.worlds = []
  if (storage.schema && (await emptied(migrations.length))) return
  for (let left = TRIES; left > 0; left--) {
    await reset()
    await migrate()
    if ((await tablesWithRows(migrations.length))?.length === 0) return
  }
  throw new Error('The storage of the test before could not be emptied.')
}

const migrations = (env as { TEST_MIGRATIONS?: D1Migration[] }).TEST_MIGRATIONS ?? []

type Statements = D1PreparedStatement[]

/** Applies the migrations, as a deployment does, or makes what they made: half the time, wherever the database is lost. */
async function migrate(): Promise<void> {
  await env.DB.batch(storage.schema ? again(storage.schema) : applied())
  storage.schema ??= await made()
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

const again = (all: Made[]): Statements => [
  ...all.map(({ sql }) => env.DB.prepare(sql)),
  ...migrations.map(({ name }) => recorded(name)),
]

/** Everything in the database's own words, tables before what hangs on them; the triggers last, in their order. */
async function made(): Promise<Made[]> {
  const { results } = await env.DB.prepare(
    `select type, name, tbl_name on_table, sql from sqlite_master
     where sql is not null and name not glob 'sqlite_*' and name not glob '_cf_*'
     order by case type when 'table' then 0 when 'trigger' then 2 else 1 end, rowid`,
  ).all<Made>()
  return results
}
