// The same file in other clothes: JSON that parses alike, and the known tricks with a JWS.
import { createHmac } from 'node:crypto'
import type { Evidence } from './evidence.ts'

/** The order of Ed25519's group: a signature's second half plus this solves the same equation (RFC 8032, 5.1.7). */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n

/** Deeper than a careless reader's stack. */
const DEEP = '['.repeat(100_000) + ']'.repeat(100_000)

const encoded = (value: string | Uint8Array) => Buffer.from(value).toString('base64url')

/** By name; none of them may pass. */
export function rewritesOf({ text, jws }: Evidence): [string, string][] {
  const file = JSON.parse(text)
  const [header = '', payload = '', signature = ''] = jws.split('.')
  const withJws = (value: unknown) => text.replace(JSON.stringify(jws), JSON.stringify(value))
  const unsigned = encoded('{"alg":"none","kid":"k1"}')
  const symmetric = encoded('{"alg":"HS256","kid":"k1"}')
  const mac = createHmac('sha256', 'k1').update(`${symmetric}.${payload}`).digest()
  return [
    ['a line break at the end', `${text}\n`],
    ['a space at the beginning', ` ${text}`],
    ['a byte order mark', `\ufeff${text}`],
    ['indented', JSON.stringify(file, null, 2)],
    ['an escape for a letter', text.replace('semaquote', '\\u0073emaquote')],
    ['a number in another notation', text.replace(/"sequence":(\d+)/, '"sequence":$1.0')],
    ['a record that is null', JSON.stringify({ ...file, record: null })],
    ['no record', JSON.stringify({ ...file, record: undefined })],
    ['a record of great depth', text.replace(/"record":.*$/s, `"record":${DEEP}}`)],
    ['a payload of great depth', withJws(`${header}.${encoded(`{"record":${DEEP}}`)}.${signature}`)],
    ['in a list', `[${text}]`],
    ['twice', text + text],
    ['a JWS that is none', withJws(null)],
    ['a JWS in a list', withJws([jws])],
    ['a JWS as JSON', withJws({ payload, protected: header, signature })],
    ['padded base64', withJws(`${jws}==`)],
    ['bits that decoders ignore', withJws(`${jws.slice(0, -1)}${nextLetter(jws.at(-1))}`)],
    ['a fourth part', withJws(`${jws}.`)],
    ['no algorithm', withJws(`${unsigned}.${payload}.`)],
    ['no algorithm, the signature kept', withJws(`${unsigned}.${payload}.${signature}`)],
    ['a symmetric algorithm', withJws(`${symmetric}.${payload}.${encoded(mac)}`)],
    [
      'the twin of a signature',
      withJws(`${header}.${payload}.${encoded(twinOf(Buffer.from(signature, 'base64url')))}`),
    ],
    ['a signature of zeros', withJws(`${header}.${payload}.${encoded(new Uint8Array(64))}`)],
  ]
}

/** Six bits of which the lowest are not used. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const nextLetter = (letter = 'A') => letters[letters.indexOf(letter) ^ 1]

function twinOf(signature: Buffer): Buffer {
  const scalar = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + ORDER
  const bytes = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse()
  return Buffer.concat([signature.subarray(0, 32), bytes])
}
