/**
 * The sealed copy of a token, from which the same link can be mailed again: AES-256-GCM under a key that lives
 * in the Worker's secrets alone, bound to business, client and link, so that a copy moved to another row of a
 * stolen or tampered database does not open. Stored as `<key id>:<base64>`.
 */
import type { Config } from '../core/config.ts'
import { seal, sealingKey, unseal } from '../core/crypto.ts'

/** The link that a sealed copy belongs to. */
export type Belongs = { id: string; businessId: string; clientId: string }

/** Seals a token under the first key. */
export async function sealToken(config: Config, link: Belongs, token: string): Promise<string> {
  const [{ id, secret }] = config.linkKeys
  return `${id}:${await seal(await keyFor(secret), token, context(link))}`
}

/** Opens a sealed copy; undefined when its key is no longer held or anything was changed. */
export async function openToken(config: Config, link: Belongs, sealed: string): Promise<string | undefined> {
  const [keyId, box = ''] = sealed.split(':')
  const secret = config.linkKeys.find(key => key.id === keyId)?.secret
  return secret ? unseal(await keyFor(secret), box, context(link)) : undefined
}

const context = (link: Belongs) => `${link.businessId} ${link.clientId} ${link.id}`

const keyFor = (secret: Uint8Array<ArrayBuffer>) => sealingKey(secret, 'semaquote portal link sealed copy')
