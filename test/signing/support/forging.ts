// What it takes to forge an evidence file: a genuine one, its pieces, and ways to sign others.
import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { canonical } from '../../../src/core/canonical.ts'
import { configOf, type SigningKey } from '../../../src/core/config.ts'
import { jwksOf } from '../../../src/signing/sign.ts'
import { verify } from '../../../src/signing/verify.ts'
import { accept, asked } from '../../support/answers.ts'
import { request } from '../../support/world.ts'

export const utf8 = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>
export const encoded = (data: Uint8Array | string) =>
  btoa(String.fromCharCode(...(typeof data === 'string' ? utf8(data) : data)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

export const jwks = jwksOf(configOf(env).signing)
export const published = jwks.keys[0] as { x: string; kid: string }
export const [own] = JSON.parse(env.SIGNING_KEYS) as [SigningKey]

/** A genuine file, and what it is made of. */
export async function aGenuine() {
  const one = await asked()
  await accept(one)
  const text = await (await request(`${one.at}/receipt.json`)).text()
  const file: { format: string; jws: string; record: Record<string, unknown> } = JSON.parse(text)
  const segments = file.jws.split('.') as [string, string, string]
  const header: Record<string, unknown> = JSON.parse(atob(segments[0]))
  return { text, file, header, segments }
}

export type Signer = (input: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer | Uint8Array>

export const ed25519 = async (jwk: object): Promise<Signer> => {
  const key = await crypto.subtle.importKey('jwk', jwk as JsonWebKey, 'Ed25519', false, ['sign'])
  return input => crypto.subtle.sign('Ed25519', key, input)
}
export const hmac = async (secret: Uint8Array<ArrayBuffer>, hash: string): Promise<Signer> => {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash }, false, ['sign'])
  return input => crypto.subtle.sign('HMAC', key, input)
}
export const nobody: Signer = async () => new Uint8Array(64)

/** A file in the right shape, whose JWS has this header and payload, signed in this way. */
export async function made(head: unknown, record: unknown, sign: Signer): Promise<string> {
  const input = `${encoded(typeof head === 'string' ? head : canonical(head))}.${encoded(canonical(record))}`
  const jws = `${input}.${encoded(new Uint8Array(await sign(utf8(input))))}`
  return canonical({ format: 'semaquote/evidence@1', jws, record })
}

export const findsOut = async (what: string, given: string) => {
  const verdict = await verify(given, jwks)
  expect(verdict, what).toMatchObject({ valid: false })
  expect(JSON.stringify(verdict).length, what).toBeLessThan(5000)
}
