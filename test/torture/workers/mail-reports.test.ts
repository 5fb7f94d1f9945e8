// Reports of mail in any order, each three times, several at once, and forged ones among them: what is known in the end is
// the same as if each had come once and in order.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPortal, type Portal } from '../../support/portal.ts'
import {
  type BounceType,
  bounceKinds,
  bounceOf,
  complaintOf,
  deliveryOf,
  postedOf,
} from '../../support/postmark/webhooks.ts'
import { AT, acceptedOf, basic, kept, reporting, stored } from '../../support/reports.ts'
import { aBusiness, succeeded } from '../../support/world.ts'
import { assertAlways, counts } from '../support/counts.ts'
import { randomOf } from '../support/random.ts'

const recipients = ['dana@example.com', 'sam@example.com']

/** What is reported: of which message of a portal, at which recipient, how long after the first. */
const anEvent = fc.record({
  message: fc.nat(1),
  to: fc.nat(1),
  at: fc.nat(3),
  what: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('Delivery' as const, 'SpamComplaint' as const, 'HardBounce' as const),
    },
    { weight: 2, arbitrary: fc.constantFrom(...(Object.keys(bounceKinds) as BounceType[])) },
  ),
})
/** Two bounces at one address in the same millisecond would be one: which of their types is kept, nobody minds. */
const events = (most: number) =>
  fc.uniqueArray(anEvent, {
    ...{ minLength: 1, maxLength: most },
    selector: ({ message, to, at, what }) =>
      [message, to, at, /^(Delivery|SpamComplaint)$/.test(what) && what].join(),
  })

type Event = { message: number; to: number; at: number; what: 'Delivery' | 'SpamComplaint' | BounceType }

/** A portal of which one message was cancelled before its reports came. */
async function aWorld() {
  const portal = await aPortal(await aBusiness(), { cc: recipients.slice(1) })
  succeeded(await portal.business.api('POST', `/quotes/${portal.quote}/cancel`))
  const [quote, invoice] = await stored(portal.business.id)
  const accepted = await Promise.all([quote, invoice].map(one => acceptedOf(one?.id ?? '')))
  const bodyOf = ({ message, to, at, what }: Event) => {
    const about = { to: recipients[to] as string, at: AT + at * 1000 }
    const mail = accepted[message] as (typeof accepted)[number]
    if (what === 'Delivery') return postedOf(deliveryOf(mail, about))
    if (what === 'SpamComplaint') return postedOf(complaintOf(mail, about))
    return postedOf(bounceOf(mail, what, about))
  }
  return { portal, bodyOf }
}

/** All that is known of a portal’s mail, with the places of messages instead of their ids. */
async function known({ business, client }: Portal) {
  const messages = await stored(business.id)
  const nameOf = (text: string) =>
    messages.reduce((named, { id }, place) => named.replace(id, `message ${place}`), text)
  const { undeliverable } = succeeded(await business.api('GET', `/clients/${client}`)).body
  return {
    messages: messages.slice(0, 2).map(({ state, problem, ended_at, round }) => ({
      state,
      problem,
      at: state === 'cancelled' ? null : ended_at,
      round,
    })),
    notices: messages
      .slice(2)
      .map(({ kind, state, event: told, recipients: to }) => [kind, state, nameOf(told), to].join())
      .sort(),
    reports: (await kept())
      .filter(({ message_id }) => messages.some(({ id }) => id === message_id))
      .map(({ message_id, ...report }) => JSON.stringify({ ...report, message: nameOf(message_id) }))
      .sort(),
    undeliverable: undeliverable.map(({ address, status, since }: Record<string, string>) => [
      address,
      status,
      since,
    ]),
  }
}

const forgers: Record<string, string>[] = [
  {},
  basic('postmark', 'guess'),
  basic('admin', 'test-webhook-password'),
  { authorization: 'Bearer test-webhook-password' },
]

/** The genuine ones three times each and the forged ones among them, in an order that the seed decides. */
function shuffled(genuine: string[], forged: string[], order: number) {
  const random = randomOf(order)
  const all = [
    ...[...genuine, ...genuine, ...genuine].map(body => ({ body, isForged: false })),
    ...forged.map(body => ({ body, isForged: true })),
  ]
  return all
    .map(one => ({ ...one, place: random.below(2 ** 31), headers: random.of(forgers) }))
    .sort((one, other) => one.place - other.place)
}

/** Posts them, four at a time; the statuses of the genuine and of the forged. */
async function postAll(posts: ReturnType<typeof shuffled>) {
  const statuses = { genuine: new Set<number>(), forged: new Set<number>() }
  for (let from = 0; from < posts.length; from += 4) {
    const some = posts.slice(from, from + 4).map(async ({ body, isForged, headers }) => {
      const { status } = await reporting(body, isForged ? { headers } : {})
      statuses[isForged ? 'forged' : 'genuine'].add(status)
    })
    await Promise.all(some)
  }
  return statuses
}

test('shuffled, repeated and among forged ones, reports leave what they leave in order', async () => {
  let count = 0
  const cases = fc.record({
    genuine: events(8),
    forged: events(4),
    order: fc.nat(),
  })
  const holds = fc.asyncProperty(cases, async ({ genuine, forged, order }) => {
    const [inOrder, mixed] = [await aWorld(), await aWorld()]
    for (const one of genuine) expect((await reporting(inOrder.bodyOf(one))).status).toBe(200)
    const posts = shuffled(genuine.map(mixed.bodyOf), forged.map(mixed.bodyOf), order)
    expect(await postAll(posts)).toEqual({ genuine: new Set([200]), forged: new Set([401]) })
    const wanted = await known(inOrder.portal)
    expect(await known(mixed.portal)).toEqual(wanted)
    count += wanted.reports.length
  })
  await assertAlways(holds, counts(8, 600))
  // The runs were no idle ones.
  expect(count).toBeGreaterThan(0)
})
