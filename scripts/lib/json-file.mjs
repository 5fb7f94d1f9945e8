// Reads a JSON file that a person wrote: a fault is named by line and column, and a name given twice is a fault,
// because JSON.parse would silently keep the second.
import { readFileSync } from 'node:fs'
import { Stop } from './stop.mjs'

/** @param {string} file */
export function readJsonFile(file) {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    throw new Stop(code === 'ENOENT' ? `There is no file ${file}.` : `${file} could not be read (${code}).`)
  }
  const fault = findFault(text.replace(/^\ufeff/, ' '))
  if (fault) throw new Stop(`${file}:${lineAndColumn(text, fault.at)}: ${fault.what}`)
  return JSON.parse(text.replace(/^\ufeff/, ''))
}

/**
 * @param {string} text
 * @param {number} at
 */
function lineAndColumn(text, at) {
  const before = text.slice(0, at).split('\n')
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`
}

class Fault extends Error {
  /**
   * @param {number} at
   * @param {string} what
   */
  constructor(at, what) {
    super(what)
    this.at = at
    this.what = what
  }
}

/** @param {string} text */
function findFault(text) {
  try {
    walk(text)
    return undefined
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

const tokens = {
  blank: /[ \t\r\n]*/y,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
  string: /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y,
  plain: /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true\b|false\b|null\b/y,
}

/**
 * Walks through a JSON text by its grammar; throws a Fault where it leaves it.
 * @param {string} text
 */
function walk(text) {
  let at = 0

  /** @param {RegExp} token */
  const take = token => {
    token.lastIndex = at
    const found = token.exec(text)?.[0]
    if (found !== undefined) at += found.length
    return found
  }
  /** @param {string} mark */
  const skip = mark => {
    take(tokens.blank)
    if (text[at] !== mark) return false
    at++
    return true
  }
  /** @param {string} wanted */
  const fail = wanted => {
    const found = at < text.length ? JSON.stringify(text[at]) : 'the end of the file'
    throw new Fault(at, `not valid JSON: expected ${wanted}, found ${found}`)
  }

  /** @param {Set<string>} names */
  function member(names) {
    take(tokens.blank)
    const start = at
    const name = take(tokens.string) ?? fail('a name in double quotes')
    if (names.has(name)) throw new Fault(start, `the name ${name} stands twice in the same object`)
    names.add(name)
    if (!skip(':')) fail('":"')
    value()
  }
  /**
   * @param {string} end
   * @param {() => void} item
   */
  function items(end, item) {
    if (skip(end)) return
    do item()
    while (skip(','))
    if (!skip(end)) fail(`"," or "${end}"`)
  }
  function value() {
    take(tokens.blank)
    const names = new Set()
    if (skip('{')) items('}', () => member(names))
    else if (skip('[')) items(']', value)
    else take(tokens.string) ?? take(tokens.plain) ?? fail('a value')
  }

  value()
  take(tokens.blank)
  if (at < text.length) fail('the end of the file')
}
