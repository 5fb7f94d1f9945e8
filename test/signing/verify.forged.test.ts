// Files that another key, another algorithm or another record signed: none of them is valid, and none of them throws.
import { beforeEach, expect, test } from 'vitest'
import { verify } from '../../src/signing/verify.ts'
import {
  aGenuine,
  ed25519,
  findsOut,
  hmac,
  jwks,
  made,
  nobody,
  own,
  published,
  type Signer,
  utf8,
} from './support/forging.ts'

let genuine: Awaited<ReturnType<typeof aGenuine>>
beforeEach(async () => {
  genuine = await aGenuine()
})

test('the genuine file is valid: the tests below start from one', async () => {
  const { text, file, header } = genuine
  expect(await verify(text, jwks)).toMatchObject({ valid: true, keyId: 'test-1' })
  expect(await verify(await made(header, file.record, await ed25519(own)), jwks)).toMatchObject({
    valid: true,
  })
})

test('no other algorithm, key or header makes a signature of ours', async () => {
  const { file, header } = genuine
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  const theirs = (await crypto.subtle.exportKey('jwk', pair.privateKey)) as { x: string }
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: theirs.x, kid: 'test-1' }
  const stranger = await ed25519(theirs)
  const x = Uint8Array.from(atob(published.x.replaceAll('-', '+').replaceAll('_', '/')), one =>
    one.charCodeAt(0),
  )
  const secrets = [x, utf8(published.x), utf8(JSON.stringify(published)), utf8(JSON.stringify(jwks))]
  const forged = { ...file.record, signature: { ...(file.record.signature as object), name: 'Mallory' } }
  const kids = ['nobody', '', '__proto__', 'constructor', 'toString', '../../jwks.json', "test-1' or '1'='1"]
  const odd = [null, 0, true, ['test-1'], { toString: 'test-1' }]
  const heads: [string, unknown, Signer][] = [
    ...['none', 'None', 'NONE', 'nOnE', '', 'HS256', 'ES256', 'RS256', 'ECDH-ES', 'Ed448'].map(
      (alg): [string, unknown, Signer] => [`alg ${alg}`, { ...header, alg }, nobody],
    ),
    ...kids.map((kid): [string, unknown, Signer] => [`kid ${kid}`, { ...header, kid }, stranger]),
    ...odd.map((kid): [string, unknown, Signer] => [
      `kid ${JSON.stringify(kid)}`,
      { ...header, kid },
      stranger,
    ]),
    ['another’s key', header, stranger],
    ['another’s key, brought along', { ...header, jwk }, stranger],
    ['another’s key, brought along under its own name', { ...header, kid: 'mine', jwk }, stranger],
    ['another’s key, to be fetched', { ...header, jku: 'https://evil.example/jwks.json' }, stranger],
    ['another’s certificate', { ...header, x5u: 'https://evil.example/x', x5c: ['x'] }, stranger],
    ['no alg', { kid: 'test-1', typ: header.typ }, stranger],
    ['no kid', { alg: 'EdDSA', typ: header.typ }, stranger],
    ['nothing', {}, stranger],
    ['a list', [header], stranger],
    ['the key’s name twice', `{"alg":"EdDSA","kid":"mine","kid":"test-1","typ":"${header.typ}"}`, stranger],
  ]
  for (const record of [file.record, forged])
    for (const [what, head, sign] of heads) await findsOut(what, await made(head, record, sign))
  for (const secret of secrets) {
    for (const [alg, hash] of [
      ['HS256', 'SHA-256'],
      ['HS512', 'SHA-512'],
      ['EdDSA', 'SHA-512'],
    ] as const)
      await findsOut(
        `${alg} with what is public`,
        await made({ ...header, alg }, forged, await hmac(secret, hash)),
      )
  }
})

const withContent = (record: Record<string, unknown>, more: object) => {
  const document = record.document as { content: object }
  return { ...record, document: { ...document, content: { ...document.content, ...more } } }
}

test('what our own key would have to sign, but never does, is not taken for a receipt', async () => {
  const { file, header } = genuine
  const sign = await ed25519(own)
  const { document: _, ...without } = file.record
  const heads: [string, unknown, unknown][] = [
    ['crit, unknown', { ...header, crit: ['x'], x: 1 }, file.record],
    ['crit, empty', { ...header, crit: [] }, file.record],
    ['a payload that is not encoded', { ...header, crit: ['b64'], b64: false }, file.record],
    ['another kind', { ...header, typ: 'JWT' }, file.record],
    ['a head’s kind', { ...header, typ: 'semaquote-chain-head+jws' }, file.record],
    ['no kind', { alg: 'EdDSA', kid: 'test-1' }, file.record],
    ['another format', header, { ...file.record, format: 'semaquote/acceptance@2' }],
    ['a content that is not the hashed one', header, withContent(file.record, { title: 'Palace' })],
    ['no document', header, without],
    ['a document that is null', header, { ...file.record, document: null }],
    ['a document that is a text', header, { ...file.record, document: 'x' }],
    ['a document without content', header, { ...file.record, document: { content_hash: 'x' } }],
    ['nothing', header, {}],
  ]
  const verdicts = await Promise.all(
    heads.map(async ([what, head, record]) => {
      const found = verify(await made(head, record, sign), jwks).then(
        ({ valid }) => (valid ? 'valid' : 'found'),
        error => `${error}`,
      )
      return [what, await found]
    }),
  )
  expect(verdicts).toEqual(heads.map(([what]) => [what, 'found']))
})
