// The measurements run where the tests run: inside workerd, on real D1 and KV.
import { defineConfig, mergeConfig } from 'vitest/config'
import tests from '../vitest.config.ts'

export default mergeConfig(
  { ...tests, test: { ...tests.test, include: [], exclude: [] } },
  defineConfig({ test: { include: ['bench/*.bench.ts'], testTimeout: 300_000 } }),
)
