// Finds Java for the Nu HTML checker, or gets it where that can be done without asking: a Debian machine as root.
import { join } from 'node:path'
import { aptInstalls } from '../../scripts/lib/apt.mjs'
import { run } from '../../scripts/lib/children.mjs'
import { Stop } from '../../scripts/lib/stop.mjs'

/** The oldest that the checker is made for. */
const OLDEST = 11

/** The program. */
export async function ensureJava() {
  const java = (await installed()) ?? (await fetched())
  if (java) return java
  throw new Stop(
    `The Nu HTML checker needs Java ${OLDEST} or newer, and none was found. Install one (Debian: apt-get install default-jre-headless), or set JAVA_HOME.`,
  )
}

async function installed() {
  const { JAVA_HOME } = process.env
  const programs = [...(JAVA_HOME ? [join(JAVA_HOME, 'bin', 'java')] : []), 'java']
  for (const program of programs) if ((await versionOf(program)) >= OLDEST) return program
  return undefined
}

/**
 * 0 where there is none: macOS has a `java` that only says so.
 * @param {string} program
 */
async function versionOf(program) {
  try {
    const { stderr } = await run(program, ['-version'])
    return Number(/version "(?:1\.)?(\d+)/.exec(stderr)?.[1] ?? 0)
  } catch {
    return 0
  }
}

async function fetched() {
  const wish = { what: 'Java', packages: ['default-jre-headless'], otherwise: 'JAVA_HOME' }
  return (await aptInstalls(wish)) ? installed() : undefined
}
