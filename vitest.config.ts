// Tests inside workerd, with real D1 and KV: everything under test/ except what vitest.browser.config.ts runs in node.
import { randomInt } from 'node:crypto'
import path from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers'
import { defineConfig } from 'vitest/config'
import './test/support/scratch.ts'
import { testSecrets } from './test/support/secrets.ts'

/** What `npm run torture` sets: workerd has no environment of its own to read it from. */
const { TORTURE = 'quick', TORTURE_SEED = String(randomInt(2 ** 31)) } = process.env

export default defineConfig({
  plugins: [
    cloudflareTest(async ({ inject }) => ({
      main: './src/index.ts',
      wrangler: { configPath: './wrangler.toml' },
      miniflare: {
        bindings: {
          ...testSecrets,
          // The stand-in, which takes no mail for now under the token of a test that hasn't opened one of its own.
          POSTMARK_HOST: inject('postmarkHost'),
          TEST_MIGRATIONS: await readD1Migrations(path.join(import.meta.dirname, 'migrations')),
        },
      },
    })),
  ],
  test: {
    // A worker serves many files: storage is emptied before each test, and a worker a file costs half a second.
    isolate: false,
    maxWorkers: 3,
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/browser/**', 'test/start/**', 'test/torture/*.test.ts', 'test/torture/browser/**'],
    env: { TORTURE, TORTURE_SEED },
    // A busy machine is no fault of the portal: figures of speed are in bench/.
    testTimeout: TORTURE === 'full' ? 3_600_000 : 60_000,
    hookTimeout: 60_000,
    globalSetup: ['./test/support/postmark/setup.ts'],
    setupFiles: ['./test/support/migrate.ts'],
  },
})
