// The page that describes the API tells of every route that there is, and of none that isn't.
import { expect, test } from 'vitest'
import { api } from '../../src/api/app.ts'
import { reference } from '../../src/api/reference.ts'
import { problems } from '../../src/core/problem.ts'
import { request } from '../support/world.ts'

const told = reference.flatMap(({ routes }) => routes.map(({ method, path }) => `${method} ${path}`))

const real = api.routes
  .filter(({ method, path }) => method !== 'ALL' && path !== '/docs')
  .map(({ method, path }) => `${method} ${path.replace(/\/$/, '').replace(/:(\w+)/g, '{$1}')}`)

test('the reference names the routes that there are', () => {
  expect([...told].sort()).toEqual([...new Set(real)].sort())
})

test('GET /api/v1/docs needs no key and has an anchor for each error code', async () => {
  const response = await request('/api/v1/docs')
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(Object.keys(problems).filter(code => !html.includes(`id="${code}"`))).toEqual([])
})
