// A link that dies between the reading and the writing of an answer: the one 404, and nothing is recorded.
import { expect, test } from 'vitest'
import {
  type Asked,
  accept,
  asked,
  beforeTheWrite,
  decline,
  nothing,
  recorded,
  stored,
} from '../../support/answers.ts'
import { bytesOf, endAllLinks, rotated } from '../../support/portal.ts'
import { request, succeeded } from '../../support/world.ts'

type Meanwhile = (one: Asked) => Promise<unknown>

const done =
  (path: string, method = 'POST'): Meanwhile =>
  async ({ business, quote, client }) =>
    succeeded(await business.api(method, path.replace(':quote', quote).replace(':client', client)))

const answers = [accept, decline]

const deaths: Record<string, Meanwhile> = {
  'the link is rotated': one => rotated(one),
  'the link is revoked': done('/clients/:client/link', 'DELETE'),
  'the client is deleted': done('/clients/:client', 'DELETE'),
  'all links end': ({ business }) => endAllLinks(business),
}

test.each(Object.entries(deaths))('%s: the one 404, and nothing recorded', async (_, meanwhile) => {
  const dead = await bytesOf(await request(`/portal/k2_${'1'.repeat(40)}`))
  for (const answer of answers) {
    const one = await asked()
    let after: unknown
    const bindings = beforeTheWrite(async () => {
      await meanwhile(one)
      after = await stored()
    })
    expect(await bytesOf(await answer(one, {}, bindings))).toEqual(dead)
    expect(await stored()).toEqual(after)
    expect(await recorded()).toEqual(nothing)
  }
})
