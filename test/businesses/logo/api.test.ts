// PUT and DELETE /business/logo: what is taken, what is refused and how, that a repeat changes nothing, and that neither a crowd
// nor a lost answer nor a database that is away leaves anything half done.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sha256Hex, utf8 } from '../../../src/core/crypto.ts'
import { codeOf } from '../../support/accepted.ts'
import { type Batch, batches, changingNothing } from '../../support/answers.ts'
import { failingDbs } from '../../support/faults.ts'
import { putLogo } from '../../support/pictures/api.ts'
import { type Bytes, bytes } from '../../support/pictures/bytes.ts'
import { baggage, jpeg } from '../../support/pictures/jpeg.ts'
import { kinds, pictureIn, trailing } from '../../support/pictures/kinds.ts'
import { png } from '../../support/pictures/png.ts'
import { riff, vp8l } from '../../support/pictures/webp.ts'
import { expectProblem } from '../../support/problems.ts'
import { type Answer, aBusiness, apiWith, type Business, request, succeeded } from '../../support/world.ts'

let business: Business
beforeEach(async () => {
  business = await aBusiness()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

const read = async ({ api } = business) => succeeded(await api('GET', '/business'))
const logoUrl = async (of = business): Promise<string | null> => (await read(of)).body.logo_url
const remove = ({ api } = business) => api('DELETE', '/business/logo')

/** The acts on logos that stand in the trail. */
async function trail({ api } = business): Promise<{ action: string; details: object }[]> {
  const { data } = succeeded(await api('GET', '/audit?limit=100')).body
  return data
    .filter(({ action }: { action: string }) => action.startsWith('business.logo'))
    .map(({ action, details }: { action: string; details: object }) => ({ action, details }))
}

/** All logos, as the database holds them. */
const stored = async () =>
  (
    await env.DB.prepare('select business_id, hash, length(bytes) size from logos').all<{
      business_id: string
      hash: string
      size: number
    }>()
  ).results

describe('PUT /business/logo', () => {
  test.each(Object.entries(kinds))('takes a %s', async (_, { type, file }) => {
    const picture = await pictureIn(type, file())
    const answer = await putLogo(business.api, await file(), type)
    const hash = await sha256Hex(Uint8Array.from([...utf8(business.id), ...picture.bytes]))
    const name = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' }[type]
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      url: `https://portal.test/logos/${hash}.${name}`,
      ...{ media_type: type, width: picture.width, height: picture.height, size: picture.bytes.length },
    })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await logoUrl()).toBe(answer.body.url)
    expect(await stored()).toEqual([{ business_id: business.id, hash, size: picture.bytes.length }])
  })

  test('of the same file again answers the same and changes nothing', async () => {
    const first = await putLogo(business.api, await png())
    const again = await changingNothing(async () => putLogo(business.api, await png()))
    expect([again.status, again.body]).toEqual([200, first.body])
    const picture = jpeg({ components: 3 })
    const other = await putLogo(business.api, jpeg({ components: 3 }, { head: baggage }), 'image/jpeg')
    // What is dropped makes no other logo of it.
    const twin = jpeg({ components: 3 }, { head: baggage, tail: [trailing] })
    const answered = await changingNothing(() => putLogo(business.api, twin, 'image/jpeg'))
    expect(answered.body).toEqual(other.body)
    expect(other.body.size).toBe(picture.length + 16)
  })

  test('takes the place of the one before, and moves the version of the profile, once', async () => {
    const etags = [(await read()).etag]
    for (const file of [await png(), await png(), await png({ width: 2 })]) {
      succeeded(await putLogo(business.api, file))
      etags.push((await read()).etag)
    }
    expect(new Set(etags).size).toBe(3)
    expect(etags[1]).toBe(etags[2])
    expect(await stored()).toHaveLength(1)
    const stale = await business.api('PATCH', '/business', { name: 'New' }, { 'if-match': etags[1] ?? '' })
    expect(codeOf(stale)).toBe('412 stale')
    succeeded(await business.api('PATCH', '/business', { name: 'New' }, { 'if-match': etags[3] ?? '' }))
    expect(await logoUrl()).toMatch(/\/logos\//)
  })

  test('needs no If-Match and takes no notice of one; an Idempotency-Key neither', async () => {
    const odd = { 'content-type': 'image/png', 'if-match': '"0"', 'idempotency-key': 'one' }
    succeeded(await business.api('PUT', '/business/logo', await png(), odd))
    const other = await business.api('PUT', '/business/logo', await png({ width: 2 }), odd)
    expect(other.body.width).toBe(2)
  })

  test('says in the trail whose bytes they are by their hash, and how many; no more', async () => {
    const { url, size } = succeeded(await putLogo(business.api, await png())).body
    const hash = /([0-9a-f]{64})\.png$/.exec(url)?.[1]
    expect(await trail()).toEqual([{ action: 'business.logo_set', details: { hash, size } }])
    succeeded(await remove())
    expect((await trail())[1]).toEqual({ action: 'business.logo_removed', details: { hash, size } })
  })

  test('is one business’s alone; another may have the same picture, at an address of its own', async () => {
    const other = await aBusiness()
    succeeded(await putLogo(business.api, await png()))
    expect(await logoUrl(other)).toBeNull()
    succeeded(await putLogo(other.api, await png()))
    expect(await logoUrl(other)).toMatch(/\/logos\/[0-9a-f]{64}\.png$/)
    expect(await logoUrl(other)).not.toBe(await logoUrl())
    succeeded(await remove(other))
    expect([await logoUrl(other), await trail()]).toEqual([null, [expect.anything()]])
    expect(await logoUrl()).toMatch(/\/logos\//)
  })
})

describe('Content-Type', () => {
  test.each(['image/png', 'IMAGE/PNG', 'image/png; charset=binary', 'image/png;x', ' image/png ; a="b"'])(
    '“%s” says that it is a PNG',
    async type => expect((await putLogo(business.api, await png(), type)).status).toBe(200),
  )

  test.each([
    ...[
      'image/svg+xml',
      'image/gif',
      'image/avif',
      'image/*',
      'image/jpg',
      'image/pngx',
      'text/html',
      'png',
      '',
    ],
    ...['application/json', 'application/octet-stream', 'multipart/form-data; boundary=x', ';image/png'],
    'image/jpeg, image/png',
  ])('“%s” is refused with 415, and the answer names what would be right', async type => {
    const answer = await changingNothing(async () => putLogo(business.api, await png(), type))
    expect(codeOf(answer)).toBe('415 unsupported_media_type')
    expectProblem(answer)
    expect(answer.body.detail).toContain('image/png, image/jpeg, image/webp')
    expect(answer.headers.get('accept')).toBe('image/png, image/jpeg, image/webp')
  })

  test('that is missing is refused with 415', async () => {
    const headers = { authorization: `Bearer ${business.key}` }
    const { status } = await request('/api/v1/business/logo', { method: 'PUT', headers, body: await png() })
    expect(status).toBe(415)
  })
})

describe('size', () => {
  const most = 100 * 1024
  const padded = (length: number) => bytes(jpeg(), new Uint8Array(length - jpeg().length))
  const sent = (body: Bytes, more: Record<string, string> = {}) => {
    let at = 0
    const pull = (controller: ReadableStreamDefaultController) => {
      if (at < body.length) controller.enqueue(body.subarray(at, at + 65_536))
      else controller.close()
      at += 65_536
    }
    const headers = { authorization: `Bearer ${business.key}`, 'content-type': 'image/jpeg', ...more }
    return request('/api/v1/business/logo', { method: 'PUT', headers, body: new ReadableStream({ pull }) })
  }

  test('100 KB are taken, one byte more is refused, and the answer says how many there may be', async () => {
    expect((await putLogo(business.api, padded(most), 'image/jpeg')).status).toBe(200)
    const answer = await changingNothing(() => putLogo(business.api, padded(most + 1), 'image/jpeg'))
    expect(codeOf(answer)).toBe('413 too_large')
    expectProblem(answer)
    expect(answer.body.detail).toBe('This file may have 100 KB at most.')
  })

  test('10 MB of garbage are refused, announced or not, of whatever type', async () => {
    const garbage = new Uint8Array(10 * 1024 * 1024)
    for (const type of ['image/png', 'image/jpeg', 'image/gif', 'application/json'])
      expect((await putLogo(business.api, garbage, type)).status).toBe(413)
    expect((await sent(garbage)).status).toBe(413)
    expect((await sent(garbage, { 'content-length': String(garbage.length) })).status).toBe(413)
    expect(await stored()).toEqual([])
  })

  test('what comes in pieces is taken whole', async () => {
    expect((await sent(padded(most))).status).toBe(200)
    expect((await sent(padded(most + 1))).status).toBe(413)
  })

  test('nothing is no picture', async () => {
    expect(codeOf(await putLogo(business.api, bytes()))).toBe('422 logo_unreadable')
  })
})

test('what is refused changes nothing, and leaves the logo that stands', async () => {
  succeeded(await putLogo(business.api, await png()))
  const { url } = (await changingNothing(() => read())).body
  for (const [code, file, type] of [
    ['logo_unreadable', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/png'],
    ['logo_unreadable', (await png()).slice(0, -1), 'image/png'],
    ['logo_type_differs', await png(), 'image/webp'],
    ['logo_dimensions', riff(vp8l({ width: 1025 })), 'image/webp'],
  ] as const) {
    const answer = await changingNothing(() => putLogo(business.api, file, type))
    expect(codeOf(answer)).toBe(`422 ${code}`)
    expectProblem(answer)
    expect(answer.body.detail.split(/[.:] /).length, answer.body.detail).toBeGreaterThan(1)
  }
  expect((await read()).body.url).toBe(url)
  expect(await trail()).toHaveLength(1)
})

test('a parameter that the path does not take is refused', async () => {
  const answer = await business.api('PUT', '/business/logo?x=1', await png(), { 'content-type': 'image/png' })
  expect(codeOf(answer)).toBe('400 malformed_query')
})

describe('DELETE /business/logo', () => {
  test('answers 204 without a body, also where there is none, and is one act', async () => {
    succeeded(await putLogo(business.api, await png()))
    const { etag } = await read()
    const answer = await remove()
    expect([answer.status, answer.body]).toEqual([204, null])
    expect(await logoUrl()).toBeNull()
    expect((await read()).etag).not.toBe(etag)
    expect((await changingNothing(() => remove())).status).toBe(204)
    expect(await stored()).toEqual([])
    expect(await trail()).toHaveLength(2)
  })

  test('the same can be set again after it', async () => {
    const { body } = succeeded(await putLogo(business.api, await png()))
    succeeded(await remove())
    expect((await putLogo(business.api, await png())).body).toEqual(body)
    expect(await trail()).toHaveLength(3)
  })
})

const done = (answers: Answer[]) => answers.map(({ status }) => status)

describe('at once', () => {
  test('the same file ten times: one answer, one logo, one entry', async () => {
    const file = await png()
    const answers = await Promise.all(Array.from({ length: 10 }, () => putLogo(business.api, file)))
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
    expect(answers[0]?.status).toBe(200)
    expect(await stored()).toHaveLength(1)
    expect(await trail()).toHaveLength(1)
  })

  test('different files, removals and a change of the profile: each is done, one logo or none is left', async () => {
    for (let round = 0; round < 3; round++) {
      const files = await Promise.all([1, 2, 3, 4].map(width => png({ width, height: 1 + round })))
      const before = (await trail()).length
      const answers = await Promise.all([
        ...files.map(file => putLogo(business.api, file)),
        ...[remove(), remove(), business.api('PATCH', '/business', { name: `Round ${round}` })],
      ])
      expect(done(answers)).toEqual([200, 200, 200, 200, 204, 204, 200])
      const acts = (await trail()).slice(before)
      const set = acts.filter(({ action }) => action === 'business.logo_set').map(({ details }) => details)
      expect(set).toHaveLength(4)
      const [logo, ...more] = await stored()
      expect(more).toEqual([])
      if (logo) expect(set).toContainEqual({ hash: logo.hash, size: logo.size })
      else expect(acts.length).toBeGreaterThan(4)
      expect((await read()).body.name).toBe(`Round ${round}`)
    }
  })
})

describe('on a bad day', () => {
  const writes = ({ sql }: Batch) => sql.some(one => /^(insert into|delete from) "logos"/.test(one))
  const lost = () => {
    throw new Error('D1_ERROR: Network connection lost.')
  }
  /** Bindings whose database meets the write of a logo otherwise. */
  const when = (meets: (batch: Batch) => Promise<unknown>) =>
    apiWith(
      business.key,
      batches(batch => (writes(batch) ? meets(batch) : batch.run())),
    )
  const commitsAndIsLost = when.bind(null, async ({ run }) => {
    await run()
    lost()
  })
  const isLost = when.bind(null, async () => lost())

  test('an answer that is lost behind its commit: 503, and the repeat finds it done', async () => {
    expect(codeOf(await putLogo(commitsAndIsLost(), await png()))).toBe('503 unavailable')
    const again = await changingNothing(async () => putLogo(business.api, await png()))
    expect(again.status).toBe(200)
    expect(await logoUrl()).toBe(again.body.url)
    expect(codeOf(await commitsAndIsLost()('DELETE', '/business/logo'))).toBe('503 unavailable')
    expect((await changingNothing(() => remove())).status).toBe(204)
    expect(await trail()).toHaveLength(2)
  })

  test('a fault before the commit: 503, and nothing; the repeat does it', async () => {
    const failed = await changingNothing(async () => putLogo(isLost(), await png()))
    expect(codeOf(failed)).toBe('503 unavailable')
    succeeded(await putLogo(business.api, await png()))
    expect(codeOf(await changingNothing(() => isLost()('DELETE', '/business/logo')))).toBe('503 unavailable')
    succeeded(await remove())
    expect(await trail()).toHaveLength(2)
  })

  test.each(['loses its connection', 'throws at once'] as const)(
    'a database that %s: 503 to both',
    async how => {
      const api = apiWith(business.key, {
        ...failingDbs[how](),
        API_LIMIT: { limit: async () => ({ success: true }) },
      })
      for (const answer of [await putLogo(api, await png()), await api('DELETE', '/business/logo')]) {
        expect(codeOf(answer)).toBe('503 unavailable')
        expectProblem(answer)
      }
    },
  )

  test('a key that is revoked while its file is under way changes nothing', async () => {
    const revoking = when(async ({ run }) => {
      await env.DB.prepare('update api_keys set revoked_at = 1').run()
      return run()
    })
    expect(codeOf(await putLogo(revoking, await png()))).toBe('401 no_key')
    expect(await stored()).toEqual([])
  })
})
