/**
 * Sealing the chains: once on a day after new records, the head of a business's chain is signed and mailed to the
 * business. Whoever kept that mail misses a record up to there that somebody cuts off later, triggers or not. Records of the
 * present day are not covered yet.
 */
import { entry } from '../audit/store.ts'
import type { Act } from '../core/api.ts'
import { rfc3339 } from '../core/clock.ts'
import { batch, decide, type RowOf, type Statement, write } from '../core/db.ts'
import { newId } from '../core/ids.ts'
import { logRunFault } from '../core/log.ts'
import { queued } from '../mail/store/outbox.ts'
import type { ChainHead } from './record.ts'
import { sign } from './sign.ts'
import { chainOf, insertHead, unsealedBefore } from './store.ts'

type Run = Pick<Act, 'db' | 'config' | 'now'>

/** Five statements for each: on a free plan a run has 50 in all, and the mail wants some. The rest a minute later. */
const MOST_PER_RUN = 8

/** Fewer than a person at a form gets: the next minute is another try, and others wait behind. */
const TRIES = 5

const DAY = 86_400_000

/** Seals what waits from before the present UTC day. A chain that can't be sealed now waits for the next run. */
export async function sealChains(run: Run): Promise<void> {
  const { rows } = await batch(run.db, { rows: waiting(run) })
  for (const { businessId } of rows) {
    await sealChain(run, businessId).catch(error => logRunFault('seal', error))
  }
}

/** Where a newer record or another run came in between, the batch is refused, and what stands now decides. */
function sealChain(run: Run, businessId: string): Promise<void> {
  return decide(async () => {
    const found = await batch(run.db, { rows: waiting(run), chain: chainOf({ businessId }) })
    const [newest] = found.chain
    if (!newest || !found.rows.some(row => row.businessId === businessId)) return
    await write(run.db, await sealed(run, businessId, newest))
  }, TRIES)
}

const waiting = ({ now }: Run) => unsealedBefore({ instant: now - (now % DAY), limit: MOST_PER_RUN })

type Newest = RowOf<ReturnType<typeof chainOf>>

async function sealed({ config, now }: Run, businessId: string, newest: Newest): Promise<Statement[]> {
  const { sequence, hash, name, email } = newest
  // The run's clock stands at its minute; a record may have been signed since.
  const sealedAt = Math.max(now, newest.signedAt)
  const head: ChainHead = {
    format: 'semaquote/chain-head@1',
    issuer: config.signing.issuer,
    business: { id: businessId, name },
    chain: { sequence, hash },
    sealed_at: rfc3339(sealedAt),
  }
  const { jws } = await sign(config.signing.keys, head)
  const actor = { kind: 'system', id: null } as const
  const who = { now, businessId, actor, address: null, requestId: newId('req', now) }
  const message = { kind: 'chain_head', event: `chain_head:${sequence}`, chainSequence: sequence } as const
  return [
    insertHead({ businessId, sequence, hash, sealedAt, jws }),
    entry(who, 'chain.sealed', businessId, { sequence, hash }),
    queued({ businessId, clientId: null, ...message, recipients: [email] }, now),
  ]
}
