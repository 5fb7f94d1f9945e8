// What every refusal of the API must be: a problem document with a code of the closed list, and nothing of our inside.
import { expect } from 'vitest'
import { type ProblemCode, problems } from '../../src/core/problem.ts'
import type { Answer } from './world.ts'

/** Checks the whole document; `what` names the case. */
export function expectProblem({ status, headers, body }: Answer, what = ''): void {
  expect(headers.get('content-type'), what).toBe('application/problem+json')
  expect(headers.get('cache-control'), what).toBe('no-store')
  expect(headers.get('x-content-type-options'), what).toBe('nosniff')
  expect(Object.keys(problems), what).toContain(body.code)
  const [stands, title] = problems[body.code as ProblemCode]
  const { errors, ...rest } = body
  expect({ ...rest, status }, what).toEqual({
    ...{ type: `https://portal.test/api/v1/docs/codes#${body.code}`, title, status: stands, code: body.code },
    detail: expect.stringMatching(/\S{2}/),
  })
  expect(errors !== undefined, what).toBe(body.code === 'invalid')
  for (const error of errors ?? []) {
    expect(Object.keys(error), what).toEqual(['pointer', 'detail'])
    expect(error.pointer, what).toMatch(/^(\/|$)/)
    expect(error.detail, what).toMatch(/\S{2}/)
  }
  expect(JSON.stringify(body), what).not.toMatch(
    /D1_|SQLITE|sqlite|constraint|\.ts:|TypeError|undefined|Expected/,
  )
}

/** Whether a refusal names the field, or the object that it stands in. */
export const names = ({ body }: Answer, pointer: string): boolean =>
  (body.errors ?? []).some(
    (error: { pointer: string }) => `${pointer}/`.startsWith(`${error.pointer}/`) && error.pointer !== '',
  )
