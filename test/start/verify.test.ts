// `npm run verify`, offline: what it says of good and of changed files, of chains and heads, of wrong calls.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptance, chain, head, newSigner, type Signed, signed } from './support/independent.ts'
import { root, runScript } from './support/project.ts'

let folder: string
const signer = newSigner('k1')
const [one, two, three, four] = chain(signer, 4) as [Signed, Signed, Signed, Signed]

const write = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'semaquote-verify-'))
  write('jwks.json', JSON.stringify({ keys: [newSigner('k2').jwk, signer.jwk] }))
  for (const [at, { text }] of [one, two, three, four].entries()) write(`${at + 1}.json`, text)
  for (const [at, link] of [one, two, three, four].entries())
    write(`head${at + 1}.json`, head(signer, link).text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** In the caller's folder, without a network to speak of: whatever it asked for would be refused. */
const verify = (...args: string[]) =>
  runScript(root, 'verify.mjs', args, { INIT_CWD: folder, HTTPS_PROXY: 'http://127.0.0.1:1' })

const withKeys = (...args: string[]) => verify(...args, '--jwks', 'jwks.json')

describe('one file', () => {
  test('that holds: says so, and which quote, whose name, when, for how much', async () => {
    const { code, printed } = await withKeys('2.json')
    expect(printed).toContain('2.json\n  Valid. ')
    for (const fact of ['Quote Q-2026-0002', 'Priya Raman', 'Nov 22, 2026, 9:05 AM EST', '$1,250.00'])
      expect(printed).toContain(fact)
    expect(printed).toMatch(/Version: 2$/m)
    expect(printed).toContain('Checked with the keys in jwks.json. Compare them')
    expect(printed).toMatch(/\nAll of it holds\.\n$/)
    expect(printed).not.toContain('The chain')
    expect(printed).not.toContain('Warning')
    expect(code).toBe(0)
  })

  test.each([
    [
      'in the readable copy',
      (text: string) => text.replace('"total":"1250.00"', '"total":"1.00"'),
      'document.content.total',
    ],
    ['a line break at the end', (text: string) => `${text}\n`, 'characters were added'],
    ['a byte order mark', (text: string) => `\ufeff${text}`, 'Nothing could be checked'],
    [
      'another format',
      (text: string) => text.replace('evidence@1', 'evidence@2'),
      'Nothing could be checked',
    ],
    ['cut off', (text: string) => text.slice(0, -1), 'Nothing could be checked'],
  ])('that was changed, %s: names the part', async (_, change, sentence) => {
    write('changed.json', change(two.text))
    const { code, printed } = await withKeys('changed.json')
    expect(printed).toMatch(/Not valid\.|Not a valid proof file\./)
    expect(printed).toContain(sentence)
    expect(printed).toMatch(/\nNot all of it holds\.\n$/)
    expect(code).toBe(1)
  })

  test('that is no UTF-8 is not repaired', async () => {
    const bytes = Buffer.from(one.text)
    bytes[20] = 0xff
    write('bytes.json', bytes)
    expect(await withKeys('bytes.json')).toMatchObject({
      code: 1,
      printed: expect.stringContaining('Not a valid proof file.'),
    })
  })

  test('of another portal: its key is not known', async () => {
    write('other.json', JSON.stringify({ keys: [newSigner('k9').jwk] }))
    const { code, printed } = await verify('1.json', '--jwks', 'other.json')
    expect(printed).toContain('a key that this portal doesn’t know')
    expect(code).toBe(1)
  })

  test('what a client typed can’t speak to the terminal', async () => {
    const name = 'Ann\u001b[2J\u202e\u2028'
    const record = acceptance(1, null)
    write('typed.json', signed(signer, { ...record, signature: { ...record.signature, name } }).text)
    const { printed } = await withKeys('typed.json')
    expect(printed).toContain('Ann')
    for (const mark of ['\u001b', '\u202e', '\u2028']) expect(printed).not.toContain(mark)
  })

  test('a head alone says how far the chain went', async () => {
    const { code, printed } = await withKeys('head2.json')
    expect(printed).toContain('Harbor Roofing had 2 signed records on Nov 23, 2026')
    expect(code).toBe(0)
  })
})

describe('several files', () => {
  test.each([
    ['in any order', ['3.json', '1.json', '2.json'], 'Records 1 to 3 are whole'],
    ['without a head', ['1.json', '2.json'], 'Nothing here shows whether there were more after record 2'],
    ['one of them twice', ['1.json', '2.json', '2.json'], 'Records 1 to 2 are whole'],
    [
      'against a head',
      ['1.json', '2.json', '--head', 'head2.json'],
      'Up to record 2 it is what the head of Nov 23',
    ],
    ['a head among them', ['1.json', 'head1.json', '2.json'], 'Up to record 1 it is what the head of Nov 23'],
    [
      'from a head on',
      ['3.json', '4.json', '--head', 'head2.json'],
      'Record 3 follows the one that the head',
    ],
  ])('that are whole, %s', async (_, args, sentence) => {
    const { code, printed } = await withKeys(...args)
    expect(printed).toContain('The chain of Harbor Roofing\n')
    expect(printed).toContain(sentence)
    expect(code).toBe(0)
  })

  test.each([
    ['one between is missing', ['1.json', '4.json'], 'Records 2 to 3 were not given, or taken away'],
    [
      'the first are missing',
      ['3.json', '4.json'],
      'Records 1 to 2 were not given, or taken away. A head that was sealed at record 2',
    ],
    ['the last are missing', ['1.json', '--head', 'head4.json'], 'Records 2 to 4 were not given, or cut off'],
    ['a second history', ['1.json', 'fork2.json', '3.json'], 'Record 3 does not follow record 2'],
    [
      'two histories',
      ['1.json', '2.json', 'fork2.json'],
      'several records with the number 2 (2.json, fork2.json)',
    ],
    ['another history than was sealed', ['1.json', 'fork2.json', 'head2.json'], 'Record 2 is not the one'],
    [
      'a head of another history',
      ['3.json', 'forkhead2.json'],
      'Record 3 does not follow the one that the head',
    ],
    ['a receipt as a head', ['1.json', '--head', '2.json'], 'It is a receipt and not a head'],
    ['a head of someone else', ['1.json', '--head', 'otherhead.json'], 'nothing to compare its head with'],
  ])('that are not: %s', async (_, args, sentence) => {
    const fork = signed(signer, acceptance(2, one.hash, { issuer: 'https://other.example.com' }))
    write('fork2.json', fork.text)
    write('forkhead2.json', head(signer, fork).text)
    const stranger = signed(signer, acceptance(1, null, { business: { id: 'biz_2', name: 'Someone' } }))
    write('otherhead.json', head(signer, stranger).text)
    const { code, printed } = await withKeys(...args)
    expect(printed).toContain(sentence)
    expect(code).toBe(1)
  })
})

describe('called wrongly', () => {
  test.each([
    ['nothing', [], 'There is no file to check.\nUsage: npm run verify', 2],
    ['no keys', ['1.json'], 'The public keys are missing', 2],
    ['an unknown flag', ['1.json', '--jwk', 'jwks.json'], "Unknown option '--jwk'", 2],
    ['a file that is not there', ['none.json', '--jwks', 'jwks.json'], 'There is no file none.json.', 1],
    ['a folder', ['.', '--jwks', 'jwks.json'], '. could not be read (EISDIR).', 1],
    ['keys that are not there', ['1.json', '--jwks', 'none.json'], 'There is no file', 1],
    ['a receipt for the keys', ['1.json', '--jwks', '1.json'], 'holds no public keys of a portal', 1],
    ['keys that are no JSON', ['1.json', '--jwks', 'broken.json'], 'not valid JSON', 1],
    ['secret keys', ['1.json', '--jwks', 'secret.json'], 'holds a secret key', 1],
  ])('with %s: a sentence and exit code', async (_, args, sentence, exitCode) => {
    write('broken.json', '{"keys": [}')
    write('secret.json', JSON.stringify({ keys: [signer.secret.export({ format: 'jwk' })] }))
    const { code, printed } = await verify(...args)
    expect(printed).toContain(sentence)
    expect(printed).not.toMatch(/^\s+at /m)
    expect(code).toBe(exitCode)
  })
})
