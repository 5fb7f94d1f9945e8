// The page that describes the API tells of every operation that there is, and of every code; it needs no key.
import { expect, test } from 'vitest'
import { operations } from '../../src/api/operations.ts'
import { cures } from '../../src/api/words.ts'
import { problems } from '../../src/core/problem.ts'
import { request } from '../support/world.ts'

const read = async (path: string) => {
  const response = await request(path)
  expect(response.status, path).toBe(200)
  return response.text()
}

test('GET /api/v1/docs needs no key, and leads to each operation and each error code', async () => {
  const html = await read('/api/v1/docs')
  const paths = [...html.matchAll(/href="(\/api\/v1\/docs\/[^"]+)"/g)].map(([, path = '']) => path)
  const pages = (await Promise.all(paths.map(read))).join('')
  expect(operations.filter(({ name }) => !pages.includes(`id="${name}"`))).toEqual([])
  expect(operations.filter(({ method, path }) => !pages.includes(`${method} ${path}`))).toEqual([])
  expect(Object.keys(problems).filter(code => !pages.includes(`id="${code}"`))).toEqual([])
})

test('each page has at most 40 KB, and 7 KB compressed, to which its headers add the eighth', async () => {
  const html = await read('/api/v1/docs')
  const nouns = [...html.matchAll(/href="(\/api\/v1\/docs\/[^"]+)"/g)].map(([, path = '']) => path)
  for (const path of ['/api/v1/docs', ...nouns]) {
    const text = await read(path)
    expect(new TextEncoder().encode(text).length, path).toBeLessThanOrEqual(40 * 1024)
    const zipped = new Response(text).body?.pipeThrough(new CompressionStream('gzip'))
    expect((await new Response(zipped).arrayBuffer()).byteLength, path).toBeLessThanOrEqual(7 * 1024)
  }
})

test('the type of a problem leads to its code', async () => {
  const { type, code } = await (await request('/api/v1/clients')).json<{ type: string; code: string }>()
  const { pathname, hash } = new URL(type)
  expect(hash).toBe(`#${code}`)
  expect(await read(pathname)).toContain(`id="${code}"`)
})

test('a noun that there is not is a page that was not found', async () => {
  expect((await request('/api/v1/docs/nothing')).status).toBe(404)
})

test('its policy allows its own script by hash, calls to its own origin, and nothing else', async () => {
  const { headers } = await request('/api/v1/docs/quotes')
  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; script-src 'sha256-[^']+'; connect-src 'self'; style-src 'sha256-[^ ]+' 'sha256-[^ ]+'; img-src data:; /,
  )
})

test('every code has a cause and a cure', () => {
  expect(Object.keys(cures).sort()).toEqual(Object.keys(problems).sort())
  for (const text of Object.values(cures)) expect(text).toMatch(/^[A-Z].*\.$/)
})
