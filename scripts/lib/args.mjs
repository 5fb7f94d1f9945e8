// Reads a command's arguments; a wrong one gets a sentence and the usage, exit code 2.
// The namespace import is on purpose: an old node lacks parseArgs, and should get to its own sentence.
import * as util from 'node:util'
import { Stop } from './stop.mjs'

/** @typedef {{ type: 'string' | 'boolean', multiple?: boolean }} Flag */

/**
 * @param {string} usage
 * @param {Record<string, Flag>} flags
 * @param {string[]} [args]
 * @returns {{ values: Record<string, any>, positionals: string[] }}
 */
export function readArgs(usage, flags, args = process.argv.slice(2)) {
  try {
    return util.parseArgs({ args, options: flags, allowPositionals: true })
  } catch (error) {
    // The first sentence says what is wrong; the second is about an escape that none of our commands needs.
    const [fault] = /** @type {Error} */ (error).message.split('. ')
    throw new Stop(`${fault}\n${usage}`, 2)
  }
}
