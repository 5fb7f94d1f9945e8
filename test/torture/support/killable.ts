// The built Worker on a database that outlives it, in a process that can be killed: fills the outbox, runs the job minute
// by minute until nothing is due, and prints what became of the messages. `node killable.ts '<Settings as JSON>'`.
import { modulesIn, platform } from '../../start/support/built.ts'

export type Settings = {
  /** The folder of the bundle, and the one in which wrangler keeps its local state. */
  bundle: string
  state: string
  /** Vars and secrets. */
  vars: Record<string, string>
  /** The job's clock at the first run (UTC milliseconds), and how many messages are put into the outbox before it. */
  from: number
  fill: number
}

const given = JSON.parse(process.argv[2] ?? '') as Settings
const miniflare = platform(modulesIn(given.bundle), given.vars, given.state)

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
