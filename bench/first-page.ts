// Measures what the first page of a fresh isolate costs, and its start: the Worker as it is deployed, on a platform of its
// own for each round, with a database that answers at once. `node first-page.ts FILE [MODULES]`: FILE holds what
// pages.bench.ts recorded, MODULES is the folder of a bundle, dist/ if left out. Linux: CPU time is read from /proc.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Miniflare } from 'miniflare'
import { type Module, modulesIn, platform } from '../test/start/support/built.ts'

const ROUNDS = 15
const LATER = 100

type Recorded = { path: string; answers: unknown[]; settings: Record<string, string> }
const [recordedFile = '', folder = join(import.meta.dirname, '../dist')] = process.argv.slice(2)
const { path, answers, settings }: Recorded = JSON.parse(readFileSync(recordedFile, 'utf8'))

const replay: Module = {
  path: 'replay.js',
  contents: `import worker from './index.js'
    const answers = ${JSON.stringify(answers)}
    const statement = { bind: () => statement }
    const DB = { prepare: () => statement, batch: async () => answers }
    const KV = { get: async () => null, put: async () => undefined }
    export default { fetch: (request, env, ctx) => worker.fetch(request, { ...env, DB, KV }, ctx) }`,
}
const empty: Module = { path: 'empty.js', contents: `export default { fetch: () => new Response('') }` }

/** Milliseconds of CPU that the runtime has used, all of its threads. */
const cpuOf = (pid: string): number =>
  readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => {
    const [nanoseconds] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')
    return sum + Number(nanoseconds) / 1e6
  }, 0)

const childrenOf = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')

type Costs = { start: number; first: number; later: number }

/** What a fresh process costs: until it is ready, for its first page, and for each one later. */
async function costs(modules: Module[]): Promise<Costs> {
  const before = new Set(childrenOf(process.pid))
  const worker = platform(modules, settings)
  await worker.ready
  const pid = childrenOf(process.pid).find(one => !before.has(one)) ?? ''
  const used = async (work: () => Promise<void>) => {
    await pause(200)
    const start = cpuOf(pid)
    await work()
    await pause(100)
    return cpuOf(pid) - start
  }
  await pause(200)
  const start = cpuOf(pid)
  const first = await used(() => get(worker))
  const later = await used(async () => {
    for (let count = 0; count < LATER; count++) await get(worker)
  })
  await worker.dispose()
  return { start, first, later: later / LATER }
}

async function get(worker: Miniflare): Promise<void> {
  const response = await worker.dispatchFetch(`http://portal${path}`)
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${response.status}: ${text}`)
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

// By turns with a Worker that does nothing: what that one costs is the platform's.
const rounds: Costs[] = []
for (let round = 0; round < ROUNDS; round++) {
  const nothing = await costs([empty])
  const ours = await costs([replay, ...modulesIn(folder)])
  const over = (part: keyof Costs) => ours[part] - nothing[part]
  rounds.push({ start: over('start'), first: over('first'), later: over('later') })
}
const report = (figure: string, part: keyof Costs, bar: string) => {
  const value = Number(median(rounds.map(one => one[part])).toPrecision(3))
  console.log(`FIGURE ${JSON.stringify({ figure, value, bar })}`)
}
report('CPU of the first page of a fresh isolate, ms', 'first', '≤ 8')
report('CPU of starting it, which no request pays, ms', 'start', '')
report('CPU of a later page there, ms', 'later', '')
