// An ETag has to reach the caller as it was given: strong.
import { expect, test } from 'vitest'
import { aBusiness, aClient, aSentQuote } from '../support/world.ts'

test('GET /quotes/:id has a strong ETag, and forbids the edge to compress it into a weak one', async () => {
  const business = await aBusiness()
  const quote = await aSentQuote(business, await aClient(business))
  const { etag, headers } = await business.api('GET', `/quotes/${quote}`)
  expect(etag).toMatch(/^"\d+"$/)
  expect(headers.get('cache-control')).toBe('no-store, no-transform')
  expect((await business.api('GET', '/quotes')).headers.get('cache-control')).toBe('no-store')
})
