// Where tests keep what goes with them: in memory, where the machine has room there. SQLite waits for the disk at every
// write, and each test writes. Imported by the configurations of vitest, before anything asks for a folder.
import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const memory = '/dev/shm'
/** Far more than a run takes. A container often has 64 MB there. */
const enough = 2 ** 31

if (!process.env.TMPDIR && hasRoom()) {
  const folder = mkdtempSync(join(memory, 'semaquote-tests-'))
  process.env.TMPDIR = folder
  // Whatever is killed in a test leaves its folder behind.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}

function hasRoom(): boolean {
  try {
    accessSync(memory, constants.W_OK)
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= enough
  } catch {
    return false
  }
}
