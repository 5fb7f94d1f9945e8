// Races for Idempotency-Keys: ten copies of a request at once, one with another body, on a database that fails now and
// then, before a commit or behind it. Whatever happens, each key stands for one effect and one answer.
import { expect } from 'vitest'
import type { Env } from '../../src/core/env.ts'
import { type Random, randomOf } from '../torture/support/random.ts'
import { shaky } from '../torture/support/shaky.ts'
import { type Post, posts } from './posts.ts'
import { effectsIn, outcome, type Told, told, unsure } from './told.ts'

const COPIES = 10

/** One batch in so many is lost before its commit, and one behind it. */
const LOST_IN = 6

const REUSED = '422 idempotency_key_reused'

/** Races for so many keys, over all POSTs in turn; gives how often the database failed. */
export async function raceForKeys(count: number, seed: number): Promise<{ before: number; behind: number }> {
  const random = randomOf(seed)
  const { bindings, lost } = shaky(random, { lostIn: LOST_IN })
  for (let at = 0; at < count; at++) {
    const { name, status, make } = posts[at % posts.length] as (typeof posts)[number]
    await raceFor(make, status, bindings, random, `${name}, race ${at} of seed ${seed}`)
  }
  return lost
}

async function raceFor(
  make: (typeof posts)[number]['make'],
  status: number,
  bindings: Env,
  random: Random,
  what: string,
): Promise<void> {
  const { business, post } = await make()
  const before = await effectsIn(business)
  const odd = random.below(COPIES)
  const bodies = Array.from({ length: COPIES }, (_, at) => (at === odd ? post.other : post.body))
  const answers = await Promise.all(bodies.map(body => told(business, { ...post, body }, what, bindings)))

  const [mine, others] = await settled(business, post, what)
  const winner = mine.status === status ? mine : others
  expect([mine, others].map(outcome).sort(), what).toEqual([`${status}`, REUSED].sort())
  expect(await effectsIn(business), what).toBe(before + 1)
  answers.forEach((answer, at) => {
    const won = (at === odd) === (winner === others)
    if (answer.status === status) expect(won && answer, what).toEqual(winner)
    else expect([...unsure, ...(won ? [] : [REUSED])], what).toContain(outcome(answer))
  })
}

/** What both bodies are told once the database is well again. */
const settled = async (
  business: { key: string },
  post: Post,
  key: string,
): Promise<[mine: Told, others: Told]> => [
  await told(business, post, key),
  await told(business, { ...post, body: post.other }, key),
]
