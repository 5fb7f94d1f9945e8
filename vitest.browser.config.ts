// Tests that run in node, outside workerd: the commands as a newcomer starts them, the pages in a real browser, and
// the long runs (`npm run torture`; here in their short form). They start servers and browsers of their own, so few
// files run at a time and each may take long: the timeouts end what hangs, they measure nothing.
import { defineConfig } from 'vitest/config'
import './test/support/scratch.ts'

const isFull = process.env.TORTURE === 'full'

export default defineConfig({
  test: {
    include: [
      ...['test/browser/**/*.test.ts', 'test/start/**/*.test.ts'],
      ...['test/torture/*.test.ts', 'test/torture/browser/*.test.ts'],
    ],
    globalSetup: ['./test/start/support/loaded.ts', './test/support/postmark/setup.ts'],
    // What is kept to be compared with (test/browser/trees) is written anew only when that is asked for.
    update: process.env.UPDATE === 'all' ? 'all' : 'none',
    pool: 'forks',
    maxWorkers: 2,
    // What a file starts it ends; to load the sources anew for each would take longer than some of them.
    isolate: false,
    testTimeout: isFull ? 3_600_000 : 180_000,
    hookTimeout: 600_000,
  },
})
