// The built Worker on a database that outlives it, in a process that can be killed: fills the outbox, runs the job minute
// by minute until nothing is due, and prints what became of the messages. `node killable.ts '<Settings as JSON>'`.
import { readFileSync } from 'node:fs'
import { parse } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'

export type Settings = {
  /** The bundle, and the folder in which wrangler keeps its local state. */
  script: string
  state: string
  database: string
  kv: string
  compatibilityDate: string
  /** Vars and secrets. */
  vars: Record<string, string>
  /** The job's clock at the first run (UTC milliseconds), and how many messages are put into the outbox before it. */
  from: number
  fill: number
}

const given = JSON.parse(process.argv[2] ?? '') as Settings
const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    modules: [
      { type: 'ESModule', path: parse(given.script).base, contents: readFileSync(given.script, 'utf8') },
    ],
    compatibilityDate: given.compatibilityDate,
    bindings: given.vars,
    d1Databases: { DB: given.database },
    kvNamespaces: { KV: given.kv },
    ratelimits: {
      API_LIMIT: { namespace_id: '1', simple: { limit: 600, period: 10 } },
      PUBLIC_LIMIT: { namespace_id: '2', simple: { limit: 60, period: 60 } },
    },
    resourcePersistencePath: given.state,
  } as never),
)

const db = await miniflare.getD1Database('DB')
const worker = await miniflare.getWorker()
const MINUTE = 60_000

const fill = `insert into messages (id, business_id, client_id, kind, event, recipients, link_id, created_at, due_at)
  with recursive counted (n) as (select 1 union all select n + 1 from counted where n < ?1)
  select 'msg_' || lower(hex(randomblob(13))), link.business_id, link.client_id, 'link_again',
    'filled ' || lower(hex(randomblob(13))), json_array(clients.email), link.id, ?2, ?2
  from counted, (select * from portal_links where died_at is null limit 1) as link
    join clients on clients.id = link.client_id`
if (given.fill > 0) await db.prepare(fill).bind(given.fill, given.from).run()
console.log('ready')

const next = `select min(due_at) as at from messages where state in ('queued', 'sending')`
for (let now = given.from; ; ) {
  const result = await worker.scheduled({ scheduledTime: new Date(now), cron: '* * * * *' })
  if (result.outcome !== 'ok') throw new Error(`The job ended with ${result.outcome}.`)
  const due = await db.prepare(next).first<number>('at')
  if (due === null) break
  now = Math.max(now + MINUTE, due)
}
const { results } = await db
  .prepare(`select id, state from messages where event glob 'filled *' order by id`)
  .all()
console.log(`states ${JSON.stringify(results)}`)
await miniflare.dispose()
