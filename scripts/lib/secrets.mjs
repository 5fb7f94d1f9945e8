// New secrets, from the platform's random generator: for .dev.vars and for `npm run keys`.
import { generateKeyPairSync, randomBytes } from 'node:crypto'

/**
 * One pair for LINK_KEYS: `id:base64 of 32 bytes`.
 * @param {string} id
 */
export const newLinkKey = id => `${id}:${randomBytes(32).toString('base64')}`

/**
 * One private key for SIGNING_KEYS: Ed25519, as a JWK. Its id ends on a piece of its public half: two of one day differ.
 * @param {string} name
 */
export function newSigningKey(name) {
  const { kty, crv, d, x = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  return { kty, crv, kid: `${name}-${x.slice(0, 8)}`, alg: 'EdDSA', d, x }
}

export const newPassword = () => randomBytes(24).toString('base64url')

/**
 * A key's name by the day on which it was made, so that the newest is seen at a glance.
 * @param {Date} day
 */
export const keyIdOf = day => `k${day.toISOString().slice(0, 10).replaceAll('-', '')}`
