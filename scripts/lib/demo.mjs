// The demo business: made once, remembered in .wrangler/demo.json beside the local data, found again at every start.
// The file is written before the first step and once more after the last, so that a load that was cut off shows.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { apiClient } from './api.mjs'
import { newBusiness, newKey } from './business.mjs'
import { load } from './load.mjs'
import { readBusinessFile } from './load-file.mjs'
import { demoFile, inProject, stateFolder } from './paths.mjs'
import { executeSql, literal, SqlError } from './wrangler.mjs'

/** @typedef {{ key: string, business_id: string, state: 'loading' | 'loaded' }} Demo */

/** @returns {Demo | undefined} */
export function rememberedDemo(file = demoFile) {
  try {
    const demo = JSON.parse(readFileSync(file, 'utf8'))
    return demo.key && demo.business_id ? demo : undefined
  } catch {
    return undefined
  }
}

/** @param {Demo} demo */
function remember(demo) {
  mkdirSync(dirname(demoFile), { recursive: true })
  writeFileSync(`${demoFile}.new`, JSON.stringify(demo), { mode: 0o600 })
  renameSync(`${demoFile}.new`, demoFile)
}

/** Removes the local data and the demo with it. */
export function forgetEverything() {
  rmSync(stateFolder, { recursive: true, force: true })
  rmSync(demoFile, { force: true })
}

/** After a load that was cut off: the half demo goes, unless someone else's data lies in the same database. */
export async function clearHalfDemo() {
  const demo = rememberedDemo()
  if (demo?.state !== 'loading') return
  console.log('The last start was cut off while it loaded the demo: the demo starts over.')
  const others = await countBusinesses(`id <> ${literal(demo.business_id)}`)
  if (others > 0) rmSync(demoFile, { force: true })
  else forgetEverything()
}

/**
 * The demo with a key that works: the remembered one, or a new key for it, or a new demo.
 * @param {string} origin
 * @returns {Promise<Demo>}
 */
export async function readyDemo(origin) {
  const demo = rememberedDemo()
  if (!demo) return makeDemo(origin)
  const api = await apiClient(origin, demo.key)
  if (await api.answerUnless([401], api.client.GET('/business'))) return demo
  const isThere = (await countBusinesses(`id = ${literal(demo.business_id)}`)) > 0
  return isThere ? replaceKey(demo) : makeDemo(origin)
}

/** @param {Demo} demo */
async function replaceKey(demo) {
  const { key, sql } = newKey(demo.business_id)
  await executeSql(sql)
  console.log("The demo's API key was revoked or replaced: here is a new one.")
  remember({ ...demo, key })
  return { ...demo, key }
}

/** @param {string} origin */
async function makeDemo(origin) {
  const file = readBusinessFile(inProject('demo', 'harbor-roofing.json'))
  const { id, key, sql } = newBusiness(/** @type {import('./business.mjs').Profile} */ (file.business))
  const demo = { key, business_id: id, state: /** @type {const} */ ('loading') }
  remember(demo)
  await executeSql(sql)
  await load(await apiClient(origin, key), file)
  remember({ ...demo, state: 'loaded' })
  return rememberedDemo() ?? demo
}

/** @param {string} condition */
async function countBusinesses(condition) {
  try {
    const [rows] = await executeSql(`SELECT count(*) AS count FROM businesses WHERE ${condition}`)
    return Number(rows?.[0]?.count ?? 0)
  } catch (error) {
    // Before the first migration there is no table, and so nobody.
    if (error instanceof SqlError && /no such table/.test(error.reason)) return 0
    throw error
  }
}
