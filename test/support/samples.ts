// A call of every exported maker of statements, with arguments of the right shape: what the plans are asked of.
import * as provenance from '../../src/access/provenance.ts'
import * as links from '../../src/access/store/links.ts'
import * as requests from '../../src/access/store/requests.ts'
import * as rotations from '../../src/access/store/rotations.ts'
import { type PortalRead, visitOf } from '../../src/access/visit.ts'
import * as idempotency from '../../src/api/store.ts'
import * as audit from '../../src/audit/store.ts'
import * as keys from '../../src/businesses/store/keys.ts'
import * as logo from '../../src/businesses/store/logo.ts'
import * as profile from '../../src/businesses/store/profile.ts'
import * as clients from '../../src/clients/store.ts'
import type { Statement } from '../../src/core/db.ts'
import type { Frozen } from '../../src/documents/content.ts'
import * as lines from '../../src/documents/lines.ts'
import * as numbers from '../../src/documents/numbers.ts'
import * as documents from '../../src/documents/store.ts'
import * as invoices from '../../src/invoices/store/business.ts'
import * as invoicesSeen from '../../src/invoices/store/portal.ts'
import type { Report } from '../../src/mail/reported.ts'
import type { Change } from '../../src/mail/rules/sending.ts'
import * as mail from '../../src/mail/store/outbox.ts'
import * as overtaken from '../../src/mail/store/overtaken.ts'
import * as reports from '../../src/mail/store/reports.ts'
import * as sending from '../../src/mail/store/sending.ts'
import * as messages from '../../src/messages.ts'
import * as payments from '../../src/payments/store.ts'
import * as quotes from '../../src/quotes/store/business.ts'
import * as quotesSeen from '../../src/quotes/store/portal.ts'
import * as reminders from '../../src/reminders/store/due.ts'
import * as stops from '../../src/reminders/store/stops.ts'
import * as written from '../../src/reminders/store/written.ts'
import * as signing from '../../src/signing/store.ts'

const now = 1
const of = { businessId: 'biz', id: 'x' }
const row = { id: 'x', version: 1 } as never
const whole = (extra: object) => ({ ...of, clientId: 'cli', ...extra }) as never
const who = {
  now,
  businessId: 'biz',
  actor: { kind: 'key', id: 'key' },
  address: null,
  requestId: 'r',
} as const
const claim = { businessId: 'biz', idempotencyKey: 'k', fingerprint: 'f' }
const paging = { limit: 20, cursor: 'x' }
const page = { at: 1, id: 'x', limit: 20 }
const anyone = { status: null, clientId: null, updatedSince: null }
const filters = <Status>(statuses: readonly Status[]) => [
  ...statuses.map(status => ({ ...anyone, status })),
  ...[anyone, { ...anyone, clientId: 'cli' }, { ...anyone, updatedSince: 1 }],
]
const series = (['quote', 'invoice'] as const).map(kind => ({ kind, businessId: 'biz', year: 2026 }))
const frozen: Frozen = { before: '{', after: '}', candidates: [['n', '"n"', 'h']] }
const draft = whole({ title: 't', currency: 'USD', subtotal: 1, discountTotal: 0, taxTotal: 0, total: 1 })
const revision = whole({
  quoteId: 'x',
  invoiceId: 'x',
  revision: 1,
  number: 'n',
  content: '{}',
  contentHash: 'h',
})

const turn: Change = {
  ...{ id: 'x', lease: 1, state: 'sent', dueAt: 1, endedAt: 1, attempts: 1, doubt: 0 },
  ...{ problem: null, postmarkId: 'p' },
}

const signature = whole({
  ...{ sequence: 2, documentId: 'x', revision: 1, contentHash: 'h', linkId: 'l', signedName: 'n' },
  ...{ poNumber: 'p', signedAt: now, previousHash: 'p', hash: 'h', jws: 'j' },
})

const decline = whole({
  ...{ quoteId: 'x', revision: 1, kind: 'rejected', decidedBy: 'client', contentHash: 'h', decidedAt: now },
  ...{ linkId: 'l', reason: null, note: null },
})

const report: Report = {
  ...{ messageId: 'x', round: 1, recipient: 'd@e' },
  ...{ kind: 'bounced', at: 1, reason: 'HardBounce' },
}

const aPicture = { mediaType: 'image/png', width: 1, height: 1, bytes: new Uint8Array(1) } as const

const toBusiness = { quoteId: 'x', revision: 1 }

type Samples = Record<string, Record<string, Statement[]>>

