// The evidence of a quote that was signed in the running portal, checked from outside: by the specifications alone,
// by openssl where it is there, and by `npm run verify`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { api, startDev } from './support/dev.ts'
import { canonical, isSigned, type Jwks, newSigner, partsOf, sha256 } from './support/independent.ts'
import { loadedClone } from './support/loaded.ts'
import { remove, root, runScript } from './support/project.ts'

let folder: string
let text: string
let jwks: Jwks
let quote: { id: string; number: string; total: string; content_hash: string }

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** The demo has one quote that its client signed; what leads to it are the doors that anyone has. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'semaquote-evidence-'))
  const project = await loadedClone()
  const dev = await startDev(project)
  try {
    const headers = { authorization: `Bearer ${dev.key}` }
    const { data } = (await api(dev.origin, dev.key, 'GET', '/quotes?status=accepted&limit=100')).body
    const answers = await Promise.all(
      data.map(async (one: typeof quote) => {
        const answer = await fetch(`${dev.origin}/api/v1/quotes/${one.id}/evidence`, { headers })
        return { one, ok: answer.ok, body: await answer.text() }
      }),
    )
    const signed = answers.filter(({ ok }) => ok)
    expect(signed).toHaveLength(1)
    ;({ one: quote, body: text } = signed[0])
    jwks = (await (await fetch(`${dev.origin}/.well-known/jwks.json`)).json()) as Jwks
  } finally {
    await dev.stop()
    remove(project)
  }
  write('receipt.json', text)
  write('jwks.json', JSON.stringify(jwks))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the signature is that of the published key, over what the file says', () => {
  const file = JSON.parse(text)
  const parts = partsOf(file.jws, jwks)
  expect(parts.alg).toBe('EdDSA')
  expect(parts.key.asymmetricKeyType).toBe('ed25519')
  expect(isSigned(parts)).toBe(true)
  expect(parts.record).toEqual(file.record)
  expect(text).toBe(canonical(file))
})

test('the content is the one that was hashed, and that the business reads in its API', () => {
  const { document, signature, chain } = JSON.parse(text).record
  expect(sha256(canonical(document.content))).toBe(document.content_hash)
  expect(document).toMatchObject({ id: quote.id, content_hash: quote.content_hash })
  expect(document.content).toMatchObject({ number: quote.number, total: quote.total })
  expect(signature).toMatchObject({ name: 'Priya Raman', po_number: 'TI-0318' })
  expect(chain).toEqual({ sequence: 1, previous_hash: null })
})

test('openssl says the same', () => {
  const { key, input, signature } = partsOf(JSON.parse(text).jws, jwks)
  const check = (signed: Uint8Array) => {
    const files = ['-inkey', write('key.pem', key.export({ type: 'spki', format: 'pem' }) as string)]
    files.push('-in', write('signed', signed), '-sigfile', write('signature', signature))
    return spawnSync('openssl', ['pkeyutl', '-verify', '-rawin', '-pubin', ...files])
  }
  const { error, status } = check(input)
  // Node's own check above has passed: openssl is a second opinion, where there is one.
  if (error) return console.info('There is no openssl here to ask.')
  expect(status).toBe(0)
  input[input.length - 1] = (input.at(-1) ?? 0) ^ 1
  expect(check(input).status).not.toBe(0)
})

const verify = (file: string, keys = 'jwks.json') =>
  runScript(root, 'verify.mjs', [join(folder, file), '--jwks', join(folder, keys)])

test('npm run verify: valid', async () => {
  const { code, printed } = await verify('receipt.json')
  expect(printed).toContain(`Quote ${quote.number}, Laundry room`)
  expect(printed).toContain('Signed by: Priya Raman')
  expect(code).toBe(0)
})

test('npm run verify: one byte changed is found, and the part named', async () => {
  write('changed.json', text.replace(/("total":")\d/, '$19'))
  const { code, printed } = await verify('changed.json')
  expect(printed).toMatch(/What doesn’t fit: .*\(document\.content\.\S*total\)/)
  expect(code).toBe(1)
})

test('npm run verify: the keys of another portal, of the same name, don’t fit', async () => {
  write('other.json', JSON.stringify({ keys: [newSigner(jwks.keys[0]?.kid ?? '').jwk] }))
  const { code, printed } = await verify('receipt.json', 'other.json')
  expect(printed).toContain('The signature doesn’t fit')
  expect(code).toBe(1)
})
