// How long the answer to "mail me my link" takes says nothing of an address. Requests for two kinds of addresses are timed in
// turns, whose order is left to chance, and a rank test is asked whether they can be told apart. That it could is shown, too.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { Env } from '../../../src/core/env.ts'
import { batches } from '../../support/answers.ts'
import { aPortal } from '../../support/portal.ts'
import { answers, asks, revoke } from '../../support/recovery.ts'
import { aBusiness, unlimited } from '../../support/world.ts'
import { counts, seed } from '../support/counts.ts'
import { type Random, randomOf } from '../support/random.ts'
import { type Found, signedRanks } from '../support/ranks.ts'

/** So seldom this fails where there is no difference: once in a million runs. */
const ALPHA = 1e-6
const PAIRS = counts(100, 1000)
/** The clock of a Worker stands still between its waits, and shows milliseconds: several requests make one figure. */
const IN_A_ROW = counts(2, 4)
/** What must be found: the fewer pairs, the more of it. */
const LOOKS = counts(4, 1)

const KNOWN = 'dana@example.com'

/** As long as a known address, each another one. */
const unknown = (nth: number) => `x${`${nth}`.padStart(3, '0').slice(-3)}@example.com`

/** A business that knows every kind of address. */
async function world(): Promise<Record<string, (nth: number) => string>> {
  const business = await aBusiness()
  await aPortal(business, { email: KNOWN })
  await revoke(business, (await aPortal(business, { email: 'away@example.com' })).client)
  await aPortal(business, { email: 'much@example.com' })
  for (let time = 0; time < 7; time++) {
    await asks('much@example.com')
    await answers()
  }
  return {
    'unknown addresses': unknown,
    'an address whose link is revoked': () => 'away@example.com',
    'an address that has had all that it may have': () => 'much@example.com',
  }
}

type Address = (nth: number) => string

/** Milliseconds that some requests take, one after the other. */
async function timed(address: Address, nth: number, bindings: Env): Promise<number> {
  const from = performance.now()
  for (let time = 0; time < IN_A_ROW; time++) {
    const { status } = await asks(address(nth * IN_A_ROW + time), bindings)
    if (status !== 303) throw new Error(`answered with ${status}`)
  }
  return performance.now() - from
}

async function compared(one: Address, other: Address, random: Random, bindings = unlimited): Promise<Found> {
  const pairs: [number, number][] = []
  for (let nth = -5; nth < PAIRS; nth++) {
    const isFirst = random.below(2) === 0
    const before = await timed(isFirst ? one : other, nth + 5, bindings)
    const behind = await timed(isFirst ? other : one, nth + 5, bindings)
    // The first ones warm up.
    if (nth >= 0) pairs.push(isFirst ? [before, behind] : [behind, before])
  }
  return signedRanks(pairs)
}

const told = (what: string, { p, median, mean, pairs }: Found) =>
  console.info(
    `A known address against ${what}: p = ${p.toPrecision(3)}, ${pairs} pairs of ${IN_A_ROW} requests, ` +
      `difference per request ${(mean / IN_A_ROW).toFixed(4)} ms in the mean, ${(median / IN_A_ROW).toFixed(2)} in the middle`,
  )

test('a known address takes as long as an unknown one, a revoked one and one that is limited', async () => {
  const random = randomOf(seed())
  for (const [what, address] of Object.entries(await world())) {
    const found = await compared(() => KNOWN, address, random)
    told(what, found)
    expect(found.p, what).toBeGreaterThan(ALPHA)
  }
})

test(`the same test finds ${LOOKS} more looks at a known client’s link`, async () => {
  await world()
  const looks = batches(
    async ({ params, run }) => {
      const isKnown = params.flat().includes(KNOWN)
      for (let look = 0; isKnown && look < LOOKS; look++)
        await env.DB.prepare('select sealed from portal_links where died_at is null limit 1').first()
      return run()
    },
    { PUBLIC_LIMIT: unlimited.PUBLIC_LIMIT },
  )
  const found = await compared(() => KNOWN, unknown, randomOf(seed()), looks)
  told(`unknown ones, with ${LOOKS} looks more`, found)
  expect(found.p).toBeLessThan(ALPHA)
  expect(found.mean).toBeGreaterThan(0)
})
