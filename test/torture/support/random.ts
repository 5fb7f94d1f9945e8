// Chance that can be had again: the same numbers for the same seed, in node and in workerd.

export type Random = {
  /** A whole number from 0 to below `limit`. */
  below: (limit: number) => number
  /** One of a list. */
  of: <T>(list: readonly T[]) => T
}

/** mulberry32: 32 bits of state, which is plenty for the order of a race. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, of: list => list[below(list.length)] as (typeof list)[number] }
}
