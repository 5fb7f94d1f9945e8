// Whatever is changed in an evidence file, or in a chain of them, is found; and no file, however broken, throws.
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { utf8 } from '../../src/core/crypto.ts'
import { chainFaults } from '../../src/signing/chain.ts'
import type { Acceptance, ChainHead } from '../../src/signing/record.ts'
import { jwksOf } from '../../src/signing/sign.ts'
import { verify } from '../../src/signing/verify.ts'
import { byteChange, lenientText, strictText, withByte } from './support/bytes.ts'
import { assertAlways, counts } from './support/counts.ts'
import {
  acceptance,
  chainOf,
  type Evidence,
  evidence,
  HOSTILE,
  headOf,
  ISSUER,
  newKey,
  PLAIN,
  quoteOf,
} from './support/evidence.ts'
import { type Change, changesOf, Members, read, type Tree, write } from './support/fields.ts'
import { rewritesOf } from './support/rewrites.ts'

const key = newKey('k1')
const jwks = jwksOf({ issuer: ISSUER, keys: [newKey('k2'), key] })

/** A chain of 30 records, its head, and files of records with few and many, plain and hostile words. */
let chain: Evidence[]
let head: Evidence
let files: Evidence[]

beforeAll(async () => {
  chain = await chainOf(key, 30)
  head = await evidence(key, headOf(chain.at(-1) as Evidence))
  const contents = [PLAIN, HOSTILE].flatMap(texts => [1, 40].map(lines => quoteOf(texts, lines)))
  const records = await Promise.all(contents.map(content => acceptance(content)))
  files = [...(await Promise.all(records.map(record => evidence(key, record)))), head]
})

const isFound = async (text: string) => !(await verify(text, jwks)).valid

test('the files are valid as they were made, and the chain is whole', async () => {
  for (const { text, record, hash } of [...files, ...chain])
    expect(await verify(text, jwks)).toEqual({ valid: true, record, keyId: 'k1', hash })
  expect(await faultsIn(chain, [head])).toEqual([])
})

test('one byte replaced, inserted, deleted or swapped with its neighbour is found', async () => {
  const property = fc.asyncProperty(fc.nat(files.length - 1), byteChange, async (which, change) => {
    const { text } = files[which] as Evidence
    const bytes = utf8(text)
    const changed = withByte(bytes, change)
    fc.pre(Buffer.compare(bytes, changed) !== 0)
    const [strict, lenient] = [strictText(changed), lenientText(changed)]
    if (strict !== undefined) expect(await isFound(strict)).toBe(true)
    // A lenient reader may hand over the very text that was signed: that is why our own readers are strict.
    if (strict !== undefined || lenient !== text) expect(await isFound(lenient)).toBe(true)
  })
  await assertAlways(property, counts(1000, 10_000))
})

/** Where a change is made: in the file, or in what is signed, with the readable copy as it was or changed likewise. */
const places = ['file', 'header', 'payload', 'payload and copy'] as const

const encoded = (text: string) => Buffer.from(text).toString('base64url')
const decoded = (part = '') => Buffer.from(part, 'base64url').toString()

function fileWith(place: (typeof places)[number], { jws, record }: Evidence, tree: Tree, canonical: boolean) {
  if (place === 'file') return write(tree, canonical)
  const [header = '', payload = '', signature = ''] = jws.split('.')
  const part = encoded(write(tree, canonical))
  const signed = place === 'header' ? [part, payload, signature] : [header, part, signature]
  const members: [string, Tree][] = [
    ['format', 'semaquote/evidence@1'],
    ['jws', signed.join('.')],
    ['record', place === 'payload and copy' ? tree : read(JSON.stringify(record))],
  ]
  return write(new Members(members), canonical)
}

const treeIn = (place: (typeof places)[number], { text, jws }: Evidence): Tree =>
  read(place === 'file' ? text : decoded(jws.split('.')[place === 'header' ? 0 : 1]))

test('one field changed, added, removed, renamed, moved or doubled is found, in the file and in what is signed', async () => {
  const cases = files.flatMap(file =>
    places.flatMap(place =>
      [...changesOf(treeIn(place, file))].flatMap(({ what, tree }: Change) =>
        [true, false].map(canonical => ({ file, place, what, tree, canonical })),
      ),
    ),
  )
  const missedOf = async ({ file, place, what, tree, canonical }: (typeof cases)[number]) => {
    const text = fileWith(place, file, tree, canonical)
    return text === file.text || (await isFound(text))
      ? []
      : [`${place}, ${canonical ? '' : 'not '}canonical: ${what}`]
  }
  if (counts(0, 1)) {
    const missed: string[] = []
    for (const one of cases) missed.push(...(await missedOf(one)))
    expect(missed).toEqual([])
    console.info(`All ${cases.length} changes of fields are found.`)
    return
  }
  const property = fc.asyncProperty(fc.nat(cases.length - 1), async at => {
    expect(await missedOf(cases[at] as (typeof cases)[number])).toEqual([])
  })
  await assertAlways(property, 2000)
})

