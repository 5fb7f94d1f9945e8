/**
 * Sealed texts: AES-256-GCM under a key of LINK_KEYS, derived for one purpose, bound to the place where it is stored, so
 * that a copy moved to another row of a stolen or tampered database does not open. Stored as `<key id>:<base64>`.
 */
import type { Config } from './config.ts'
import { seal, sealingKey, unseal } from './crypto.ts'

/** What the sealed text is, and where it belongs. */
export type Seal = { purpose: string; context: string }

/** Seals a text under the first key. */
export async function sealText(config: Config, { purpose, context }: Seal, text: string): Promise<string> {
  const [{ id, secret }] = config.linkKeys
  return `${id}:${await seal(await sealingKey(secret, purpose), text, context)}`
}

/** Opens a sealed text; undefined when its key is no longer held or anything was changed. */
export async function openText(
  config: Config,
  { purpose, context }: Seal,
  sealed: string,
): Promise<string | undefined> {
  const [keyId, box = ''] = sealed.split(':')
  const secret = config.linkKeys.find(key => key.id === keyId)?.secret
  return secret ? unseal(await sealingKey(secret, purpose), box, context) : undefined
}
