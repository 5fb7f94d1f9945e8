// What came of a race, judged by what stands in the database and by what each racer was answered: each sentence that
// this answers is something that must never be.
import type { Field, Step } from './moves.ts'

// biome-ignore lint/suspicious/noExplicitAny: rows of many tables
type Row = Record<string, any>

/** One statement per table; the columns that matter, of one business. */
export const outcomeSql = (business: string): Record<keyof Outcome, string> => ({
  quotes: `select id, state, revision from quotes where business_id = '${business}'`,
  revisions: `select quote_id, revision, content_hash, expires_at from quote_revisions where business_id = '${business}'`,
  decisions: `select quote_id, revision, kind, decided_by, content_hash, decided_at, link_id, signed_name
    from quote_decisions where business_id = '${business}'`,
  signatures: `select document_id, revision, content_hash, link_id, signed_name, signed_at, sequence, hash
    from signature_records where business_id = '${business}' order by sequence`,
  trail: `select object_id, actor_kind, actor_id, action, details from audit_entries where business_id = '${business}'`,
  messages: `select quote_id, revision, kind from messages where business_id = '${business}' and quote_id is not null`,
})

export type Outcome = {
  quotes: Row[]
  revisions: Row[]
  decisions: Row[]
  signatures: Row[]
  trail: Row[]
  messages: Row[]
}

type Judged = Field & { steps: readonly Step[]; rotations: readonly Step[] }

/** All that is wrong with one quote; `rotations`: of its client's link, whoever's race they were in. */
export function faultsOf(judged: Judged, all: Outcome): string[] {
  const of = (rows: Row[], key: string) => rows.filter(row => row[key] === judged.quote)
  const here = {
    quote: of(all.quotes, 'id')[0] ?? {},
    revisions: of(all.revisions, 'quote_id'),
    decisions: of(all.decisions, 'quote_id'),
    signatures: of(all.signatures, 'document_id'),
    trail: of(all.trail, 'object_id').map(entry => ({ ...entry, details: JSON.parse(entry.details) as Row })),
    messages: of(all.messages, 'quote_id'),
  }
  const faults = [
    ...decisionFaults(here),
    ...signatureFaults(judged, here),
    ...answerFaults(judged, here),
    ...linkFaults(judged),
    ...trailFaults(judged, here),
    ...messageFaults(here),
  ]
  return faults.map(fault => `${judged.quote}: ${fault}`)
}

type Here = {
  quote: Row
  revisions: Row[]
  decisions: Row[]
  signatures: Row[]
  trail: (Row & { details: Row })[]
  messages: Row[]
}

const unless = (holds: boolean, fault: string) => (holds ? [] : [fault])

/** One decision a revision, one acceptance a quote, each on what its revision holds, in time, and the state says so. */
function decisionFaults({ quote, revisions, decisions }: Here): string[] {
  const accepted = decisions.filter(({ kind }) => kind === 'accepted')
  const last = decisions.find(({ revision }) => revision === quote.revision)
  const revisionOf = (row: Row) => revisions.find(({ revision }) => revision === row.revision)
  return [
    ...unless(accepted.length <= 1, 'accepted more than once'),
    ...unless(new Set(decisions.map(({ revision }) => revision)).size === decisions.length, 'decided twice'),
    ...unless(
      accepted.every(({ revision }) => revision === quote.revision),
      'an old revision accepted',
    ),
    ...unless(
      (quote.state === 'accepted') === (accepted.length === 1),
      `${quote.state}, yet acceptances differ`,
    ),
    ...unless(quote.state !== 'rejected' || last?.kind === 'rejected', 'rejected without a rejection'),
    ...unless(quote.state !== 'open' || last === undefined, 'open, yet decided'),
    ...decisions.flatMap(decision => [
      ...unless(decision.content_hash === revisionOf(decision)?.content_hash, 'decided on another content'),
      ...unless(decision.decided_at < revisionOf(decision)?.expires_at, 'decided past its validity'),
    ]),
  ]
}

const folded = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase()

const isTaken = (row: Row, { hash, name }: Step) =>
  hash === row.content_hash && folded(name ?? '') === folded(row.signed_name)

/** A signature is its client's acceptance, and somebody posted exactly that. */
function signatureFaults({ steps }: Judged, { decisions, signatures }: Here): string[] {
  const byClient = decisions.filter(({ kind, decided_by }) => kind === 'accepted' && decided_by === 'client')
  const posts = steps.filter(({ step }) => step === 'acceptance')
  return [
    ...unless(
      signatures.length === byClient.length,
      `${signatures.length} signatures, ${byClient.length} acceptances`,
    ),
    ...signatures.flatMap(signature => [
      ...unless(
        posts.some(post => isTaken(signature, post)),
        'signed what nobody posted',
      ),
      ...unless(
        byClient.every(
          row => row.content_hash === signature.content_hash && row.link_id === signature.link_id,
        ),
        'the signature is on another content, or by another link, than the decision',
      ),
    ]),
  ]
}

const expected: Record<Step['step'], number[]> = {
  acceptance: [303, 409],
  rejection: [303, 409],
  page: [200, 404],
  ...{ cancel: [200, 409], patch: [200, 409], send: [200, 409], close: [200, 409], record: [200, 409] },
  rotate: [200],
}

