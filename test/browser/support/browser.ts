// The browser that pages and mails are opened in: the one that `npm test` found, or Playwright's own.
import { type Browser, chromium } from 'playwright-core'

/** Root may not use the sandbox, and nothing here is to reach a network. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']

export function launched(): Promise<Browser> {
  const path = process.env.CHROMIUM_PATH
  return chromium.launch({ ...(path && { executablePath: path }), args })
}