/** By file and name. */
export const samples: Samples = {
  'access/store/links.ts': {
    guard: [links.guard({ tokenHash: 'h' })],
    livingLink: [links.livingLink({ clientId: 'x' })],
    newestLink: [links.newestLink({ clientId: 'x' })],
    insertLink: [links.insertLink(whole({ tokenHash: 'h', sealed: 's', origin: 'sending' }), now)],
    endLink: [links.endLink('x', 'revoked', now)],
    linkUsed: [links.linkUsed('x', now)],
    linkStands: [links.linkStands('x', 'y')],
  },
  'access/store/requests.ts': {
    insertRequest: [requests.insertRequest('x@y', now)],
    waitingRequests: [requests.waitingRequests({ limit: 20 })],
    candidatesFor: [requests.candidatesFor(['x', 'y'], now)],
    requestStands: [requests.requestStands({ id: 'x', address: 'x@y' }, now)],
    resolveRequest: [requests.resolveRequest('x', now)],
    dropRequests: [requests.dropRequests(['x', 'y'])],
    forgetRequests: [requests.forgetRequests(now)],
  },
  'access/store/rotations.ts': {
    insertJob: [rotations.insertJob('x', 'biz', now)],
    rotateLiving: [rotations.rotateLiving('x', 'biz')],
    jobById: [rotations.jobById(of)],
    waitingForLinks: [rotations.waitingForLinks({ limit: 20, businessId: null })],
    isWaiting: [rotations.isWaiting({ clientId: 'x' })],
    rotationStands: [rotations.rotationStands({ clientId: 'x', jobId: 'x' })],
    forgetRotation: [rotations.forgetRotation('x', now)],
  },
  'api/store.ts': {
    claimKey: idempotency.claimKey(claim, now),
    keepAnswer: [
      idempotency.keepAnswer(claim, quotes.quote(of)),
      idempotency.keepAnswer(claim, clients.client(of)),
    ],
    keptAnswer: [idempotency.keptAnswer(claim)],
    forgetAnswers: [idempotency.forgetAnswers(now)],
  },
  'access/provenance.ts': {
    linkMailings: [read(provenance.linkMailings({}))],
    linkOrigin: [read(provenance.linkOrigin({}))],
  },
  'audit/store.ts': {
    entry: [
      audit.entry(who, 'client.created', 'x'),
      audit.entry(who, 'quote.sent', 'x', documents.sentDetails('quote', 'x', 1, {})),
      audit.entry(who, 'invoice.sent', 'x', documents.sentDetails('invoice', 'x', 1, {})),
    ],
    entryList: [
      audit.entryList('biz', { objectId: null, since: null }, paging),
      audit.entryList('biz', { objectId: 'x', since: 1 }, { limit: 20, cursor: null }),
      audit.entryList('biz', { objectId: null, since: 1 }, { limit: 20, cursor: null }),
    ],
  },
  'businesses/store/keys.ts': {
    keyByHash: [keys.keyByHash({ hash: 'h' })],
    keyUsed: [keys.keyUsed('x', now)],
    apiKey: [keys.apiKey(of)],
    newApiKey: [keys.newApiKey({ ...of, sealed: 's' })],
    keyList: [keys.keyList('biz', paging)],
    insertKey: [keys.insertKey(whole({ name: 'n', keyHash: 'h', scopes: 'read', createdAt: now }))],
    endKey: [keys.endKey('x', { revokedAt: now }), keys.endKey('x', { expiresAt: now })],
    keyStands: [keys.keyStands('x', now)],
    keyUnrevoked: [keys.keyUnrevoked('x')],
    otherAdminStands: [keys.otherAdminStands({ id: 'x', expiresAt: null }, 'biz')],
    otherAdmin: [null, now].map(expiresAt => keys.otherAdmin({ id: 'x', expiresAt }, 'biz')),
  },
  'businesses/store/logo.ts': {
    logoFile: [logo.logoFile({ hash: 'h' })],
    insertLogo: [logo.insertLogo('biz', 'h', aPicture)],
    deleteLogo: [logo.deleteLogo('biz')],
  },
  'businesses/store/profile.ts': {
    business: [profile.business({ id: 'x' })],
    updateProfile: [profile.updateProfile(row, { name: 'x' }, now)],
    businessStands: [profile.businessStands(row)],
    endLinks: [profile.endLinks('biz', rotations.newestBirth('biz'), now)],
  },
  'clients/store.ts': {
    client: [clients.client(of)],
    clientList: [
      clients.clientList('biz', paging, null),
      clients.clientList('biz', { limit: 20, cursor: null }, 1),
    ],
    insertClient: [clients.insertClient('x', 'biz', { name: 'x', email: 'x@y' } as never, now)],
    changeClient: [clients.changeClient(row, { name: 'x' }, now)],
    localeStands: [clients.localeStands('x', null)],
    changeLocale: [clients.changeLocale('x', 'de-DE', now)],
    deleteClient: [clients.deleteClient(row, now)],
    clientStands: [clients.clientStands(row)],
  },
  'documents/lines.ts': {
    deleteLines: [lines.deleteLines('quote', 'x'), lines.deleteLines('invoice', 'x')],
    insertLines: [lines.insertLines('quote', 'x', 'biz', []), lines.insertLines('invoice', 'x', 'biz', [])],
  },
  'documents/numbers.ts': {
    nextCount: series.map(numbers.nextCount),
    stepCounter: series.flatMap(numbers.stepCounter),
  },
  'documents/store.ts': {
    byNumber: [documents.byNumber('quote', 'biz', 'n'), documents.byNumber('invoice', 'biz', 'n')],
    numberIsFrozen: [
      documents.numberIsFrozen('quote', 'x', frozen),
      documents.numberIsFrozen('invoice', 'x', frozen),
    ],
  },
  'invoices/store/business.ts': {
    invoice: [invoices.invoice(of)],
    invoiceList: filters(['draft', 'sent', 'partial', 'paid', 'overdue', 'void'] as const).map(filter =>
      invoices.invoiceList('biz', filter, paging, now),
    ),
    insertInvoice: [invoices.insertInvoice('x', 'biz', draft, now)],
    changeInvoice: [invoices.changeInvoice(row, { title: 'x' }, now)],
    deleteInvoice: [invoices.deleteInvoice('x')],
    invoiceStands: [invoices.invoiceStands(row)],
    invoicedOf: [invoices.invoicedOf({ quoteId: 'x', but: 'y' })],
    insertRevision: [
      invoices.insertRevision(revision),
      invoices.insertRevision({
        ...(revision as object),
        ...documents.frozenColumns('invoice', 'x', frozen),
      } as never),
    ],
  },
  'mail/store/outbox.ts': {
    queued: [{}, toBusiness, { ...toBusiness, linkId: 'l' }, { clientId: null, chainSequence: 1 }].map(
      about => mail.queued(whole({ kind: 'quote_sent', event: 'e', recipients: [], ...about }), now),
    ),
    message: [mail.message(of)],
    messageList: [
      mail.messageList('biz', { state: null, clientId: null }, paging),
      mail.messageList('biz', { state: 'sent', clientId: 'x' }, { limit: 20, cursor: null }),
    ],
    messageStands: [mail.messageStands({ id: 'x', state: 'failed' }, now)],
    retried: [mail.retried('x', now)],
  },
  'mail/store/sending.ts': {
    taken: [sending.taken('queued', now, 50), sending.taken('sending', now, 10)],
    stillMeant: [sending.stillMeant({ ids: '["x"]', now })],
    turnsEnded: [sending.turnsEnded([turn], now)],
  },
  'mail/store/reports.ts': {
    reported: reports.reported(report, now),
    addReport: [reports.addReport(report), reports.addReport({ ...report, at: null })],
    settleByReports: [reports.settleByReports('x')],
    tellTheBusiness: [reports.tellTheBusiness(report, now)],
  },
  'mail/store/overtaken.ts': {
    overtakenMessage: [overtaken.overtakenMessage({ ...of, now })],
    queuedReminders: [overtaken.queuedReminders([], written.stillPlanned, now)],
  },
  'reminders/store/due.ts': {
    dueRounds: [reminders.dueRounds({ now, limit: 20 })],
    remindable: [reminders.remindable([], now, 20)],
  },
  'reminders/store/written.ts': {
    insertReminders: [written.insertReminders([])],
    moveRounds: [written.moveRounds([])],
  },
  'reminders/store/stops.ts': {
    stopHere: [read(stops.stopHere({}))],
    settingsHere: [read(stops.settingsHere({}))],
    insertStop: [stops.insertStop(whole({ linkId: 'l', stoppedAt: now }))],
    deleteStop: [stops.deleteStop('x')],
    stopStands: [stops.stopStands('x', true)],
  },
  'messages.ts': {
    newestMessages: [messages.newestMessages(20)],
    message: [messages.message({ id: 'x' })],
    these: [messages.these({ ids: '["x"]' })],
  },
  'payments/store.ts': {
    insertPayment: ['cash', 'credit'].map(method =>
      payments.insertPayment(whole({ invoiceId: 'x', amount: 1, method }), now),
    ),
    insertReversal: [
      payments.insertReversal(
        {
          id: 'x',
          paidOn: '2026-01-31',
          reference: null,
          note: null,
          made: whole({ amount: 1, applied: 1, credit: 0 }),
        },
        now,
      ),
    ],
    payment: [payments.payment(of)],
    paymentList: [payments.paymentList('biz', 'x', paging)],
    creditOf: [payments.creditOf({ clientId: 'x', currency: 'USD' })],
    paymentsMade: [read(payments.paymentsMade({ invoiceId: 'x' }))],
    creditsLeft: [read(payments.creditsLeft({}))],
  },
  'quotes/store/business.ts': {
    quote: [quotes.quote(of)],
    quoteList: filters(['draft', 'sent', 'viewed', 'accepted', 'rejected', 'expired'] as const).map(filter =>
      quotes.quoteList('biz', filter, paging, now),
    ),
    insertQuote: [quotes.insertQuote('x', 'biz', draft, now)],
    changeQuote: [quotes.changeQuote(row, { title: 'x' }, now)],
    deleteQuote: [quotes.deleteQuote('x')],
    quoteStands: [quotes.quoteStands(row)],
    insertRevision: [
      quotes.insertRevision(revision),
      quotes.insertRevision({
        ...(revision as object),
        ...documents.frozenColumns('quote', 'x', frozen),
      } as never),
    ],
    insertDecision: [revision, decline].map(quotes.insertDecision),
    insertView: [quotes.insertView(revision)],
  },
  'quotes/store/portal.ts': {
    sentQuote: [read(quotesSeen.sentQuote({ id: 'x' }))],
    shownRevision: [read(quotesSeen.shownRevision({ id: 'x', contentHash: 'h' }))],
    addressesHere: [read(quotesSeen.addressesHere({}))],
    awaitingQuotes: [read(quotesSeen.awaitingQuotes({ now, ...page }))],
    awaitingCount: [read(quotesSeen.awaitingCount({ now }))],
    acceptedQuotes: [read(quotesSeen.acceptedQuotes(page))],
    rejectedQuotes: [read(quotesSeen.rejectedQuotes(page))],
    closedQuotes: [read(quotesSeen.closedQuotes(page))],
    lapsedQuotes: [read(quotesSeen.lapsedQuotes({ now, ...page }))],
  },
  'signing/store.ts': {
    chainHere: [read(signing.chainHere({}))],
    proofHere: [read(signing.proofHere({ documentId: 'x' }))],
    chainOf: [signing.chainOf({ businessId: 'biz' })],
    insertSignature: [signing.insertSignature(signature)],
    proofOf: [signing.proofOf({ businessId: 'biz', documentId: 'x' })],
    unsealedBefore: [signing.unsealedBefore({ instant: now, limit: 20 })],
    insertHead: [signing.insertHead(whole({ sequence: 1, hash: 'h', sealedAt: now, jws: 'j' }))],
  },
  'invoices/store/portal.ts': {
    sentInvoice: [read(invoicesSeen.sentInvoice({ id: 'x' }))],
    openInvoices: [read(invoicesSeen.openInvoices(page))],
    owed: [read(invoicesSeen.owed({ now }))],
    paidInvoices: [read(invoicesSeen.paidInvoices(page))],
    voidInvoices: [read(invoicesSeen.voidInvoices(page))],
  },
}

