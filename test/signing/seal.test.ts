// Sealing the chains: once on a day after new records, one signed head and one mail per business.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type ChainLink, chainFaults } from '../../src/signing/chain.ts'
import { fileOf } from '../../src/signing/file.ts'
import type { Acceptance, ChainHead } from '../../src/signing/record.ts'
import { mailOf, verdictOf } from '../support/mails.ts'
import { aBusinessWithSignatures, at, headsOf, oneSigns, sealings, sealMails } from '../support/seals.ts'
import { aBusiness, aClient, aSentQuote } from '../support/world.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: at(27), toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the day after', () => {
  test('the chain is sealed at its newest record, with an entry in the trail', async () => {
    const business = await aBusinessWithSignatures(3)
    await sealings(28, '00:00')
    expect(await headsOf(business)).toEqual([3])
    const newest = await env.DB.prepare('select hash from signature_records where sequence = 3').first('hash')
    const trail = await env.DB.prepare("select * from audit_entries where action = 'chain.sealed'").all()
    expect(trail.results).toMatchObject([
      { actor_kind: 'system', actor_id: null, object_id: business.id, at: at(28, '00:00'), address: null },
    ])
    expect(JSON.parse(String(trail.results[0]?.details))).toEqual({ sequence: 3, hash: newest })
  })

  test('the business gets the head by mail, which the published keys verify', async () => {
    const business = await aBusinessWithSignatures(3)
    await sealings(28)
    const mail = await mailOf('chain_head')
    expect(mail?.to).toEqual(['office@harbor.example'])
    expect(mail?.subject).toBe('Please keep: the seal of your 3 signed acceptances')
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain('3 acceptances')
      expect(part).toContain('Nov 28, 2026, 4:00 AM EST')
      expect(part).toContain('https://portal.test/verify')
      expect(part).not.toContain('/portal/')
    }
    expect(mail?.attachments).toMatchObject([
      { name: 'chain-head-3.json', type: 'application/json' },
      { name: 'public-keys.json', type: 'application/json' },
    ])
    expect(await verdictOf(mail)).toMatchObject({
      valid: true,
      record: {
        format: 'semaquote/chain-head@1',
        business: { id: business.id, name: 'Harbor Roofing' },
        chain: { sequence: 3 },
        sealed_at: '2026-11-28T09:00:00.000Z',
      },
    })
  })

  test('one signature is told of in the singular', async () => {
    await aBusinessWithSignatures(1)
    await sealings(28)
    const mail = await mailOf('chain_head')
    expect(mail?.subject).toBe('Please keep: the seal of your first signed acceptance')
    expect(mail?.text).toContain('1 acceptance that')
  })
})

describe('how often', () => {
  test('on the day of the signatures nothing is sealed yet, a minute before its end neither', async () => {
    const business = await aBusinessWithSignatures()
    for (const time of ['09:00', '09:01', '23:59']) await sealings(27, time)
    expect(await headsOf(business)).toEqual([])
  })

  test('one day, one head: later runs, and records of the new day, add none', async () => {
    const business = await aBusinessWithSignatures()
    await sealings(28, '00:00')
    vi.setSystemTime(at(28, '10:00'))
    await oneSigns(business)
    for (const time of ['00:01', '10:01', '23:59']) await sealings(28, time)
    expect(await headsOf(business)).toEqual([1])
    expect(await sealMails()).toHaveLength(1)
  })

  test('days without a new record add no head, the day after a new one does', async () => {
    const business = await aBusinessWithSignatures()
    for (const day of [28, 29, 30]) await sealings(day)
    expect(await headsOf(business)).toEqual([1])
    vi.setSystemTime(at(29))
    await oneSigns(business)
    await oneSigns(business)
    await sealings(30, '00:00')
    expect(await headsOf(business)).toEqual([1, 3])
    expect((await sealMails()).map(({ event }) => event)).toEqual(['chain_head:1', 'chain_head:3'])
  })

  test('a business whose quotes nobody has signed gets no seal', async () => {
    const business = await aBusiness()
    await aSentQuote(business, await aClient(business))
    await sealings(28)
    expect(await sealMails()).toEqual([])
  })
})

describe('what a head is good for', () => {
  /** A business's records as they are kept, without the newest few. */
  async function kept(cut: number): Promise<ChainLink[]> {
    const { results } = await env.DB.prepare(
      'select jws, hash from signature_records order by sequence',
    ).all<{
      jws: string
      hash: string
    }>()
    const links = results.map(({ jws, hash }) => ({
      record: JSON.parse(fileOf(jws)).record as Acceptance,
      hash,
    }))
    return links.slice(0, links.length - cut)
  }

  /** The head as the business has it in its mail. */
  async function mailedHead(): Promise<ChainHead> {
    const verdict = await verdictOf(await mailOf('chain_head'))
    if (!verdict.valid) throw new Error(verdict.fault)
    return verdict.record as ChainHead
  }

  test('a tail that is cut off is found with the mailed head, and without it is not', async () => {
    await aBusinessWithSignatures(3)
    await sealings(28)
    const head = await mailedHead()
    expect(chainFaults(await kept(0), [head])).toEqual([])
    expect(chainFaults(await kept(1))).toEqual([])
    expect(chainFaults(await kept(1), [head])).toEqual([{ at: 3, fault: 'cut' }])
    expect(chainFaults([], [head])).toEqual([{ at: 3, fault: 'cut' }])
  })
})
