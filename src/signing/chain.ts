/**
 * The chain of a business's records: each names its place and the hash of the one before, under its own signature.
 * Taken together they show what a single file can't: that none is missing between them, none was put in or moved,
 * and, against a head that was sealed before, that none of those that it covers was cut off. What was cut off after the
 * newest head, and before the next one was sealed, nothing shows.
 */
import type { Acceptance, ChainHead } from './record.ts'

/** A record that was verified, and its hash. */
export type ChainLink = { record: Acceptance; hash: string }

/** What is wrong at a place of the chain. */
export type ChainFault = {
  at: number
  fault: 'missing' | 'out_of_place' | 'broken' | 'cut' | 'other_head'
}

/** Checks the records of one business, in the order in which they were kept, against heads sealed before. */
export function chainFaults(links: readonly ChainLink[], heads: readonly ChainHead[] = []): ChainFault[] {
  return [...orderFaults(links), ...heads.flatMap(head => headFaults(links, head))]
}

function orderFaults(links: readonly ChainLink[]): ChainFault[] {
  return links.flatMap(({ record }, index): ChainFault[] => {
    const { sequence, previous_hash } = record.chain
    const before = links[index - 1]
    const expected = (before?.record.chain.sequence ?? 0) + 1
    if (sequence > expected) return [{ at: expected, fault: 'missing' }]
    if (sequence < expected) return [{ at: sequence, fault: 'out_of_place' }]
    return previous_hash === (before?.hash ?? null) ? [] : [{ at: sequence, fault: 'broken' }]
  })
}

function headFaults(links: readonly ChainLink[], { chain }: ChainHead): ChainFault[] {
  const sealed = links.find(({ record }) => record.chain.sequence === chain.sequence)
  if (!sealed) return [{ at: chain.sequence, fault: 'cut' }]
  return sealed.hash === chain.hash ? [] : [{ at: chain.sequence, fault: 'other_head' }]
}
