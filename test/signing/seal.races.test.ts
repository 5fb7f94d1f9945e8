// Sealing the chains while others sign, while another run seals, and where one business's seal fails.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watched } from '../support/faults.ts'
import { aBusinessWithSignatures, at, headsOf, oneSigns, sealings, sealMails } from '../support/seals.ts'
import type { Business } from '../support/world.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: at(27), toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const faultsLogged = () => vi.spyOn(console, 'error').mockImplementation(() => undefined)

test('a record that is signed while the head is made: the head is made again, over that one too', async () => {
  const business = await aBusinessWithSignatures()
  let reads = 0
  // The second answer is the chain as it stands; before the head of it is written, one more signs.
  const racing = watched(async () => {
    reads += 1
    if (reads === 2) await oneSigns(business)
  })
  const logged = faultsLogged()
  await sealings(28, '00:00', racing)
  expect(await headsOf(business)).toEqual([2])
  expect((await sealMails()).map(({ event, state }) => [event, state])).toEqual([['chain_head:2', 'queued']])
  expect(logged).not.toHaveBeenCalled()
})

test('two runs at once, and a record of the new day: one head, one mail, no fault', async () => {
  const business = await aBusinessWithSignatures(2)
  const logged = faultsLogged()
  vi.setSystemTime(at(28, '00:00'))
  await Promise.all([sealings(28, '00:00'), sealings(28, '00:00'), oneSigns(business), sealings(28, '00:00')])
  expect(await headsOf(business)).toHaveLength(1)
  expect(await sealMails()).toHaveLength(1)
  expect(logged).not.toHaveBeenCalled()
})

test('a run that is late by a record of the new day makes no second head', async () => {
  const business = await aBusinessWithSignatures()
  let reads = 0
  const late = watched(async () => {
    reads += 1
    if (reads !== 2) return
    await sealings(28, '00:00')
    await oneSigns(business)
  })
  vi.setSystemTime(at(28, '00:00'))
  await sealings(28, '00:00', late)
  expect(await headsOf(business)).toEqual([1])
  expect(await sealMails()).toHaveLength(1)
})

test('a business whose seal fails stops no other, leaves nothing half done, and is sealed once it can be', async () => {
  const failing = await aBusinessWithSignatures()
  const other = await aBusinessWithSignatures()
  await env.DB.prepare(
    `create trigger fails before insert on messages when NEW.business_id = '${failing.id}'
       begin select raise(abort, 'Out of order'); end`,
  ).run()
  const logged = faultsLogged()
  await sealings(28, '00:00')
  expect([await headsOf(failing), await headsOf(other)]).toEqual([[], [1]])
  expect(logged).toHaveBeenCalledTimes(1)
  expect(JSON.parse(logged.mock.calls[0]?.[0])).toMatchObject({ run: 'seal' })
  await env.DB.prepare('drop trigger fails').run()
  await sealings(28, '00:01')
  expect([await headsOf(failing), await headsOf(other)]).toEqual([[1], [1]])
  const trail = await env.DB.prepare("select id from audit_entries where action = 'chain.sealed'").all()
  expect(trail.results).toHaveLength(2)
})

test('more businesses than one run takes are all sealed within minutes', async () => {
  const all: Business[] = []
  for (let count = 0; count < 10; count++) all.push(await aBusinessWithSignatures())
  const heads = async () => (await Promise.all(all.map(headsOf))).flat().length
  await sealings(28, '00:00')
  expect(await heads()).toBeGreaterThan(4)
  expect(await heads()).toBeLessThan(10)
  await sealings(28, '00:01')
  expect(await heads()).toBe(10)
}, 20_000)
