// Finds the browser for the tests, or gets one where that can be done without asking: a Debian machine as root.
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { aptInstalls } from './apt.mjs'
import { inProject } from './paths.mjs'
import { Stop } from './stop.mjs'

/** The headless shell first: the same engine without windows, at four fifths of the work. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]

const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(process.env.PROGRAMFILES ?? 'C:/Program Files', 'Google/Chrome/Application/chrome.exe'),
  join(process.env['PROGRAMFILES(X86)'] ?? 'C:/Program Files (x86)', 'Microsoft/Edge/Application/msedge.exe'),
]

/** The path of a browser that can be started; says which it is. */
export async function ensureBrowser() {
  const path = chosen() ?? installed() ?? (await playwrights()) ?? (await fetched())
  if (!path)
    throw new Stop(
      'The browser tests need Chrome or Chromium, and none was found. Install one (or run `npx playwright-core install chromium`), or name one: CHROMIUM_PATH=/path/to/chrome npm test',
    )
  console.log(`Browser: ${path}`)
  return path
}

function chosen() {
  const path = process.env.CHROMIUM_PATH
  if (!path || isProgram(path)) return path
  throw new Stop(
    `CHROMIUM_PATH is ${path}, and there is no program. Correct it, or leave it away to have one looked for.`,
  )
}

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return [...names.flatMap(name => folders.map(folder => join(folder, name))), ...applications].find(
    isProgram,
  )
}

/** The one that Playwright downloaded earlier. */
async function playwrights() {
  const { chromium } = await import(pathToFileURL(inProject('node_modules/playwright-core/index.mjs')).href)
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

async function fetched() {
  // Not every Debian has the first.
  const packages = ['chromium-headless-shell', 'chromium']
  const wish = { what: 'Chromium', packages, along: ['fonts-liberation'], otherwise: 'CHROMIUM_PATH' }
  return (await aptInstalls(wish)) ? installed() : undefined
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
