// Businesses whose clients have signed, and what is sealed of their chains, on days of November 2026.
import { env } from 'cloudflare:workers'
import type { Env } from '../../src/core/env.ts'
import { everyMinute } from '../../src/cron.ts'
import { outbox, signs } from './mails.ts'
import { aBusiness, aClient, aSentQuote, type Business, portalOf } from './world.ts'

/** An instant in November 2026, by UTC. */
export const at = (day: number, time = '09:00') => Date.parse(`2026-11-${day}T${time}:00Z`)

/** A client of the business accepts one more quote. */
export async function oneSigns(business: Business): Promise<void> {
  const client = await aClient(business)
  const quote = await aSentQuote(business, client)
  await signs({ business, quote, home: await portalOf(business, client) })
}

export async function aBusinessWithSignatures(count = 1): Promise<Business> {
  const business = await aBusiness()
  for (let signed = 0; signed < count; signed++) await oneSigns(business)
  return business
}

/** One run of the scheduled job. */
export const sealings = (day: number, time?: string, bindings: Env = env) =>
  everyMinute(bindings, at(day, time))

/** The heads of a business's chain, by sequence. */
export async function headsOf({ id }: Business): Promise<number[]> {
  const query = env.DB.prepare('select sequence from chain_heads where business_id = ? order by sequence')
  return (await query.bind(id).all<{ sequence: number }>()).results.map(({ sequence }) => sequence)
}

export const sealMails = async () => (await outbox()).filter(({ kind }) => kind === 'chain_head')