/** Exported beside them, and no maker: a fragment, texts, and what runs a statement. */
export const noMakers: Record<string, string[]> = {
  'access/store/links.ts': ['presentedClient'],
  'access/store/rotations.ts': ['newestBirth'],
  'api/store.ts': ['KEPT_FOR'],
  'businesses/store/logo.ts': ['logoColumns'],
  'mail/store/outbox.ts': ['linkIsDead', 'isWithdrawn', 'isMisdirected'],
  'documents/lines.ts': ['linesJson', 'linesIn'],
  'documents/numbers.ts': ['numberText', 'numbersFrom', 'numberGiven'],
  'documents/store.ts': ['numberTaken', 'frozenColumns', 'sentDetails'],
  'mail/store/reports.ts': ['noticedJson', 'reportsJson', 'undeliverableJson', 'deliveryJson'],
  'mail/store/overtaken.ts': ['isOvertaken', 'planned'],
  'reminders/store/due.ts': ['isReminded', 'isDone'],
  'reminders/store/written.ts': ['stillPlanned'],
}

/** Only a visit makes a statement of a portal read: this one runs into a database that keeps what it was given. */
function read(one: PortalRead<unknown>): Statement {
  const kept: Statement[] = []
  const prepare = (sql: string) => ({ bind: (...params: unknown[]) => kept.push({ sql, params }) })
  const db = { prepare, batch: () => Promise.resolve([]) } as unknown as D1Database
  const kv = { get: () => Promise.resolve(null) } as unknown as KVNamespace
  const visit = visitOf({ hash: 'h' }, { db, kv, now, languages: null, waitUntil: () => undefined })
  visit.read({ one }).catch(() => undefined)
  const [, statement] = kept
  if (!statement) throw new Error('a visit did not run the read')
  return statement
}
