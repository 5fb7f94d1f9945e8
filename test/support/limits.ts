// Spending a share at the platform's own limiter: its window stands still for nobody, so until it says that it is spent.

/** Spends what is left for a key; throws where ten times its share is not enough. */
export async function spend(limiter: RateLimit, key: string, share: number): Promise<void> {
  for (let count = 0; count < 10 * share; count++) {
    const { success } = await limiter.limit({ key })
    if (!success) return
  }
  throw new Error(`a share of ${share} is not spent by ten times as many`)
}
