// The worlds that tests start from: put back, they are what was built, row by row.
import { expect, test } from 'vitest'
import { asked } from '../support/answers.ts'
import { twoTenants } from '../support/canaries.ts'
import { dumpText } from '../support/dump.ts'
import { aPortal } from '../support/portal.ts'
import { posts } from '../support/posts.ts'
import { forgetWorlds, replayed } from '../support/replay.ts'
import { storage } from '../support/storage.ts'
import { aBusiness, open } from '../support/world.ts'

const worlds: [name: string, build: () => Promise<unknown>][] = [
  ['a portal', () => aPortal()],
  ['a portal of a client with further addresses', () => aPortal(undefined, { cc: ['sam@example.com'] })],
  ['two tenants', twoTenants],
  ...posts.map(({ name, make }): [string, () => Promise<unknown>] => [`the world of ${name}`, make]),
]

/** The world, and all that the database holds of it. */
const after = async (build: () => Promise<unknown>) => {
  await storage.startsOver()
  return { world: JSON.stringify(await build()), rows: await dumpText() }
}

test.each(worlds)('%s', async (_, build) => {
  forgetWorlds()
  const built = await after(build)
  expect(await after(build)).toEqual(built)
})

test('a quote to answer, whose page is opened anew each time', async () => {
  forgetWorlds()
  const { hash: built, ...first } = await asked()
  await storage.startsOver()
  const { hash: put, ...second } = await asked()
  expect([put, JSON.stringify(second)]).toEqual([built, JSON.stringify(first)])
  expect((await open(second.at)).status).toBe(200)
})

test('two in one test are two, the later one never older', async () => {
  for (const forget of [forgetWorlds, () => {}]) {
    forget()
    await storage.startsOver()
    const [one, other] = [await aPortal(), await aPortal()]
    expect(one.client < other.client).toBe(true)
  }
})

test('what is written past its bindings’ batches is refused at once', async () => {
  const past = replayed('past them', async on => on.DB.prepare('delete from jobs').bind().run())
  await expect(past).rejects.toThrow('run is not a function')
  expect((await aBusiness()).id).toMatch(/^biz_/)
})
