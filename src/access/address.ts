/**
 * What somebody types as an address. Only what no client can have is sent back: whether the rest belongs to anybody is
 * for the job to find out, and for nobody to see.
 */
import { ADDRESS, LONGEST_ADDRESS } from '../core/address.ts'
import type { WordsIn } from '../i18n/words.ts'
import type { words } from './words.ts'

/** What can be wrong with an address, by the names of its sentences. */
export type AddressFault = keyof WordsIn<typeof words>['faults']

/** The field `email` of a form; the last of several, `''` where there is none or it was sent as a file. */
export function addressIn(body: Record<string, unknown>): string {
  const typed = [body.email].flat().filter(value => typeof value === 'string')
  return (typed.at(-1) ?? '').trim()
}

/** What is wrong with it. */
export function faultOf(address: string): AddressFault | undefined {
  if (address === '') return 'missing'
  if (address.length > LONGEST_ADDRESS) return 'tooLong'
  if (!address.isWellFormed() || /[\p{Cc}\ufffd]/u.test(address)) return 'unreadable'
  if (ADDRESS.test(address)) return undefined
  return address.split('@').length > 2 ? 'several' : 'noAddress'
}
