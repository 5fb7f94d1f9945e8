// Raw SQL against the decision: only on what is open, on what was shown, in time, once, through the client's own
// living link.
import { attacks, check, foreignKey } from '../support/attack.ts'
import { FAR, hash, id, insert, literal, NOW, type Row, rows } from '../support/raw-world.ts'

/** What is decided is not open either. */
const decided = 'already_decided|quote_not_open'
/** What was never shown has no words that could be meant. */
const notShown = 'quote_not_open|quote_changed'

const accept = (name: string, more: Row = {}) => insert('quote_decisions', rows.decision(name, more))
const reject = (name: string, more: Row = {}) =>
  accept(name, { kind: 'rejected', signed_name: null, reason: 'price', ...more })
const byBusiness = { decided_by: 'business', link_id: null, signed_name: null }
const view = (name: string, more: Row = {}) => insert('quote_views', { ...rows.view(name), ...more })
const linkOf = (name: string) => ({ link_id: id('lnk', name) })
const links = (set: string) => `update portal_links set ${set} where id = ${literal(id('lnk', 'dana'))}`
const linksFrom = `update businesses set links_from = ${FAR}, version = version + 1`

attacks('a decision', [
  ['a second acceptance', decided, accept('accepted')],
  ['a second acceptance, under another name', decided, accept('accepted', { signed_name: 'Mallory' })],
  ['a second acceptance, by the business', decided, accept('accepted', byBusiness)],
  ['a second acceptance, by REPLACE', decided, accept('accepted').replace('insert', 'insert or replace')],
  [
    'an acceptance of a later revision that is none',
    `${decided}|quote_changed`,
    accept('accepted', { revision: 2 }),
  ],
  ['an acceptance of what was rejected', decided, accept('rejected')],
  ['a rejection of what was accepted', decided, reject('accepted')],
  ['on a draft', notShown, accept('draft')],
  ['on a draft that was once sent', 'quote_not_open', accept('withdrawn')],
  ['on what was closed', 'quote_not_open', accept('closed')],
  ['on what has expired', 'quote_not_open', accept('expired')],
  ['on what has expired, by the business', 'quote_not_open', accept('expired', byBusiness)],
  ['at the very instant of expiry', 'quote_not_open', accept('open', { decided_at: FAR })],
  ['on a revision of the past', 'quote_not_open', accept('again')],
  ['on a revision of the future', notShown, accept('open', { revision: 2 })],
  ['on something else than was shown', 'quote_changed', accept('open', { content_hash: hash('seen') })],
  ['on the words of an older revision', 'quote_changed', accept('again', { revision: 2 })],
  [
    'on something else, by the business',
    'quote_changed',
    accept('open', { ...byBusiness, content_hash: '' }),
  ],
  ['through a rotated link', 'link_dead', accept('open', linkOf('old'))],
  [
    'through a revoked link',
    'link_dead',
    accept('open'),
    [links(`died_at = ${NOW}, death = 'revoked', sealed = null`)],
  ],
  ['through a link that ended with all of the business’s', 'link_dead', accept('open'), [linksFrom]],
  ['through another client’s link', 'link_dead', accept('open', linkOf('eve'))],
  ['through another business’s link', 'link_dead', accept('open', linkOf('other'))],
  ['through a link that does not exist', 'link_dead', accept('open', linkOf('none'))],
  ['a rejection through another client’s link', 'link_dead', reject('open', linkOf('eve'))],
  ['by the client, through no link', 'link_dead', accept('open', { link_id: null })],
  ['by the business, through a link', check, accept('open', { decided_by: 'business', signed_name: null })],
  ['by the business, with a signature', check, accept('open', { ...byBusiness, signed_name: 'Dana' })],
  ['by the client, without a signature', check, accept('open', { signed_name: null })],
  ['by nobody', check, accept('open', { ...byBusiness, decided_by: 'mallory' })],
  ['of another kind', check, accept('open', { kind: 'maybe', signed_name: null })],
  ['in another business’s name', foreignKey, accept('open', { ...byBusiness, business_id: id('biz', 'b') })],
])

attacks('a view', [
  ['a second one', 'quote_not_open', view('seen')],
  ['of a draft', 'quote_not_open', view('draft')],
  ['of what was withdrawn', 'quote_not_open', view('withdrawn')],
  ['of what was accepted', 'quote_not_open', view('accepted')],
  ['of what has expired', 'quote_not_open', view('expired')],
  ['of an old revision', 'quote_not_open', view('again')],
  ['through a dead link', 'link_dead', view('open', linkOf('old'))],
  ['through another client’s link', 'link_dead', view('open', linkOf('eve'))],
])
