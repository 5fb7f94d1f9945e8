// What is answered when something goes wrong, whether the messages were accepted then, and which fault is next.
import { type Random, randomOf } from '../../torture/support/random.ts'
import { type Refusal, refusal } from './refusals.ts'
import type { Chance, Deed, Fault, Faulty, Plan, Route } from './types.ts'

/** Requests refused whole, with Postmark's status and error. */
export const refused: Partial<Record<Deed, [status: number, refusal: Refusal]>> = {
  token: [401, refusal(10, 'No Account or Server API tokens were supplied, or the one supplied is wrong.')],
  invalid: [422, refusal(300, 'The message is not valid.')],
  'not-allowed': [422, refusal(405, 'This account has no credits left to send with.')],
  inactive: [422, refusal(406, inactiveWords(['someone@example.com']))],
  pending: [422, refusal(412, 'This account is pending approval.')],
  'may-not-send': [422, refusal(413, 'This account may not send.')],
  rate: [429, refusal(429, 'Rate limit exceeded.')],
  error: [500, refusal(500, 'An error occurred on the server.')],
}

/** Answers of what stands before Postmark's own servers, which know no JSON. */
export const pages: Partial<Record<Deed, [status: number, title: string]>> = {
  'too-large': [413, 'Request Entity Too Large'],
  forbidden: [403, 'Forbidden'],
  unavailable: [503, 'Service Unavailable'],
  html: [200, 'Welcome'],
}

/** In this form, because the `postmark` package reads the addresses out of it. */
export function inactiveWords(addresses: string[]): string {
  return `Every recipient is inactive. Found inactive addresses: ${addresses.join(', ')}. Inactive are those that bounced hard, complained of spam or were suppressed by hand.`
}

/** Whether the messages are accepted; where it says 'open', either happens in life, and a chance draws it. */
const acceptance: Record<Deed, boolean | 'open'> = {
  ...{ ok: true, token: false, invalid: false, 'not-allowed': false, inactive: false, pending: false },
  ...{ 'may-not-send': false, rate: false, 'too-large': false, forbidden: false, unavailable: 'open' },
  ...{ error: 'open', html: 'open', 'cut-json': 'open', empty: 'open', hang: 'open', half: 'open' },
  ...{ slow: true, late: true, reset: false, lost: true, some: true },
}

/** Of the open ones, those that are accepted unless the fault says otherwise: their answer had begun. */
const begun: Deed[] = ['cut-json', 'half']

/** Whether the messages of a request that meets this fault are accepted. */
export const acceptedBy = ({ does, accepts }: Fault): boolean =>
  acceptance[does] === 'open' ? (accepts ?? begun.includes(does)) : (acceptance[does] as boolean)

/** All that can happen by chance unless said otherwise; `hang` needs a sender that gives up. */
const byChance = (Object.keys(acceptance) as Deed[]).filter(deed => deed !== 'ok' && deed !== 'hang')
const senders: Route[] = ['/email', '/email/batch']
const onlyBatch: Deed[] = ['some']

/** Chooses the fault of each request: by the plan as long as it goes, then by chance. */
export function chooser() {
  let plan: Plan = {}
  let chance: Chance | null = null
  let random: Random = randomOf(0)

  const drawn = (route: Route): Fault | null => {
    if (chance === null || !(chance.routes ?? senders).includes(route)) return null
    if (random.below(1_000_000) >= chance.rate * 1_000_000) return null
    const fault = faultOf(random.of(chance.faults ?? byChance))
    const accepts = random.below(2) === 0
    if (onlyBatch.includes(fault.does) && route !== '/email/batch') return null
    return acceptance[fault.does] === 'open' ? { accepts, ...fault } : fault
  }
  return {
    next(route: Route): Fault | null {
      const planned = plan[route]?.shift()
      const fault = planned === undefined ? drawn(route) : faultOf(planned)
      return fault?.does === 'ok' ? null : fault
    },
    set(given: { plan?: Plan; chance?: Chance | null }): void {
      if (given.plan !== undefined) plan = structuredClone(given.plan)
      if (given.chance === undefined) return
      chance = given.chance
      random = randomOf(chance?.seed ?? 0)
    },
  }
}

const faultOf = (given: Faulty): Fault => (typeof given === 'string' ? { does: given } : given)
