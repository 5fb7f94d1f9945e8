// The tables of src/documents/transitions.ts against the portal: each act is tried in each situation, and has to do what
// its cell says.
import { expect } from 'vitest'
import { changingNothing } from './answers.ts'
import type { Answer } from './world.ts'

/** `act`: one act of the API; `look`: what is found afterwards, in words of its caller. */
type Trying = { act: () => Promise<Answer>; look: () => Promise<string> }

/**
 * Tries what a cell is about, written as `act: cell`. Where it names a situation, `found` says what is then found; where
 * it names a code, the act is refused with it and not a row is another. Answers whether all stands as it did.
 */
export async function tryCell(
  written: string,
  { act, look }: Trying,
  found: Record<string, string>,
): Promise<boolean> {
  const cell = written.slice(written.indexOf(': ') + 2)
  if (!cell.includes('_')) {
    const { status, body } = await act()
    expect([status, body?.code], written).toEqual([expect.toBeOneOf([200, 201, 204]), undefined])
    expect(await look(), written).toBe(found[cell])
    return false
  }
  const { status, body, headers } = await changingNothing(act, written)
  expect([status, body.code, headers.get('content-type')], written).toEqual([
    409,
    cell,
    'application/problem+json',
  ])
  // A person gets a sentence, not the code again.
  expect(body.detail.length, written).toBeGreaterThan(10)
  return true
}
