/**
 * The sealed copy of a token, from which the same link can be mailed again: sealed with a key that lives in the Worker's
 * secrets alone, bound to business, client and link.
 */
import type { Config } from '../core/config.ts'
import { openText, type Seal, sealText } from '../core/sealed.ts'

/** The link that a sealed copy belongs to. */
export type Belongs = { id: string; businessId: string; clientId: string }

const sealOf = ({ businessId, clientId, id }: Belongs): Seal => ({
  purpose: 'semaquote portal link sealed copy',
  context: `${businessId} ${clientId} ${id}`,
})

/** Seals a token under the first key. */
export const sealToken = (config: Config, link: Belongs, token: string): Promise<string> =>
  sealText(config, sealOf(link), token)

/** Opens a sealed copy; undefined when its key is no longer held or anything was changed. */
export const openToken = (config: Config, link: Belongs, sealed: string): Promise<string | undefined> =>
  openText(config, sealOf(link), sealed)
