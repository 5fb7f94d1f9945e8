// The OpenAPI document as a linter and a generator of clients see it: nothing to complain of, and the types that the
// project's own client has are those that the generator makes of it now.
import { readFileSync } from 'node:fs'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { beforeAll, expect, test } from 'vitest'
import { openApiDocument, typesFile, typesOf } from '../../scripts/lib/openapi.mjs'

const origin = 'https://portal.example.net'
let document: Record<string, unknown>

beforeAll(async () => {
  document = await openApiDocument(origin)
})

/** What Redocly's linter finds: OpenAPI 3.1 by its structure, and the rules that it recommends, all of them. */
async function complaints(described: object): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'] })
  const found = await lintFromString({ source: JSON.stringify(described), config })
  return found.map(
    ({ severity, ruleId, message, location }) =>
      `${severity} ${ruleId} at ${location[0]?.pointer}: ${message}`,
  )
}

test('a linter has no error and no warning', async () => {
  expect(document.openapi).toMatch(/^3\.1\./)
  expect(await complaints(document)).toEqual([])
})

test.each([
  ['a word that OpenAPI does not know', { what: 1 }, 'error struct'],
  ['no server', { servers: [] }, 'error no-empty-servers'],
  ['no security', { security: undefined }, 'error security-defined'],
  ['a schema that is none', { components: { schemas: { Problem: { type: 'text' } } } }, 'error struct'],
  ['a name for nothing', { components: {} }, 'error no-unresolved-refs'],
])('the linter would find %s', async (_, change, complaint) => {
  expect((await complaints({ ...document, ...change })).join('\n')).toContain(complaint)
})

test('the types of the client are what the generator makes of the document: `npm run client` after a change', async () => {
  expect(readFileSync(typesFile, 'utf8')).toBe(await typesOf(document))
})
