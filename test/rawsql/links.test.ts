// Raw SQL against links, clients, keys and the outbox: what is dead stays dead, what was shown once stays secret.
import { any, attacks, check, foreignKey } from '../support/attack.ts'
import { change, FAR, hash, id, insert, literal, NOW, type Row, rows, SENT } from '../support/raw-world.ts'

const link = (name: string, set: string) =>
  `update portal_links set ${set} where id = ${literal(id('lnk', name))}`
const born = (client: string, more: Row = {}, verb = 'insert') =>
  insert('portal_links', { ...rows.link('x', client), ...more }, verb)
const bySending = { origin: 'sending' }
const client = (name: string, set: string) => change('clients', id('cli', name), set)
const key = (name: string, set: string) => `update api_keys set ${set} where id = ${literal(id('key', name))}`
const business = (set: string, name = 'a') => change('businesses', id('biz', name), set)
const alive = `died_at = null, death = null, sealed = 'k1:box'`

attacks('a link', [
  ['rotated, revived', 'link_dead', link('old', alive)],
  ['revoked, revived', 'link_dead', link('revoked', alive)],
  ['of a deleted client, revived', 'link_dead', link('gone', alive)],
  ['revived by REPLACE', any, insert('portal_links', rows.link('revoked'), 'insert or replace')],
  [
    'revived by an upsert',
    any,
    `${insert('portal_links', rows.link('revoked'))} on conflict (id) do update set ${alive}`,
  ],
  ['dead, with a sealed copy again', 'link_dead', link('old', `sealed = 'k1:box'`)],
  ['dead, used', 'link_dead', link('old', `last_used_at = ${NOW}`)],
  ['with another hash', 'link_is_fixed', link('dana', `token_hash = ${literal(hash('mallory'))}`)],
  [
    'with the hash of another',
    'link_is_fixed',
    link('eve', `token_hash = ${literal(hash('dana'))}`).replace('update', 'update or replace'),
  ],
  ['handed to another client', 'link_is_fixed', link('eve', `client_id = ${literal(id('cli', 'new'))}`)],
  ['born later', 'link_is_fixed', link('dana', `born_at = ${FAR}`)],
  ['made by another hand', 'link_is_fixed', link('dana', `origin = 'sending'`)],
  ['deleted', 'link_stays', `delete from portal_links where id = ${literal(id('lnk', 'dana'))}`],
  ['dead, deleted', 'link_stays', `delete from portal_links where id = ${literal(id('lnk', 'revoked'))}`],
  ['dead, but its sealed copy kept', check, link('dana', `died_at = ${NOW}, death = 'revoked'`)],
  ['dead of nothing', check, link('dana', `died_at = ${NOW}, sealed = null`)],
  ['a second living one', 'exists', born('dana')],
  ['that pushes the living one out', 'exists', born('dana', {}, 'insert or replace')],
  ['with a known hash', 'exists', born('new', { token_hash: hash('revoked') }, 'insert or replace')],
  ['by a sending, after a revocation', 'link_revoked', born('revoked', bySending)],
  [
    'by a sending, after all of the business’s were ended',
    any,
    born('dana', { ...bySending, born_at: FAR }),
    [business(`links_from = ${NOW}`)],
  ],
  ['for a deleted client', 'client_deleted', born('gone')],
  ['for a deleted client, by a sending', any, born('gone', bySending)],
  ['for another business’s client', foreignKey, born('new', { business_id: id('biz', 'b') })],
  ['born dead', 'link_dead', born('new', { died_at: NOW, death: 'revoked', sealed: null })],
  [
    'born before all were ended',
    'link_dead',
    born('new', { born_at: SENT }),
    [business(`links_from = ${NOW}`)],
  ],
])

attacks('a client', [
  ['deleted, back', 'client_deleted', client('gone', 'deleted_at = null')],
  ['deleted, changed', 'client_deleted', client('gone', `email = 'm@b.example'`)],
  ['deleted, back by REPLACE', 'exists', insert('clients', rows.client('gone'), 'insert or replace')],
  [
    'deleted, back by an upsert',
    'exists',
    `${insert('clients', rows.client('gone'))} on conflict do update set deleted_at = null`,
  ],
  ['removed', 'client_stays', `delete from clients where id = ${literal(id('cli', 'new'))}`],
  ['moved to another business', 'client_is_fixed', client('new', `business_id = ${literal(id('biz', 'b'))}`)],
  ['given another id', 'client_is_fixed', client('new', `id = ${literal(id('cli', 'x'))}`)],
  [
    'changed on a stale version',
    'stale',
    `update clients set name = 'x' where id = ${literal(id('cli', 'new'))}`,
  ],
])

