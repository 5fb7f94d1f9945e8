// Whether words that try to be more than words succeed in a mail.
import { expect } from 'vitest'
import type { Mail } from '../../src/mail/letter.ts'

/** Control and direction characters: none may stand in a header. */
export const unseen = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** Headers on one line, no markup of theirs, a whole document, and plain names of files. `told`: which mail it is. */
export function expectHarmless(mail: Mail | undefined, told: string, typed: string): void {
  const named = mail?.headers.flatMap(({ name, value }) => [name, value]) ?? []
  for (const header of [mail?.subject, mail?.from, mail?.replyTo, ...named])
    expect(header, told).not.toMatch(unseen)
  expect(/<script|<img|<style|<[^>]*\s(onerror|onmouseover)=/i.test(mail?.html ?? ''), told).toBe(false)
  if (/[<>"'&]/.test(typed)) expect(mail?.html.includes(typed), told).toBe(false)
  expect(mail?.html.startsWith('<!doctype html>') && mail.html.endsWith('</html>'), told).toBe(true)
  expect(
    mail?.attachments.every(({ name }) => /^[A-Za-z0-9._-]+$/.test(name)),
    told,
  ).toBe(true)
}
