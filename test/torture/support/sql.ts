// The database of a portal that `npm run dev` serves in a clone: read and written beside it, as `npm run key` does.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const program = `import { executeSql } from './scripts/lib/wrangler.mjs'
console.log(JSON.stringify(await executeSql(process.argv[1])))`

// biome-ignore lint/suspicious/noExplicitAny: rows of any table
export type Row = Record<string, any>

/** Runs statements as one transaction; answers the rows of each. */
export async function sqlIn(folder: string, sql: string): Promise<Row[][]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', program, sql],
    { cwd: folder, maxBuffer: 2 ** 28 },
  )
  return JSON.parse(stdout)
}
