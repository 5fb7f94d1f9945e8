/**
 * What somebody types as an address. Only what no client can have is sent back: whether the rest belongs to anybody is
 * for the job to find out, and for nobody to see.
 */
import { ADDRESS, LONGEST_ADDRESS } from '../core/address.ts'
import { recoveryWords as words } from './words.ts'

/** The field `email` of a form; the last of several, `''` where there is none or it was sent as a file. */
export function addressIn(body: Record<string, unknown>): string {
  const typed = [body.email].flat().filter(value => typeof value === 'string')
  return (typed.at(-1) ?? '').trim()
}

/** What is wrong with it, in a sentence. */
export function faultOf(address: string): string | undefined {
  const { missing, tooLong, unreadable, several, noAddress } = words.faults
  if (address === '') return missing
  if (address.length > LONGEST_ADDRESS) return tooLong
  if (!address.isWellFormed() || /[\p{Cc}\ufffd]/u.test(address)) return unreadable
  if (ADDRESS.test(address)) return undefined
  return address.split('@').length > 2 ? several : noAddress
}
