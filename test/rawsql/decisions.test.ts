// Raw SQL against the decision: only on what is open, on what was shown, in time, once, through the client's own
// living link. A client's acceptance comes with its signature record, or not at all: signatures.test.ts.
import { beforeEach, describe, expect, test } from 'vitest'
import {
  answerTo,
  attacks,
  type Campaign,
  campaigns,
  check,
  foreignKey,
  insertVerbs,
} from '../support/attack.ts'
import {
  buildWorld,
  byBusiness,
  declined,
  FAR,
  hash,
  id,
  insert,
  literal,
  NOW,
  type Row,
  rows,
  SENT,
} from '../support/raw-world.ts'

/** What is decided is not open either. */
const decided = 'already_decided|quote_not_open'
/** What was never shown has no words that could be meant. */
const notShown = 'quote_not_open|quote_changed'

const decide = (name: string, more: Row) => insert('quote_decisions', rows.decision(name, more))
const view = (name: string, more: Row = {}) => insert('quote_views', { ...rows.view(name), ...more })
const linkOf = (name: string) => ({ link_id: id('lnk', name) })
const revoked = `update portal_links set died_at = ${NOW}, death = 'revoked', sealed = null where id = ${literal(id('lnk', 'dana'))}`
const linksFrom = `update businesses set links_from = ${FAR}, version = version + 1`

const sentLater = insert(
  'quote_revisions',
  rows.revision('withdrawn', {
    ...{ revision: 2, quote_version: 3, content_hash: hash('newer'), sent_at: NOW + 1 },
  }),
)

/** A decision by every verb. */
const answer = (name: string, more: Row): string[] =>
  insertVerbs.map(verb => decide(name, more).replace('insert', verb))

/** What is not to be decided, whoever decides. */
type Rule = [what: string, refusal: string, name: string, more?: Row, before?: string[]]
const anyones: Rule[] = [
  ['for the second time', decided, 'accepted'],
  ['on what the business accepted', decided, 'open', {}, [decide('open', byBusiness)]],
  ['on what was declined', decided, 'rejected'],
  [
    'on a later revision, that is none, of what was accepted',
    `${decided}|${notShown}`,
    'accepted',
    { revision: 2 },
  ],
  ['on a draft', notShown, 'draft'],
  ['on a draft, as revision 0', notShown, 'draft', { revision: 0 }],
  ['on a draft, dated to the day that it is sent', notShown, 'draft', { decided_at: FAR - 1 }],
  ['on a draft without lines', notShown, 'fresh'],
  ['on a draft that was once sent', 'quote_not_open', 'withdrawn'],
  ['on what was closed', 'quote_not_open', 'closed'],
  ['on what has expired', 'quote_not_open', 'expired'],
  ['at the very instant of expiry', 'quote_not_open', 'open', { decided_at: FAR }],
  ['an instant before it was sent', 'quote_not_open', 'open', { decided_at: SENT - 1 }],
  ['at the beginning of time', 'quote_not_open', 'open', { decided_at: 0 }],
  ['before the beginning of time', 'quote_not_open', 'open', { decided_at: -NOW }],
  ['at no instant', 'quote_not_open', 'open', { decided_at: null }],
  [
    'after the first sending, before the one that is open',
    'quote_not_open',
    'withdrawn',
    { revision: 2, content_hash: hash('newer'), decided_at: NOW },
    [sentLater],
  ],
  ['on a revision of the past', 'quote_not_open', 'again'],
  ['on a revision of the future', notShown, 'open', { revision: 2 }],
  ['on something else than was shown', 'quote_changed', 'open', { content_hash: hash('seen') }],
  ['on nothing that was shown', 'quote_changed', 'open', { content_hash: '' }],
  ['on the words of an older revision', 'quote_changed', 'again', { revision: 2 }],
]

/** And what a client may not in particular. */
const clients: Rule[] = [
  ...anyones,
  ['through a rotated link', 'link_dead', 'open', linkOf('old')],
  ['through a link that was revoked since', 'link_dead', 'open', {}, [revoked]],
  ['through a link that ended with all of the business’s', 'link_dead', 'open', {}, [linksFrom]],
  ['through another client’s link', 'link_dead', 'open', linkOf('eve')],
  ['through another business’s link', 'link_dead', 'open', linkOf('other')],
  ['through a link that does not exist', 'link_dead', 'open', linkOf('none')],
  ['through no link', 'link_dead', 'open', { link_id: null }],
]

const by = (who: Row, rules: Rule[], or = ''): Campaign[] =>
  rules.map(([what, refusal, name, more, before]) => [
    what,
    refusal + or,
    answer(name, { ...who, ...more }),
    before,
  ])

campaigns('a decision by the business, by every verb', by(byBusiness, anyones))
campaigns('a decline by the client, by every verb', by(declined, clients))
campaigns('an acceptance by the client without a record, by every verb', by({}, clients, '|not_signed'))

attacks('a decision', [
  ['an acceptance by the client, right but for its record', 'not_signed', decide('open', {})],
  ['by the business, through a link', check, decide('open', { decided_by: 'business', signed_name: null })],
  ['by the business, with a signature', check, decide('open', { ...byBusiness, signed_name: 'Dana' })],
  ['a decline, with a signature', check, decide('open', { ...declined, signed_name: 'Dana' })],
  ['a decline for a reason that is none', check, decide('open', { ...declined, reason: 'mood' })],
  ['an acceptance by the client, without a signature', 'not_signed', decide('open', { signed_name: null })],
  ['by nobody', check, decide('open', { ...byBusiness, decided_by: 'mallory' })],
  ['by a client in other letters', check, decide('open', { decided_by: 'Client' })],
  ['of another kind', check, decide('open', { kind: 'maybe', signed_name: null })],
  ['an acceptance in other letters', check, decide('open', { kind: 'Accepted' })],
  ['in another business’s name', foreignKey, decide('open', { ...byBusiness, business_id: id('biz', 'b') })],
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

describe('the instant of a decision', () => {
  beforeEach(buildWorld)

  test.each([
    ['by the business', byBusiness],
    ['a decline by the client', declined],
  ])('may be that of the sending, and then stays: %s', async (_, who) => {
    expect(await answerTo(decide('open', { ...who, decided_at: SENT }))).toMatch(/^passed/)
    const earlier = `update quote_decisions set decided_at = ${SENT - 1} where quote_id = ${literal(id('quo', 'open'))}`
    expect(await answerTo(earlier)).toContain('append_only')
  })
})
