/**
 * The cursor of a list: the id that a page ended with, and a few characters that bind it to its list and its business.
 * Without them, the id of anything would page, silently from a wrong place. They guard against mix-ups, not against
 * anybody: a cursor opens nothing, and there is no secret in it.
 */
import { base32 } from '../core/base32.ts'
import { sha256 } from '../core/crypto.ts'
import { Problem } from '../core/problem.ts'
import { cursorMessage } from '../core/query.ts'

const ID = 30

/** 40 bits: eight characters. */
const mark = async (list: string, id: string): Promise<string> =>
  base32((await sha256(`${list}\n${id}`)).slice(0, 5))

/** What `cursor` may be told in the query of a list. `list`: names it, with the business whose it is. */
export async function closed(list: string, id: string): Promise<string> {
  return id + (await mark(list, id))
}

/** The id in a cursor of the right shape. Throws `malformed_query` for one that this list did not give. */
export async function opened(list: string, cursor: string): Promise<string> {
  const id = cursor.slice(0, ID)
  if ((await closed(list, id)) === cursor) return id
  throw new Problem('malformed_query', `cursor ${cursorMessage}.`)
}
