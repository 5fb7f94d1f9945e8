// Whether two kinds of things that were measured in turns can be told apart: Wilcoxon's signed-rank test.

/** What was found: the chance that no difference looks like this one, and the middle and mean of the differences. */
export type Found = { p: number; median: number; mean: number; pairs: number }

/**
 * For pairs of figures whose order was left to chance, so that drift and noise fall on both alike. Two-sided, by the normal
 * approximation with its correction for ties, which is exact enough from some thirty pairs on; pairs without a difference
 * are left out (Wilcoxon 1945; Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 3.1).
 */
export function signedRanks(pairs: readonly (readonly [number, number])[]): Found {
  const differences = pairs.map(([one, other]) => one - other)
  const sorted = differences.filter(one => one !== 0).sort((a, b) => Math.abs(a) - Math.abs(b))
  const count = sorted.length
  let [sum, ties] = [0, 0]
  for (let from = 0, to = 0; from < count; from = to) {
    while (to < count && Math.abs(sorted[to] ?? 0) === Math.abs(sorted[from] ?? 0)) to++
    const rank = (from + 1 + to) / 2
    for (const one of sorted.slice(from, to)) sum += one > 0 ? rank : 0
    ties += (to - from) ** 3 - (to - from)
  }
  const expected = (count * (count + 1)) / 4
  const variance = (count * (count + 1) * (2 * count + 1)) / 24 - ties / 48
  const p = variance > 0 ? bothTails(Math.abs(sum - expected) / Math.sqrt(variance)) : 1
  const inOrder = [...differences].sort((a, b) => a - b)
  const mean = differences.reduce((all, one) => all + one, 0) / differences.length
  return { p, median: inOrder[Math.floor(inOrder.length / 2)] ?? 0, mean, pairs: pairs.length }
}

/** The chance of a normal variable to lie so far from its mean, on either side (Numerical Recipes, erfc, 1.2e-7 relative). */
function bothTails(z: number): number {
  const t = 1 / (1 + z / Math.SQRT2 / 2)
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
    -0.82215223, 0.17087277,
  ]
  const power = terms.reduceRight((all, term) => all * t + term, 0)
  return t * Math.exp((-z * z) / 2 + power)
}
