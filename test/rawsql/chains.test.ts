// Raw SQL against the chain of a business's records, against the heads that seal it, and what waits for a head. The
// first business has three records, of which a head covers two; the second has one, and no head.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { attacks, campaigns, check, insertions, missing, updateVerbs } from '../support/attack.ts'
import {
  buildWorld,
  hash,
  id,
  insert,
  literal,
  NOW,
  type Row,
  recordHash,
  rows,
  theirs,
} from '../support/raw-world.ts'

const sign = rows.signature
const after = (name: string | null): Row => ({ previous_hash: name && recordHash(name) })
const hashOf = (name: string): Row => ({ hash: recordHash(name) })
const nobodys: Row = { business_id: id('biz', 'empty') }

insertions('signature_records', 'a record in the chain', [
  ['after an older one than the newest', 'chain_moved', sign('open', after('second'))],
  ['after one that does not exist', 'chain_moved', sign('open', after('x'))],
  ['after another business’s', 'chain_moved', sign('open', after('theirs'))],
  ['after itself', 'chain_moved', sign('open', after('open'))],
  ['after none', 'chain_moved', sign('open', after(null))],
  [
    'after the words of the newest, not its record',
    'chain_moved',
    sign('open', { previous_hash: hash('third') }),
  ],
  ['that leaves a place free', 'chain_moved', sign('open', { sequence: 5 })],
  ['that leaves a place free, after none', 'chain_moved', sign('open', { sequence: 5, ...after(null) })],
  ['in the newest one’s place', 'chain_moved', sign('open', { sequence: 3, ...after('second') })],
  ['in a place in the middle', 'chain_moved', sign('open', { sequence: 2, ...after('accepted') })],
  ['as the first one', 'chain_moved', sign('open', { sequence: 1, ...after(null) })],
  ['as the first one, after the newest', 'chain_moved', sign('open', { sequence: 1 })],
  ['in place 0', 'chain_moved', sign('open', { sequence: 0, ...after(null) })],
  ['in a place below 0', 'chain_moved', sign('open', { sequence: -1, ...after(null) })],
  ['in no place', 'chain_moved', sign('open', { sequence: null })],
  ['half a place on', 'cannot store REAL value', sign('open', { sequence: 4.5 })],
  [
    'where another business’s chain goes on',
    'chain_moved',
    sign('open', { sequence: 2, ...after('theirs') }),
  ],
  [
    'of another business, where the longer chain goes on',
    'chain_moved',
    sign('foreign', { ...theirs, sequence: 4, ...after('third') }),
  ],
  [
    'of another business, after the longer chain’s first',
    'chain_moved',
    sign('foreign', { ...theirs, ...after('accepted') }),
  ],
  ['of a business without one, as the second', 'chain_moved', sign('open', { ...nobodys, sequence: 2 })],
  [
    'of a business without one, as the first, after another’s',
    'chain_moved',
    sign('open', { ...nobodys, sequence: 1 }),
  ],
  ['with the hash of the newest', 'already_decided', sign('open', hashOf('third'))],
  ['with the hash of the first', 'already_decided', sign('open', hashOf('accepted'))],
  ['with the hash of another business’s', 'already_decided', sign('open', hashOf('theirs'))],
  [
    'of another business, with the hash of the newest',
    'already_decided',
    sign('foreign', { ...theirs, ...hashOf('third') }),
  ],
])

const head = rows.head
const headOf = (name: string, sequence: number) => head({ sequence, hash: recordHash(name) })
const another: Row = { business_id: id('biz', 'b') }

insertions('chain_heads', 'a head', [
  ['at an older record than the newest', 'chain_moved', headOf('accepted', 1)],
  ['of another business, at a record that only the longer chain has', 'chain_moved', head(another)],
  ['at a record that is not there yet', 'chain_moved', headOf('open', 4)],
  ['at no record', 'chain_moved', headOf('accepted', 0)],
  ['at no place', 'chain_moved', head({ sequence: null })],
  ['with another hash', 'chain_moved', head({ hash: recordHash('x') })],
  ['with the hash of an older record', 'chain_moved', head({ hash: recordHash('second') })],
  ['with the hash of another business’s record', 'chain_moved', head({ hash: recordHash('theirs') })],
  ['with the hash of what was signed', 'chain_moved', head({ hash: hash('third') })],
  ['without a hash', 'chain_moved', head({ hash: null })],
  ['of a business without a chain', 'chain_moved', head(nobodys)],
  ['of nobody', 'chain_moved', head({ business_id: null })],
  ['without an instant', missing, head({ sealed_at: null })],
  ['without a signature', missing, head({ jws: null })],
  ['with an empty signature', check, head({ jws: '' })],
  ['for the second time', 'exists', head(), [insert('chain_heads', head())]],
  ['for the second time, signed anew', 'exists', head({ jws: 'x' }), [insert('chain_heads', head())]],
  ['where a head stands, long since followed', 'chain_moved|exists', headOf('second', 2)],
])

