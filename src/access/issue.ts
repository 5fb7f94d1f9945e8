/** Making links: the first one with a sending, every later one by the business's own rotation. */
import type { Act } from '../core/api.ts'
import type { Config } from '../core/config.ts'
import { sha256Hex } from '../core/crypto.ts'
import type { Statement } from '../core/db.ts'
import { newId } from '../core/ids.ts'
import { ok, type Result, refuse } from '../core/result.ts'
import { urls } from '../core/urls.ts'
import { openToken, sealToken } from './sealed.ts'
import { insertLink, type LivingLink, livingLink, type NewLink, newestLink } from './store/links.ts'
import { isWaiting, rotationStands, type Wait } from './store/rotations.ts'
import { mintToken } from './token.ts'

type Maker = Pick<Act, 'config' | 'now' | 'businessId'>

/** A new link's row and its token; the token is handed out once and stored nowhere. */
export async function newLink(act: Maker, clientId: string, origin: NewLink['origin']) {
  const token = await mintToken(act.config)
  const belongs = { id: newId('lnk', act.now), businessId: act.businessId, clientId }
  const sealed = await sealToken(act.config, belongs, token)
  const row: NewLink = { ...belongs, tokenHash: await sha256Hex(token), sealed, origin }
  return { token, row }
}

type Refusal = 'link_revoked' | 'link_key_retired'

/** What linkForSending decides by; `waiting`: a rotation of all links has ended the client's and not yet replaced it. */
export const linkReads = (clientId: string) => ({
  living: livingLink({ clientId }),
  newest: newestLink({ clientId }),
  waiting: isWaiting({ clientId }),
})

/** A living link, as far as it has to be known to mail it. */
type Mailable = Omit<LivingLink, 'bornAt' | 'lastUsedAt' | 'tokenHash'>

type LinkFound = { living: Mailable[]; newest: object[]; waiting: Wait[] }

/**
 * The link that a sending will carry: the living one, or a first one, to be inserted in the sending's own batch; or the
 * one that a rotation of all links would make soon. A link that was revoked is not replaced, and one whose key was
 * retired cannot be mailed: both need a rotation.
 */
export async function linkForSending(
  act: Maker,
  clientId: string,
  { living: [living], newest: [newest], waiting: [waiting] }: LinkFound,
): Promise<Result<{ linkId: string; statements: Statement[] }, Refusal>> {
  if (living) {
    const url = await urlOf(act.config, living)
    return url ? ok({ linkId: living.id, statements: [] }) : refuse('link_key_retired')
  }
  if (newest && !waiting) return refuse('link_revoked')
  const { row } = await newLink(act, clientId, waiting ? 'rotation' : 'sending')
  const stands = waiting ? [rotationStands(waiting)] : []
  return ok({ linkId: row.id, statements: [...stands, insertLink(row, act.now)] })
}

/** The address of a living link from its sealed copy; undefined where its key is no longer held. */
export async function urlOf(config: Config, link: Mailable) {
  const token = link.sealed === null ? undefined : await openToken(config, link, link.sealed)
  return token === undefined ? undefined : `${config.baseUrl}${urls.portal(token)}`
}
