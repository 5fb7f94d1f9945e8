// Bodies that are no bodies: no JSON, no object, unknown fields, too much; on every route that takes one.
import { describe, expect, test } from 'vitest'
import { aPortal, type Portal } from '../support/portal.ts'
import { expectProblem } from '../support/problems.ts'
import { apiRoutes, filled } from '../support/routes.ts'
import { type Answer, request } from '../support/world.ts'

const codeOf = ({ status, body }: Answer) => `${status} ${body?.code ?? ''}`.trim()

/** Every route that takes a body, and a body that it takes. */
const taking = apiRoutes.filter(({ method }) => ['POST', 'PATCH'].includes(method))

const call = (
  { business, client, quote, invoice }: Portal,
  { method, path }: (typeof taking)[number],
  body: unknown,
) =>
  business.api(
    method,
    filled(path, { clients: client, quotes: quote, invoices: invoice }).slice('/api/v1'.length),
    body,
  )

const unknownFields = [
  'what',
  'id',
  'business_id',
  'version',
  '__proto__',
  'constructor',
  'toString',
  'a/b',
  'a~b',
  '',
  'é',
]

describe.each(taking)('$method $path', route => {
  test('refuses what is no JSON with 400, and what is no object with 422', async () => {
    const portal = await aPortal()
    for (const body of [
      '{',
      '}',
      '{"a":1}x',
      "{'a':1}",
      '[1,]',
      ...['undefined', 'NaN', '{"a":NaN}', '{"a":Infinity}', '{"a":01}', '{"a":+1}', '{"a":.5}', '{"a":0x1}'],
      ...[
        '\0',
        '{"a":"\0"}',
        '{"a":"\n"}',
        '{"a":"\\x"}',
        '{"a":"\\ud8"}',
        '{a:1}',
        '{"a":1,}',
        '{"a":1 "b":2}',
      ],
      ...['// no\n{}', '\ufeff\ufeff{}', '['.repeat(10_000), '{"a":'.repeat(10_000)],
      'a=b&c=d',
      '<a/>',
      '"',
    ]) {
      const answer = await call(portal, route, body)
      expect(codeOf(answer), body).toBe('400 malformed_json')
      expectProblem(answer, body)
    }
    for (const body of ['[]', 'null', '5', '"text"', 'true', '[{}]', '[[]]']) {
      const answer = await call(portal, route, body)
      expect(codeOf(answer), body).toBe('422 invalid')
      expectProblem(answer, body)
    }
  })

  test('refuses an unknown field by its name', async () => {
    const portal = await aPortal()
    for (const field of unknownFields) {
      const answer = await call(portal, route, `{${JSON.stringify(field)}: 1}`)
      expect(codeOf(answer), field).toBe('422 invalid')
      const pointer = `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`
      expect(answer.body.errors, field).toContainEqual({ pointer, detail: 'is not a field of this resource' })
    }
  })

  test('refuses more than 256 KB with 413, with and without a length; takes 256 KB', async () => {
    const portal = await aPortal()
    const padded = (size: number) => `{${' '.repeat(size - 2)}}`
    const answer = await call(portal, route, padded(256 * 1024 + 1))
    expect(codeOf(answer)).toBe('413 too_large')
    expectProblem(answer)
    expect((await call(portal, route, padded(256 * 1024))).status).not.toBe(413)
    const bytes = new TextEncoder().encode(padded(256 * 1024 + 1))
    const pieces = () =>
      new ReadableStream({
        start(controller) {
          for (let at = 0; at < bytes.length; at += 65_536) controller.enqueue(bytes.slice(at, at + 65_536))
          controller.close()
        },
      })
    const path = filled(route.path, {
      clients: portal.client,
      quotes: portal.quote,
      invoices: portal.invoice,
    })
    const headers = { authorization: `Bearer ${portal.business.key}`, 'if-match': '*' }
    expect((await request(path, { method: route.method, headers, body: pieces() })).status).toBe(413)
    const lengthy = { ...headers, 'content-length': String(bytes.length) }
    expect((await request(path, { method: route.method, headers: lengthy, body: pieces() })).status).toBe(413)
  })
})
