/**
 * "Mail me my link" (product.md §5). Asking writes one row and looks at nothing: whoever asks learns nothing from the answer,
 * nor from the time that it takes. A job looks later whose the address is. It may be cut off anywhere and may run twice at
 * once: the batch that writes the mail is the one that resolves the request.
 */
import { entry } from '../../audit/store.ts'
import { clientStands } from '../../clients/store.ts'
import type { Act } from '../../core/api.ts'
import { within } from '../../core/clock.ts'
import { batch, Refused, type Statement, write } from '../../core/db.ts'
import { queued } from '../../mail/store/outbox.ts'
import { linkForSending } from '../issue.ts'
import { linkStands } from '../store/links.ts'
import {
  type Candidate,
  candidatesFor,
  dropRequests,
  insertRequest,
  requestStands,
  resolveRequest,
  type Waiting,
  waitingRequests,
} from '../store/requests.ts'
import { addressesOf } from './links.ts'

/** D1 can stall for a minute; a person waits for ten seconds at most. */
const PATIENCE = 10_000

/** Notes that somebody asked for the link of an address. */
export const askForLink = (db: D1Database, address: string, now: number): Promise<void> =>
  within(PATIENCE, write(db, [insertRequest(address, now)]))

/** How many requests one run looks at: most that come in a flood are nobody's, and cost it one statement together. */
const MOST_READ = 1000
/** How many addresses it mails to, and by how many statements, of the 1,000 that D1 allows an invocation. */
const MOST_MAILED = 40
const MOST_STATEMENTS = 400
const AT_ONCE = 20
/** Of how many businesses an address gets the link by one request; those used last. */
const MOST_BUSINESSES = 20

type Runner = Pick<Act, 'db' | 'config' | 'now'>

/** One of the requests for an address, the oldest, and the others: one mail answers them all. */
type Asked = Waiting & { others: string[] }

/** Answers requests that wait, oldest first; a bounded number. */
export async function answerRequests(run: Runner): Promise<void> {
  const { waiting } = await batch(run.db, { waiting: waitingRequests({ limit: MOST_READ }) })
  const asked = byAddress(waiting)
  const known = asked.filter(one => one.isKnown).slice(0, MOST_MAILED)
  const mails = await mailsFor(run, known)
  const nobodys = asked.filter(one => !one.isKnown || mails.get(one.id)?.length === 0)
  if (nobodys.length > 0) await write(run.db, [dropRequests(nobodys.flatMap(one => [one.id, ...one.others]))])
  let left = MOST_STATEMENTS
  const all = known.flatMap(one => planFor(run, one, mails.get(one.id) ?? []))
  const plans = all.filter(plan => {
    left -= plan.length
    return left >= 0
  })
  for (let at = 0; at < plans.length; at += AT_ONCE) await serve(run, plans.slice(at, at + AT_ONCE))
}

/** Capitals make no other address, as in the database (NOCASE: those of ASCII). */
const folded = (address: string): string => address.replace(/[A-Z]/g, letter => letter.toLowerCase())

function byAddress(waiting: readonly Waiting[]): Asked[] {
  const all = new Map<string, Asked>()
  for (const one of waiting) {
    const first = all.get(folded(one.address))
    if (first) first.others.push(one.id)
    else all.set(folded(one.address), { ...one, others: [] })
  }
  return [...all.values()]
}

/** What each request is to be mailed, by its id: nothing where nobody has a link, or enough was mailed. */
async function mailsFor(run: Runner, known: readonly Asked[]): Promise<Map<string, Statement[]>> {
  const mails = new Map(known.map(({ id }): [string, Statement[]] => [id, []]))
  if (known.length === 0) return mails
  const ids = known.map(({ id }) => id)
  const { found } = await batch(run.db, { found: candidatesFor(ids, run.now) })
  const served = new Map<string, Set<string>>(ids.map(id => [id, new Set()]))
  for (const one of found) {
    const businesses = served.get(one.requestId)
    if (!businesses || businesses.has(one.businessId) || businesses.size === MOST_BUSINESSES) continue
    const mail = await mailTo(run, one)
    if (!mail) continue
    businesses.add(one.businessId)
    mails.get(one.requestId)?.push(...mail)
  }
  return mails
}

/**
 * The message that brings somebody the living link, to the address that was given alone. Where a rotation of all has ended
 * that link and not yet replaced it, it is made now, and mailed to all of the client's addresses, as the rotation would have.
 * Undefined where the link can't be mailed.
 */
async function mailTo(run: Runner, one: Candidate): Promise<Statement[] | undefined> {
  const { requestId, businessId, clientId, version, linkId, sealed, jobId } = one
  const act = { ...run, businessId, actor: { kind: 'system', id: null }, address: null, requestId } as const
  const link = await linkForSending(act, clientId, {
    living: linkId ? [{ id: linkId, businessId, clientId, sealed }] : [],
    newest: [one],
    waiting: jobId ? [{ clientId, jobId }] : [],
  })
  if (!link.ok) return undefined
  const [kind, recipients] = linkId
    ? (['link_again', [one.to]] as const)
    : (['new_link', addressesOf(one)] as const)
  const event = `${kind}:${requestId}`
  return [
    clientStands({ id: clientId, version }),
    linkStands(clientId, linkId),
    ...link.value.statements,
    queued({ businessId, clientId, kind, event, recipients, linkId: link.value.linkId }, run.now),
    entry(act, 'link.sent', link.value.linkId, { client: clientId, request: requestId }),
  ]
}

/** All that one request leads to; none where there is nothing to mail. */
function planFor(run: Runner, one: Asked, mails: readonly Statement[]): Statement[][] {
  if (mails.length === 0) return []
  const others = one.others.length > 0 ? [dropRequests(one.others)] : []
  return [[requestStands(one, run.now), ...mails, resolveRequest(one.id, run.now), ...others]]
}

/** Several in one batch; where it is refused something about one of them has changed meanwhile, so each by itself. */
async function serve(run: Runner, some: readonly Statement[][]): Promise<void> {
  try {
    await write(run.db, some.flat())
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // Alone and refused: it is answered already, or the next run finds it as it is then.
    if (some.length > 1) for (const one of some) await serve(run, [one])
  }
}
