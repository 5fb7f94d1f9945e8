// Checks evidence files, each by itself and then the chain that those of one business make, and says what it found.
// What checks is src/signing, the same that the portal's page uses; node strips its types.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chainReport } from './chain-report.mjs'
import { readJsonFile } from './json-file.mjs'
import { inProject } from './paths.mjs'
import { Stop } from './stop.mjs'

/**
 * @typedef {import('../../src/signing/record.ts').SignedRecord} SignedRecord
 * @typedef {{ keys: { kid: string }[] }} Jwks
 * @typedef {{ instant: (ms: number, zone: string) => string }} Formats
 * @typedef {{ valid: true, record: SignedRecord, hash: string } | { valid: false }} Verdict
 * @typedef {{ name: string, isHead: boolean, verdict: Verdict }} Checked isHead: it was given as a head
 */

// Named at run time, not by `import`: their types are those of workerd, which these scripts are not checked with.
const source = (/** @type {string} */ path) => import(pathToFileURL(inProject('src', path)).href)
/** @type {{ verify: (text: string, jwks: Jwks) => Promise<Verdict> }} */
const { verify } = await source('signing/verify.ts')
/** @type {{ verdictLines: (verdict: Verdict, formats: Formats) => string[] }} */
const { verdictLines } = await source('signing/report.ts')
/** @type {{ formatsFor: (locale: string) => Formats }} */
const { formatsFor } = await source('i18n/format.ts')

/**
 * Prints what was found, and answers whether all of it holds.
 * @param {{ files: string[], heads: string[], jwks: string }} given paths, relative to the caller's folder
 */
export async function checkFiles({ files, heads, jwks: keysFile }) {
  const jwks = readJwks(keysFile)
  const formats = formatsFor('en-US')
  const texts = [...files, ...heads].map(name => ({ name, text: readText(name) }))
  const results = []
  /** @type {Checked[]} */
  const checked = []
  for (const [at, { name, text }] of texts.entries()) {
    const one = { name, isHead: at >= files.length, verdict: await verify(text, jwks) }
    checked.push(one)
    const fault = misplaced(one)
    say(name, [...verdictLines(one.verdict, formats), ...(fault ? [fault] : [])])
    results.push(one.verdict.valid && !fault)
  }
  for (const { title, lines, holds } of chainsOf(checked).map(chain => chainReport(chain, formats))) {
    say(title, lines)
    results.push(holds)
  }
  // Whoever makes a key can make a file that fits it: that the keys are the portal's is for the reader to know.
  console.log(`\nChecked with the keys in ${keysFile}. Compare them with what the portal publishes,
or with those that came with its mails: a file proves itself only to the right keys.`)
  const holds = results.every(Boolean)
  console.log(holds ? '\nAll of it holds.' : '\nNot all of it holds.')
  return holds
}

/** npm runs scripts in the project's folder; the caller's own is where a relative path is meant from. */
const pathOf = (/** @type {string} */ name) => resolve(process.env.INIT_CWD ?? '', name)

/** @param {string} name */
function readText(name) {
  try {
    // What is no UTF-8, or begins with a mark that readers drop, is no file of the portal's: nothing is repaired.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(pathOf(name)))
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return ''
    throw new Stop(code === 'ENOENT' ? `There is no file ${name}.` : `${name} could not be read (${code}).`)
  }
}

/** @param {string} name @returns {Jwks} */
function readJwks(name) {
  const jwks = readJsonFile(pathOf(name))
  const keys = /** @type {Record<string, unknown>[]} */ (Array.isArray(jwks?.keys) ? jwks.keys : [])
  if (keys.some(key => key?.d !== undefined))
    throw new Stop(`${name} holds a secret key. Use the public ones, and keep that file to yourself.`)
  if (keys.some(key => key?.crv === 'Ed25519' && typeof key.kid === 'string')) return jwks
  throw new Stop(
    `${name} holds no public keys of a portal: save what it publishes at /.well-known/jwks.json, {"keys": [...]}.`,
  )
}

/** @param {Checked} checked */
const misplaced = ({ isHead, verdict }) =>
  isHead && verdict.valid && verdict.record.format !== 'semaquote/chain-head@1'
    ? 'It is a receipt and not a head: give it without --head.'
    : undefined

/**
 * The valid files of each business that belong together: several with a record among them, or a head that was given
 * to compare with.
 * @param {Checked[]} checked
 */
function chainsOf(checked) {
  const valid = checked.flatMap(({ verdict, ...rest }) => (verdict.valid ? [{ ...rest, ...verdict }] : []))
  const byBusiness = Object.values(Object.groupBy(valid, ({ record }) => record.business.id))
  return byBusiness.flatMap((files = []) => {
    const hasRecord = files.some(({ record }) => record.format === 'semaquote/acceptance@1')
    const isMeant = hasRecord ? files.length > 1 : files.some(({ isHead }) => isHead)
    return isMeant ? [files] : []
  })
}

/**
 * A terminal obeys control characters, and direction marks turn a line round: neither gets there.
 * @param {string} title @param {string[]} lines
 */
function say(title, lines) {
  const text = ['', title, ...lines.map(line => `  ${line}`)]
  for (const line of text) console.log(line.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]+/gu, ' '))
}
