// What wrangler prints is shown without tokens and keys, however the text arrives.
import { expect, test } from 'vitest'
import { isNoise, lineCutter, redact } from '../../scripts/lib/redact.mjs'

const token = `k1_${'0123456789abcdefghjkmnpqrstvwxyz'}${'abcd1234'}`
const key = `sqk_${'abcdefghjkmnpqrstvwxyz0123456789abcdef'}`

test.each([
  [`GET /portal/${token}/quotes/quo_1 200 OK`, 'GET /portal/.../quotes/quo_1 200 OK'],
  [`http://127.0.0.1:8787/portal/${token}`, 'http://127.0.0.1:8787/portal/...'],
  [`{"url":"http://x/portal/${token}"}`, '{"url":"http://x/portal/..."}'],
  [`/portal/not-a-token?x=1`, '/portal/...?x=1'],
  [`Error: bad token ${token}!`, 'Error: bad token ...!'],
  [`%2Fportal%2F${token}`, '%2Fportal%...'],
  [`Bearer ${key}`, 'Bearer sqk_...'],
  ['GET /health 200 OK', 'GET /health 200 OK'],
])('%s', (text, shown) => {
  expect(redact(text)).toBe(shown)
})

test('a token that arrives in two pieces is still one line', () => {
  const lines: string[] = []
  const cutter = lineCutter(line => void lines.push(redact(line)))
  for (const piece of [`GET /portal/${token.slice(0, 9)}`, `${token.slice(9)} 200\nnext`, ' line'])
    cutter.push(piece)
  cutter.end()
  expect(lines).toEqual(['GET /portal/... 200', 'next line'])
})

test('known notices are left out, warnings are not', () => {
  expect(
    isNoise('▲ [WARNING] Scheduled Workers are not automatically triggered during local development.'),
  ).toBe(true)
  expect(isNoise('▲ [WARNING] Unexpected fields found in top-level field: "vra"')).toBe(false)
})
