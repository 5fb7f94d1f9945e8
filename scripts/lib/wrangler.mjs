// Runs wrangler: SQL on the local database or a deployment's. Never asks a question.
import { readFileSync } from 'node:fs'
import { run } from './children.mjs'
import { inProject, projectNode, root, tool } from './paths.mjs'
import { redact } from './redact.mjs'
import { Stop } from './stop.mjs'

export const wranglerScript = tool('wrangler/bin/wrangler.js')

/** Without CI=1 wrangler might ask; colours only where a person looks. What node has compiled of it is kept: it is large. */
export const wranglerEnv = () => ({
  NODE_COMPILE_CACHE: inProject('node_modules', '.cache', 'node'),
  ...process.env,
  CI: '1',
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }),
})

/**
 * Runs a command of wrangler to its end.
 * @param {string[]} args
 */
export const wrangler = args =>
  run(projectNode(), [wranglerScript, ...args], { cwd: root, env: wranglerEnv() })

/**
 * Runs SQL as one transaction, on the local database or the deployment's, and answers the rows of each statement.
 * @param {string} sql
 * @param {{ remote?: boolean }} [where]
 * @returns {Promise<Record<string, unknown>[][]>}
 */
export async function executeSql(sql, { remote = false } = {}) {
  if (remote) assertDeploymentIsNamed()
  const { stdout, stderr } = await wrangler([
    'd1',
    'execute',
    'DB',
    remote ? '--remote' : '--local',
    '--command',
    sql,
    '--json',
    '--yes',
  ])
  const answer = parse(stdout)
  if (Array.isArray(answer)) return answer.map(({ results }) => results ?? [])
  throw new SqlError(answer?.error?.text ?? `${stderr || stdout}`.trim(), remote)
}

/** The database refused, or could not be reached: `reason` holds its own words. */
export class SqlError extends Stop {
  /**
   * @param {string} reason
   * @param {boolean} remote
   */
  constructor(reason, remote) {
    super(`${redact(reason)}\n${advice(reason, remote)}`)
    this.reason = reason
  }
}

/**
 * @param {string} reason
 * @param {boolean} remote
 */
function advice(reason, remote) {
  if (/no such table/.test(reason))
    return remote
      ? "The deployment's database has no tables yet: run `npx wrangler d1 migrations apply DB --remote` first."
      : 'The local database has no tables yet: run `npm run dev` once, it makes them.'
  return remote
    ? "The deployment's database could not be used. Log in with `npx wrangler login` or set CLOUDFLARE_API_TOKEN, and check database_id in wrangler.toml."
    : 'The local database could not be used. If its data may go, `npm run dev -- --fresh` starts over.'
}

/** What wrangler.toml calls the database by. */
export const databaseId = () =>
  /^database_id\s*=\s*"(.*)"/m.exec(readFileSync(inProject('wrangler.toml'), 'utf8'))?.[1] ?? ''

function assertDeploymentIsNamed() {
  const id = databaseId()
  if (!id || id.startsWith('<'))
    throw new Stop(
      'database_id in wrangler.toml is not filled in yet: `npx wrangler d1 create semaquote-portal` prints it.',
    )
}

/** @param {string} text */
function parse(text) {
  try {
    // Notices may stand before the JSON.
    return JSON.parse(text.slice(text.search(/^[[{]/m)))
  } catch {
    return undefined
  }
}

/**
 * A value as an SQL literal.
 * @param {string | number | null} value
 */
export function literal(value) {
  if (value === null) return 'NULL'
  if (typeof value === 'number') return String(value)
  // SQLite would end the text at the NUL, and keep half of it.
  if (value.includes('\0')) throw new Stop('A value holds a NUL character, which no field may.', 2)
  return `'${value.replaceAll("'", "''")}'`
}

/**
 * @param {string} table
 * @param {Record<string, string | number | null>} row
 */
export const insert = (table, row) =>
  `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).map(literal).join(', ')});`