attacks('an API key', [
  ['revoked, alive again', 'key_stays_revoked', key('revoked', 'revoked_at = null')],
  ['revoked at another time', 'key_stays_revoked', key('revoked', 'revoked_at = 1')],
  ['with another secret', 'key_is_fixed', key('live', `key_hash = ${literal(hash('mallory'))}`)],
  ['with more scopes', 'key_is_fixed', key('live', `scopes = 'read write links admin'`)],
  ['with a later end', 'key_is_fixed', key('live', `expires_at = ${FAR}`), [key('live', 'expires_at = 1')]],
  ['without an end', 'key_is_fixed', key('live', 'expires_at = null'), [key('live', 'expires_at = 1')]],
  [
    'replaced, as if it never was',
    'key_is_fixed',
    key('live', 'replaced_at = null'),
    [key('live', 'replaced_at = 1')],
  ],
  [
    'replaced a second time',
    'key_is_fixed',
    key('live', 'replaced_at = 2'),
    [key('live', 'replaced_at = 1')],
  ],
  ['with another short name', 'key_is_fixed', key('live', `short_id = 'sqk_00000'`)],
  ['with another name', 'key_is_fixed', key('live', `name = 'x'`)],
  ['of another business', 'key_is_fixed', key('live', `business_id = ${literal(id('biz', 'b'))}`)],
  ['deleted', 'key_stays', 'delete from api_keys'],
  [
    'replaced by its id',
    'exists',
    insert('api_keys', { ...rows.key('revoked'), key_hash: hash('x') }, 'insert or replace'),
  ],
  [
    'replaced by its secret',
    'exists',
    insert('api_keys', { ...rows.key('revoked'), id: id('key', 'x') }, 'insert or replace'),
  ],
  [
    'pushed out over its rowid',
    any,
    key('live', `rowid = (select rowid from api_keys where revoked_at > 0)`).replace(
      'update',
      'update or replace',
    ),
  ],
])

attacks('a business', [
  [
    'with its ended links back',
    'links_stay_dead',
    business('links_from = 0'),
    [business(`links_from = ${NOW}`)],
  ],
  ['removed', 'business_stays', `delete from businesses where id = ${literal(id('biz', 'empty'))}`],
  ['replaced', 'exists', insert('businesses', { ...rows.business('empty'), name: 'x' }, 'insert or replace')],
  [
    'pushed out by another',
    'business_is_fixed',
    business(`id = ${literal(id('biz', 'b'))}`, 'empty').replace('update', 'update or replace'),
  ],
  ['given another id', 'business_is_fixed', business(`id = ${literal(id('biz', 'x'))}`, 'empty')],
  ['changed on a stale version', 'stale', `update businesses set name = 'x'`],
])

const message = (set: string) => `update messages set ${set}`
const aboutChain = (sequence: number): Row => ({ client_id: null, link_id: null, chain_sequence: sequence })
const queued = (more: Row) => insert('messages', rows.message('x', more))

attacks('a message', [
  ['to another address', 'message_is_fixed', message(`recipients = '["m@b.example"]'`)],
  ['with another link', 'message_is_fixed', message(`link_id = ${literal(id('lnk', 'eve'))}`)],
  ['about something else', 'message_is_fixed', message(`quote_id = ${literal(id('quo', 'seen'))}`)],
  ['deleted', 'message_stays', 'delete from messages'],
  [
    'replaced by its event',
    'exists',
    insert('messages', rows.message('x', { event: 'queued' }), 'insert or replace'),
  ],
  ['with a dead link', 'link_dead', queued({ link_id: id('lnk', 'old') })],
  ['with another client’s link', 'link_dead', queued({ link_id: id('lnk', 'eve') })],
  [
    'cancelled, queued again',
    'message_cancelled',
    message(`state = 'queued'`),
    [message(`state = 'cancelled'`)],
  ],
  ['to nobody', check, queued({ recipients: '[]' })],
  ['about nobody', check, queued({ client_id: null, link_id: null })],
  ['about nobody, with a link', 'link_dead', queued({ client_id: null, chain_sequence: 2 })],
  ['about a client and a chain', check, queued({ chain_sequence: 2 })],
  ['about a record that no head covers', foreignKey, queued(aboutChain(3))],
  ['about another business’s head', foreignKey, queued({ ...aboutChain(2), business_id: id('biz', 'b') })],
  ['about another head', 'message_is_fixed', message('chain_sequence = 1')],
  ['about no client any more', 'message_is_fixed', message('client_id = null, chain_sequence = 2')],
  [
    'about a head for the second time',
    'exists',
    queued(aboutChain(2)),
    [insert('messages', rows.message('y', { ...aboutChain(2), event: 'x' }))],
  ],
])

attacks('a condition in a batch', [
  ['that does not hold', 'stale', 'insert into expectations (holds) values (0)'],
  ['of nothing', 'stale', 'insert into expectations (holds) values (null)'],
  ['that is a word', 'stale', `insert into expectations (holds) values ('yes')`],
  [
    'that does not hold, ignored',
    'stale',
    'insert or ignore into expectations (holds) select 1 where 1 union select 0',
  ],
])
