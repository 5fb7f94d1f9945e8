// Brings the local database up to date. wrangler starts anew for each migration, and twice to find that none is left: so a
// database that has none gets all of them at once, and one that has all is left alone. What is in doubt is wrangler's.
import { createHash, createHmac } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './children.mjs'
import { inProject, projectNode, stateFolder } from './paths.mjs'
import { redact } from './redact.mjs'
import { Stop } from './stop.mjs'
import { databaseId, insert, wrangler } from './wrangler.mjs'

/** Brings the local database up to the newest migration; nothing happens when it is there already. */
export async function applyMigrations() {
  const all = readdirSync(inProject('migrations')).filter(name => name.endsWith('.sql'))
  const applied = await appliedMigrations()
  if (applied && all.every(name => applied.includes(name))) return
  if (applied?.length === 0 && (await applyAtOnce(all.sort()))) return
  const { code, stdout, stderr } = await wrangler(['d1', 'migrations', 'apply', 'DB', '--local'])
  if (code === 0) return
  console.error(redact(`${stdout}${stderr}`).trim())
  throw new Stop(
    'A migration did not go through; its error stands above. If the local data may go, `npm run dev -- --fresh` starts over.',
  )
}

/**
 * The names that the database has written down; nothing where it can't be read (it is being written, or this node has
 * no SQLite).
 * @returns {Promise<string[] | undefined>}
 */
async function appliedMigrations() {
  const file = databaseFile()
  if (!existsSync(file)) return []
  const { code, stdout } = await run(projectNode(), ['--no-warnings', '-e', readNames, file])
  return code === 0 ? JSON.parse(stdout) : undefined
}

/** A program: an empty list where the table is missing, for then no migration was ever applied. */
const readNames = `
  const { DatabaseSync } = require('node:sqlite')
  const database = new DatabaseSync(process.argv[1], { readOnly: true })
  const rows = text => database.prepare(text).all().map(({ name }) => name)
  const tables = rows("SELECT name FROM sqlite_master WHERE name = 'd1_migrations'")
  console.log(JSON.stringify(tables.length > 0 ? rows('SELECT name FROM d1_migrations') : []))`

/** Where Miniflare keeps the database: the file is named by two keyed hashes of the id. */
function databaseFile() {
  const kind = 'miniflare-D1DatabaseObject'
  const key = createHash('sha256').update(kind).digest()
  const hash = (/** @type {string | Buffer} */ text) =>
    createHmac('sha256', key).update(text).digest().subarray(0, 16)
  const name = hash(databaseId())
  return join(stateFolder, 'v3', 'd1', kind, `${Buffer.concat([name, hash(name)]).toString('hex')}.sqlite`)
}

/** As wrangler makes it, which goes on from there. */
const table = `CREATE TABLE IF NOT EXISTS "d1_migrations"(
		id         INTEGER PRIMARY KEY AUTOINCREMENT,
		name       TEXT UNIQUE,
		applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
);`

/**
 * All or none, in one transaction. Answers whether they went through: which one does not, wrangler tells better.
 * @param {string[]} names
 */
async function applyAtOnce(names) {
  const file = join(stateFolder, 'migrations.sql')
  const texts = names.map(name => `${readFileSync(inProject('migrations', name), 'utf8')}\n${written(name)}`)
  mkdirSync(stateFolder, { recursive: true })
  writeFileSync(file, [table, ...texts].join('\n'))
  const { code } = await wrangler(['d1', 'execute', 'DB', '--local', '--file', file, '--yes'])
  rmSync(file, { force: true })
  return code === 0
}

/** @param {string} name */
const written = name => insert('d1_migrations', { name })