const forged: Row = {
  ...{ business_id: id('biz', 'b'), sequence: 3, hash: recordHash('third'), sealed_at: 1, jws: 'forged' },
}
const changesOf = (column: string, value: string) => [
  ...updateVerbs.map(verb => `${verb} chain_heads set ${column} = ${value}`),
  `update or replace chain_heads set ${column} = null`,
  `update chain_heads set (${column}) = (select ${value}) returning *`,
]

campaigns(
  'changing a head by every verb',
  Object.entries(forged).map(([column, value]) => [column, 'append_only', changesOf(column, literal(value))]),
)

attacks('a head', [
  [
    'moved on to the newest record',
    'append_only',
    `update chain_heads set sequence = 3, hash = ${literal(recordHash('third'))}`,
  ],
  ['changed to what it is', 'append_only', 'update chain_heads set jws = jws'],
  ['deleted', 'append_only', 'delete from chain_heads where sequence = 2'],
  ['deleted with all others', 'append_only', 'delete from chain_heads'],
  ['and its record, deleted', 'append_only', 'delete from signature_records where sequence = 2'],
])

attacks('a chain that waits for a head', [
  [
    'of a business that does not exist',
    'exists',
    insert('unsealed_chains', { business_id: id('biz', 'none'), since: NOW }),
  ],
  ['of nobody', 'exists', 'insert into unsealed_chains values (null, 1)'],
  [
    'planted before its first record, for ever',
    'exists',
    `insert into unsealed_chains values (${literal(id('biz', 'empty'))}, 9000000000000)`,
  ],
  ['since never', 'append_only', 'update unsealed_chains set since = null'],
  ['since the end of days', 'append_only', 'update unsealed_chains set since = 9000000000000'],
  ['forgotten', 'chain_unsealed', 'delete from unsealed_chains'],
  [
    'replaced',
    'exists',
    `insert or replace into unsealed_chains values (${literal(id('biz', 'a'))}, 9000000000000)`,
  ],
])

const run = (...statements: string[]) => env.DB.batch(statements.map(sql => env.DB.prepare(sql)))
const waiting = async () =>
  (await env.DB.prepare('select business_id, since from unsealed_chains order by 1').all()).results
const a = { business_id: id('biz', 'a'), since: NOW }
const b = { business_id: id('biz', 'b'), since: NOW }
const seal = insert('chain_heads', head())

describe('what waits for a head', () => {
  beforeEach(buildWorld)

  test('a chain waits for a head since the first record that none covers, however many follow', async () => {
    expect(await waiting()).toEqual([a, b])
    await run(insert('signature_records', sign('open', { signed_at: NOW + 1 })))
    expect(await waiting()).toEqual([a, b])
  })

  test('a head ends the waiting of its own chain, and of no other', async () => {
    await run(seal)
    expect(await waiting()).toEqual([b])
    await run(insert('chain_heads', head({ ...another, sequence: 1, hash: recordHash('theirs') })))
    expect(await waiting()).toEqual([])
  })

  test('the next record waits anew, since its own instant', async () => {
    await run(seal, insert('signature_records', sign('open', { signed_at: NOW + 1 })))
    expect(await waiting()).toEqual([{ ...a, since: NOW + 1 }, b])
  })

  test('a head that is refused ends no waiting, and an acceptance that is refused begins none', async () => {
    await expect(run(insert('chain_heads', headOf('second', 2)))).rejects.toThrow(/chain_moved|exists/)
    expect(await waiting()).toEqual([a, b])
    await run(seal)
    await expect(run(insert('signature_records', sign('expired')))).rejects.toThrow('quote_not_open')
    expect(await waiting()).toEqual([b])
  })

  test('the first record of a business begins its chain', async () => {
    const owner = { ...nobodys, client_id: id('cli', 'first') }
    await run(
      insert('clients', rows.client('first', 'empty')),
      insert('portal_links', rows.link('first', 'first', 'empty')),
      insert('quotes', rows.quote('first', owner)),
      insert('quote_revisions', rows.revision('first', owner)),
      insert(
        'signature_records',
        sign('first', { ...nobodys, link_id: id('lnk', 'first'), sequence: 1, ...after(null) }),
      ),
    )
    expect(await waiting()).toEqual([a, b, { ...nobodys, since: NOW }])
  })
})
