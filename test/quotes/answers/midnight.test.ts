// A quote’s last day, by the clocks of its business: page and write agree to the millisecond on when it is over.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Asked, accept, asked, changingNothing, decline, ledTo } from '../../support/answers.ts'
import { midnights } from '../../support/midnights.ts'
import { aBusiness, open, textOf } from '../../support/world.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const formsOn = async ({ at }: Asked) =>
  (await (await open(at)).text()).match(/<form method="post"/g)?.length ?? 0

test.each(midnights)(
  '$zone, $day ($what): answered until 23:59:59.999, and not from 00:00:00.000 on',
  async ({ zone, day, ends }) => {
    const end = Date.parse(ends)
    vi.setSystemTime(end - 5 * 3_600_000)
    const business = await aBusiness({ timeZone: zone })
    const quote = { valid_until: day }
    const signed = await asked({ business, quote })
    const declined = await asked({ business, quote })
    const late = await asked({ business, quote })
    vi.setSystemTime(end - 1)
    expect(await formsOn(late)).toBe(2)
    expect(ledTo(await accept(signed))).toBe(`303 ${signed.at}/receipt`)
    expect(ledTo(await decline(declined))).toBe(`303 ${declined.at}`)
    vi.setSystemTime(end)
    expect(await formsOn(late)).toBe(0)
    for (const answer of [accept, decline]) {
      const response = await changingNothing(() => answer(late))
      expect(response.status).toBe(409)
      expect(await textOf(response)).toContain('The last day to answer this quote ended')
    }
    expect(ledTo(await accept(signed))).toBe(`303 ${signed.at}/receipt`)
    expect(ledTo(await decline(declined))).toBe(`303 ${declined.at}`)
    const { decision } = (await business.api('GET', `/quotes/${signed.quote}`)).body
    expect(decision.at).toBe(new Date(end - 1).toISOString())
  },
)
