// Before each test: empty storage, every migration applied, as on a new deployment.
import { applyD1Migrations, type D1Migration, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach } from 'vitest'

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, (env as { TEST_MIGRATIONS?: D1Migration[] }).TEST_MIGRATIONS ?? [])
})
