// A clone in which `npm run dev` has run before: its demo was loaded once, and each file of a run gets a copy of it.
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { startDev } from './dev.ts'
import { clone, remove } from './project.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of the whole run. */
    shared: string
  }
}

/** Vitest's globalSetup: the folder is there before the first file, and gone after the last. */
export default function setup(project: TestProject): () => void {
  const shared = mkdtempSync(join(tmpdir(), 'semaquote-shared-'))
  project.provide('shared', shared)
  return () => remove(shared)
}

/** A clone of its own with settings, keys and the demo's data in it. The first to ask makes them, others wait. */
export async function loadedClone(): Promise<string> {
  const shared = inject('shared')
  const [original, broken] = [join(shared, 'clone'), join(shared, 'broken')]
  if (begins(join(shared, 'making'))) await make(original, broken)
  while (!existsSync(original)) {
    if (existsSync(broken)) throw new Error('The demo could not be loaded: another file says why.')
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  const folder = mkdtempSync(join(tmpdir(), 'semaquote-'))
  cpSync(original, folder, { recursive: true, verbatimSymlinks: true })
  return folder
}

/** Whether we are the first: making a folder that is there fails. */
function begins(marker: string): boolean {
  try {
    mkdirSync(marker)
    return true
  } catch {
    return false
  }
}

async function make(original: string, broken: string): Promise<void> {
  const folder = clone()
  try {
    const dev = await startDev(folder)
    await dev.stop()
    renameSync(folder, original)
  } catch (error) {
    mkdirSync(broken)
    throw error
  }
}
