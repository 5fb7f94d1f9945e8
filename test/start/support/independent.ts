// Evidence by its specification alone (RFC 7515, 8032, 8785), with node's own cryptography: nothing of the portal's
// source and no library. Shows that anyone can check a file, and makes files for the tests of the command.
import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'

export type Jwk = JsonWebKey & { kid: string }
export type Jwks = { keys: Jwk[] }

// biome-ignore lint/suspicious/noExplicitAny: a record is data of another maker
export type Json = any

/** RFC 8785: members sorted by their names' UTF-16 units, everything else as ECMAScript writes it. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map(name => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

const bytes = (part = '') => Buffer.from(part, 'base64url')
const encoded = (text: string) => Buffer.from(text).toString('base64url')

/** What a JWS consists of: what was signed, with which key, by which signature. */
export function partsOf(jws: string, { keys }: Jwks) {
  const [header, payload, signature] = jws.split('.')
  const { alg, kid } = JSON.parse(bytes(header).toString())
  const jwk = keys.find(key => key.kid === kid)
  if (!jwk) throw new Error(`no key ${kid}`)
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  const record = JSON.parse(bytes(payload).toString())
  return { alg, key, record, input: Buffer.from(`${header}.${payload}`), signature: bytes(signature) }
}

export const isSigned = ({ input, key, signature }: ReturnType<typeof partsOf>): boolean =>
  verify(null, input, key, signature)

export type Signer = { kid: string; secret: KeyObject; jwk: Jwk }

export function newSigner(kid: string): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    kid,
    secret: privateKey,
    jwk: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'EdDSA', use: 'sig' },
  }
}

/** An evidence file of a record, and the hash by which a chain names it. */
export function signed({ kid, secret }: Signer, record: Json) {
  const typ = `${record.format.replace('/', '-').replace('@1', '')}+jws`
  const input = `${encoded(JSON.stringify({ alg: 'EdDSA', kid, typ }))}.${encoded(canonical(record))}`
  const jws = `${input}.${sign(null, Buffer.from(input), secret).toString('base64url')}`
  return { record, hash: sha256(jws), text: canonical({ format: 'semaquote/evidence@1', jws, record }) }
}

export type Signed = ReturnType<typeof signed>

/** An acceptance at a place of a business's chain. */
export function acceptance(sequence: number, previous_hash: string | null, more: object = {}): Json {
  const client = { name: 'Priya Raman', company: 'Tidewater Inn' }
  const business = { id: 'biz_1', name: 'Harbor Roofing' }
  const content = {
    ...{ number: `Q-2026-000${sequence}`, revision: 2, title: 'Laundry room', currency: 'USD' },
    ...{ time_zone: 'America/New_York', total: '1250.00', business, client },
  }
  return {
    ...{ format: 'semaquote/acceptance@1', issuer: 'https://portal.example.com', business },
    chain: { sequence, previous_hash },
    document: { kind: 'quote', id: `quo_${sequence}`, content_hash: sha256(canonical(content)), content },
    signature: { name: 'Priya Raman', po_number: null, consent: { language: 'en', texts: ['I agree.'] } },
    signed_at: {
      utc: '2026-11-22T14:05:09.000Z',
      local: '2026-11-22T09:05:09-05:00',
      time_zone: 'America/New_York',
    },
    request: { address: null, country: null, network: null, user_agent: null, locale: 'en-US' },
    link: { id: 'lnk_1', made_at: '2026-11-02T10:00:00.000Z', mailed_to: [], revealed_to_business_at: null },
    ...more,
  }
}

/** So many records, chained. */
export function chain(signer: Signer, length: number): Signed[] {
  const links: Signed[] = []
  while (links.length < length)
    links.push(signed(signer, acceptance(links.length + 1, links.at(-1)?.hash ?? null)))
  return links
}

/** The head that seals a chain at this record. */
export const head = (signer: Signer, { record, hash }: Signed): Signed =>
  signed(signer, {
    ...{ format: 'semaquote/chain-head@1', issuer: record.issuer, business: record.business },
    ...{ chain: { sequence: record.chain.sequence, hash }, sealed_at: '2026-11-23T06:00:00.000Z' },
  })