test('the same JSON written otherwise, and the known tricks with a JWS, are found', async () => {
  for (const file of files)
    for (const [what, text] of rewritesOf(file))
      expect({ what, found: text !== file.text && (await isFound(text)) }).toEqual({ what, found: true })
})

/** Each record is checked once; its file is the same in every list. */
const checked = new Map<Evidence, ReturnType<typeof verify>>()

function verdictOf(one: Evidence) {
  const verdict = checked.get(one) ?? verify(one.text, jwks)
  checked.set(one, verdict)
  return verdict
}

/** What a check of these files finds, in the order given: files that don't hold, and faults of the chain. */
async function faultsIn(list: readonly Evidence[], heads: readonly Evidence[] = []): Promise<unknown[]> {
  const verdicts = await Promise.all([...list, ...heads].map(verdictOf))
  const invalid = verdicts.filter(({ valid }) => !valid)
  const links = list.map(({ record, hash }) => ({ record: record as Acceptance, hash }))
  return [
    ...invalid,
    ...chainFaults(
      links,
      heads.map(({ record }) => record as ChainHead),
    ),
  ]
}

/** Records that look as if they belonged here: of another business, under another key, of a second history. */
async function strangersAt(at: number): Promise<Record<string, Evidence>> {
  const place = { sequence: at + 1, previous_hash: chain[at - 1]?.hash ?? null }
  const other = await acceptance(quoteOf(HOSTILE, 1), place)
  const otherChain = await chainOf(key, at + 1, 'biz_01hf7yat00dddddddddddddddd')
  return {
    'of another business': await evidence(
      key,
      await acceptance(quoteOf(PLAIN, 1), place, 'biz_01hf7yat00dddddddddddddddd'),
    ),
    'of another chain': otherChain.at(-1) as Evidence,
    'forged with an unknown key': await evidence(newKey('k3'), other),
    'forged under the name of our key': await evidence(newKey('k1'), other),
    'of a fork, signed with our key': await evidence(key, other),
  }
}

test('a record taken away, moved or doubled is found', async () => {
  const missed: string[] = []
  const tried = async (what: string, list: Evidence[], heads: Evidence[] = []) => {
    if ((await faultsIn(list, heads)).length === 0) missed.push(what)
  }
  for (const [at, link] of chain.entries()) {
    // Without the newest the chain is still whole: only a head tells.
    await tried(`without ${at}`, chain.toSpliced(at, 1), at === chain.length - 1 ? [head] : [])
    for (const to of chain.keys()) {
      await tried(`${at} again at ${to}`, chain.toSpliced(to, 0, link))
      if (to !== at) await tried(`${at} moved to ${to}`, chain.toSpliced(at, 1).toSpliced(to, 0, link))
    }
    if (at > 0) await tried(`cut at ${at}, against the head`, chain.slice(0, at), [head])
  }
  await tried('nothing left, against the head', [], [head])
  expect(missed).toEqual([])
})

test('a record put in, or in the place of another, is found', async () => {
  const missed: string[] = []
  for (const at of chain.keys()) {
    for (const [kind, stranger] of Object.entries(await strangersAt(at))) {
      const changed = { in: chain.toSpliced(at, 0, stranger), instead: chain.with(at, stranger) }
      for (const [where, list] of Object.entries(changed))
        if ((await faultsIn(list, [head])).length === 0) missed.push(`${kind}, ${where} ${at}`)
    }
  }
  expect(missed).toEqual([])
})

test('of all lists of records, true and false, only the chain itself is whole', async () => {
  const strangers = [...(await Promise.all([0, 14, 29].map(strangersAt)))].flatMap(
    Object.values,
  ) as Evidence[]
  const pool = [...chain, ...strangers]
  const anyList = fc.array(fc.nat(pool.length - 1), { maxLength: 40 })
  const nearly = fc
    .array(fc.tuple(fc.nat(29), fc.nat(pool.length - 1)), { minLength: 1, maxLength: 3 })
    .map(swaps => swaps.reduce((list, [at, to]) => list.with(at, to), [...chain.keys()]))
  const property = fc.asyncProperty(fc.oneof(anyList, nearly), async list => {
    fc.pre(list.join() !== [...chain.keys()].join())
    expect(
      await faultsIn(
        list.map(at => pool[at] as Evidence),
        [head],
      ),
    ).not.toEqual([])
  })
  await assertAlways(property, counts(200, 2000))
})
