// Tests that run in node, outside workerd: the commands as a newcomer starts them, and the pages in a real browser.
// They start servers and browsers of their own, so one file runs at a time and each may take long.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts', 'test/start/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
