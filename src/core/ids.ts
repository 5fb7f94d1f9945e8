/**
 * Ids: a prefix that says what it is, 48 bits of time and 80 random bits, so that they sort by birth and
 * cannot be guessed. The shape is a lower-case ULID behind the prefix: `quo_01k…`.
 */
import { base32, base32Number } from './base32.ts'

export type Prefix =
  | 'biz'
  | 'key'
  | 'cli'
  | 'lnk'
  | 'quo'
  | 'inv'
  | 'pay'
  | 'msg'
  | 'aud'
  | 'req'
  | 'job'
  | 'lrq'

/** A new id; `now` in UTC milliseconds. */
export function newId(prefix: Prefix, now: number): string {
  return `${prefix}_${base32Number(now, 10)}${base32(crypto.getRandomValues(new Uint8Array(10)))}`
}

/** A text that sorts before every id of that kind that was made at `at` or later (UTC milliseconds). */
export const idBefore = (prefix: Prefix, at: number): string =>
  `${prefix}_${base32Number(Math.max(0, Math.floor(at)), 10)}`

/** Whether a text has the shape of an id of that kind, so that nothing else reaches the database. */
export function isId(prefix: Prefix, text: string): boolean {
  return text.length === 30 && text.startsWith(`${prefix}_`) && /^[0-9a-hjkmnp-tv-z]{26}$/.test(text.slice(4))
}

/** The same shape for a description (JSON Schema). */
export const idPattern = (prefix: Prefix): string => `^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`
