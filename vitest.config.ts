// Tests inside workerd, with real D1 and KV: everything under test/ except the browser's, the start-up's, the long runs.
import path from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers'
import { defineConfig } from 'vitest/config'
import { testSecrets } from './test/support/secrets.ts'

export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: './wrangler.toml' },
      miniflare: {
        bindings: {
          ...testSecrets,
          TEST_MIGRATIONS: await readD1Migrations(path.join(import.meta.dirname, 'migrations')),
        },
      },
    })),
  ],
  test: {
    // A worker serves many files: storage is emptied before each test, and a worker a file costs half a second.
    isolate: false,
    maxWorkers: 2,
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/browser/**', 'test/start/**', 'test/torture/**'],
    // A busy machine is no fault of the portal: figures of speed are in bench/.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['./test/support/migrate.ts'],
  },
})
