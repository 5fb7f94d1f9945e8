// While `npm run dev` runs: the commands beside it, and the tasks of the README, as they stand there.
import { afterAll, beforeAll } from 'vitest'
import { commandsBesideDev } from './support/commands.ts'
import { type Dev, startDev } from './support/dev.ts'
import { loadedClone } from './support/loaded.ts'
import { remove } from './support/project.ts'
import { tasksOfReadme } from './support/tasks.ts'

let folder: string
let dev: Dev

beforeAll(async () => {
  folder = await loadedClone()
  dev = await startDev(folder)
})
afterAll(async () => {
  await dev?.stop()
  remove(folder)
})

commandsBesideDev(() => ({ folder, dev }))
tasksOfReadme(() => ({ folder, dev }))