/** Whoever was told that it is done finds it done; no fault of ours is shown to anybody. */
function answerFaults(
  { steps, quote, rotations }: Judged,
  { decisions, signatures, revisions }: Here,
): string[] {
  const taken = (step: Step['step'], status: number) =>
    steps.filter(one => one.step === step && one.status === status)
  const signed = taken('acceptance', 303)
  const [signature] = signatures
  const rejections = decisions.filter(({ kind }) => kind === 'rejected')
  const recorded = decisions.filter(({ decided_by }) => decided_by === 'business')
  const odd = steps.filter(
    ({ step, status }) => !expected[step].includes(status) && !(status === 404 && rotations.length > 0),
  )
  return [
    ...odd.map(({ step, status }) => `${step} was answered with ${status}`),
    ...unless(
      signed.length > 0 === (signature !== undefined),
      `${signed.length} receipts, no signature or reverse`,
    ),
    ...signed.flatMap(post => [
      ...unless(
        signature !== undefined && isTaken(signature, post),
        `a receipt for “${post.name}” on ${post.hash}`,
      ),
      ...unless(
        post.location?.endsWith(`/quotes/${quote}/receipt`) === true,
        `a receipt at ${post.location}`,
      ),
    ]),
    ...taken('rejection', 303).flatMap(({ hash }) =>
      unless(
        rejections.some(({ content_hash }) => content_hash === hash),
        'a decline that is nowhere',
      ),
    ),
    ...unless(
      taken('record', 200).length === recorded.length,
      'records of the business differ from its answers',
    ),
    ...unless(revisions.length >= 1 + taken('send', 200).length, 'a sending that is nowhere'),
  ]
}

/** When the answer to a rotation is there, the old link is dead for all that is asked from then on. */
function linkFaults({ steps, rotations }: Judged): string[] {
  return steps.flatMap(({ step, home, began, status }) => {
    const dead = rotations.some(rotation => rotation.home === home && rotation.ended < began)
    return unless(!dead || step === 'rotate' || status === 404, `${step} by a dead link: ${status}`)
  })
}

/** The trail, read by itself, tells what happened as often as it did, and ends where the quote stands. */
function trailFaults(
  { steps, resent }: Judged,
  { quote, trail, decisions, signatures, revisions }: Here,
): string[] {
  const told = (action: string, revision?: number) =>
    trail.filter(
      entry => entry.action === action && (revision ?? entry.details.revision) === entry.details.revision,
    )
  const done = (step: Step['step']) => steps.filter(one => one.step === step && one.status === 200).length
  const counts: [string, number, number][] = [
    ['sent', told('quote.sent').length, revisions.length - Number(resent)],
    ['accepted', told('quote.accepted').length, decisions.filter(({ kind }) => kind === 'accepted').length],
    ['rejected', told('quote.rejected').length, decisions.filter(({ kind }) => kind === 'rejected').length],
    ['cancelled', told('quote.cancelled').length, done('cancel') + Number(resent)],
    ['closed', told('quote.closed').length, done('close')],
  ]
  const acceptance = told('quote.accepted')[0]
  const [signature] = signatures
  return [
    ...counts.flatMap(([what, said, was]) =>
      unless(said === was, `the trail says ${said} times ${what}, it was ${was}`),
    ),
    ...unless(
      endsAs(quote, revision => action => told(`quote.${action}`, revision).length),
      `the trail does not end ${quote.state}`,
    ),
    ...unless(
      !signature ||
        (acceptance?.actor_id === signature.link_id &&
          acceptance?.details.hash === signature.hash &&
          acceptance?.details.sequence === signature.sequence &&
          acceptance?.details.content_hash === signature.content_hash),
      'the trail tells of another signature',
    ),
  ]
}

/** From open, a quote goes back and forth between draft and closed; that is how often each was told, at the last revision. */
function endsAs({ state, revision }: Row, at: (revision: number) => (action: string) => number): boolean {
  const [accepted, rejected, cancelled, closed] = ['accepted', 'rejected', 'cancelled', 'closed'].map(
    at(revision),
  ) as [number, number, number, number]
  const ahead = cancelled - closed
  if (state === 'accepted') return accepted === 1 && rejected + cancelled + closed === 0
  if (state === 'rejected') return rejected === 1 && accepted + cancelled + closed === 0
  if (state === 'open') return accepted + rejected + cancelled + closed === 0
  if (state === 'draft') return accepted === 0 && cancelled > 0 && (ahead === 0 || ahead === 1)
  return accepted === 0 && closed > 0 && (ahead === 0 || ahead === -1)
}

/** One receipt and one piece of news per signature, one piece of news per decline. */
function messageFaults({ messages, decisions, signatures }: Here): string[] {
  const rejected = decisions.filter(({ kind }) => kind === 'rejected').length
  const counts: [string, number][] = [
    ['receipt', signatures.length],
    ['quote_accepted', signatures.length],
    ['quote_rejected', rejected],
  ]
  return counts.flatMap(([kind, expects]) => {
    const written = messages.filter(message => message.kind === kind).length
    return unless(written === expects, `${written} messages ${kind}, not ${expects}`)
  })
}
