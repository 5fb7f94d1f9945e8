// How a command ends when it can't go on: a sentence for the person at the keyboard, never a stack trace.
import { isStopping } from './children.mjs'

/** Ends the command with this sentence and exit code; anything else that is thrown is a bug of ours. */
export class Stop extends Error {
  /**
   * @param {string} sentence
   * @param {number} [exitCode] 1: it did not work; 2: it was called wrongly
   */
  constructor(sentence, exitCode = 1) {
    super(sentence)
    this.exitCode = exitCode
  }
}

/** @param {() => Promise<void>} main */
export async function command(main) {
  try {
    await main()
  } catch (error) {
    // What breaks off when somebody stops it is no failure, and stopOnSignals ends it.
    if (isStopping()) return
    if (!(error instanceof Stop)) throw error
    console.error(`\n${error.message}`)
    process.exitCode = error.exitCode
  }
}
