// A portal with the demo business in it and a browser to open it with, for one test file.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { api, type Dev, startDev } from '../../start/support/dev.ts'
import { loadedClone } from '../../start/support/loaded.ts'
import { remove } from '../../start/support/project.ts'
import { launched } from './browser.ts'

export const PHONE = { width: 360, height: 780 }
export const NARROW = { width: 320, height: 640 }
export const DESKTOP = { width: 1280, height: 900 }

export type World = {
  dev: () => Dev
  /** Where it runs: a clone of the project. */
  folder: () => string
  call: (method: string, path: string, body?: object) => ReturnType<typeof api>
  /** A page in a browser of its own, without JavaScript, which goes when `use` is done. */
  visit: <T>(options: BrowserContextOptions, use: (page: Page) => Promise<T>) => Promise<T>
}

/** Starts both before the file's tests, and ends both after them. */
export function aPortal(): World {
  let folder: string
  let dev: Dev
  let browser: Browser
  beforeAll(async () => {
    folder = await loadedClone()
    dev = await startDev(folder)
    browser = await launched()
  })
  afterAll(async () => {
    await browser?.close()
    await dev?.stop()
    remove(folder)
  })
  return {
    dev: () => dev,
    folder: () => folder,
    call: (method, path, body) => api(dev.origin, dev.key, method, path, body),
    async visit(options, use) {
      const context = await browser.newContext({ javaScriptEnabled: false, ...options })
      try {
        return await use(await context.newPage())
      } finally {
        await context.close()
      }
    },
  }
}

/** The demo's client whose name this is: its links stand in what dev printed, in the clients' order. */
export async function portalOf({ dev }: World, name: string): Promise<string> {
  for (const url of dev().portals) {
    const html = await (await fetch(url)).text()
    if (/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1]?.includes(name)) return url
  }
  throw new Error(`no portal greets ${name}`)
}
