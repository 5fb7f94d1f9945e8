// A database that dawdles, or refuses again and again, and a cache on a bad day: what a client’s answer comes to.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Env } from '../../../src/core/env.ts'
import { accept, asked, batches, ledTo, nothing, oneAcceptance, recorded } from '../../support/answers.ts'
import { kvFails, kvHangs } from '../../support/faults.ts'
import { promptly } from '../../support/portal.ts'
import { expectCalm } from './support/forms.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

const typed = { signature: 'Dana Whitfield', po_number: '"7" & <8>' }

test('a write that commits and never answers is looked for after ten seconds, and found', async () => {
  const one = await asked()
  const { promise: written, resolve } = Promise.withResolvers<void>()
  const hangs = batches(async ({ writes, run }) => {
    if (!writes) return run()
    await run()
    resolve()
    return new Promise(() => {})
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const body = new URLSearchParams({ content_hash: one.hash, consent: 'on', ...typed })
  const answer = promptly(`${one.at}/acceptance`, { method: 'POST', body }, hangs)
  await written
  await vi.advanceTimersByTimeAsync(10_000)
  vi.useRealTimers()
  expect(ledTo(await answer)).toBe(`303 ${one.at}/receipt`)
  expect(await recorded()).toEqual(oneAcceptance)
})

test('a chain that always moved: a calm 503 after 30 tries, and nothing recorded', async () => {
  const one = await asked()
  let tries = 0
  const moved = batches(async ({ writes, run }) => {
    if (!writes) return run()
    tries += 1
    throw new Error('D1_ERROR: chain_moved: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_TRIGGER)')
  })
  const waits = vi.spyOn(scheduler, 'wait').mockResolvedValue()
  const response = await accept(one, typed, moved)
  expect([response.status, tries, waits.mock.calls.length]).toEqual([503, 30, 29])
  await expectCalm(response, one, 'acceptance', { ...typed, consent: 'on' }, 'Nothing was recorded yet.')
  expect(await recorded()).toEqual(nothing)
})

test('a chain that moved 29 times is signed at the 30th try', async () => {
  const one = await asked()
  let tries = 0
  const moved = batches(async ({ writes, run }) => {
    if (!writes || ++tries === 30) return run()
    throw new Error('D1_ERROR: chain_moved: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_TRIGGER)')
  })
  vi.spyOn(scheduler, 'wait').mockResolvedValue()
  expect(ledTo(await accept(one, typed, moved))).toBe(`303 ${one.at}/receipt`)
  expect(await recorded()).toEqual(oneAcceptance)
})

const caches: [string, (bindings?: Env) => Env][] = [
  ['fails', kvFails],
  ['hangs', kvHangs],
]

test.each(caches)('a cache that %s changes nothing', async (_, bad) => {
  const one = await asked()
  const body = new URLSearchParams({ content_hash: one.hash, consent: 'on', ...typed })
  const response = await promptly(`${one.at}/acceptance`, { method: 'POST', body }, bad(env))
  expect(ledTo(response)).toBe(`303 ${one.at}/receipt`)
  expect(await recorded()).toEqual(oneAcceptance)
})
