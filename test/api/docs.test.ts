// The page that describes the API tells of every operation that there is, and of every code; it needs no key.
import { expect, test } from 'vitest'
import { operations } from '../../src/api/operations.ts'
import { cures } from '../../src/api/words.ts'
import { problems } from '../../src/core/problem.ts'
import { request } from '../support/world.ts'

test('GET /api/v1/docs needs no key, and has an anchor for each operation and each error code', async () => {
  const response = await request('/api/v1/docs')
  const html = await response.text()
  expect(response.status).toBe(200)
  const anchors = [...Object.keys(problems), ...operations.map(({ name }) => name)]
  expect(anchors.filter(anchor => !html.includes(`id="${anchor}"`))).toEqual([])
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(targets.filter(id => id !== 'main' && !html.includes(`id="${id}"`))).toEqual([])
})

test('its policy allows its own script by hash, calls to its own origin, and nothing else', async () => {
  const { headers } = await request('/api/v1/docs')
  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; script-src 'sha256-[^']+'; connect-src 'self'; style-src 'sha256-[^ ]+' 'sha256-[^ ]+'; img-src data:; /,
  )
})

test('every code has a cause and a cure', () => {
  expect(Object.keys(cures).sort()).toEqual(Object.keys(problems).sort())
  for (const text of Object.values(cures)) expect(text).toMatch(/^[A-Z].*\.$/)
})
