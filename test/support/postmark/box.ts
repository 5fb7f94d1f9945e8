// What lies behind one server token: what was asked and accepted, who is inactive, and what goes wrong next.
import { randomUUID } from 'node:crypto'
import { chooser, inactiveWords } from './deeds.ts'
import { type Refusal, recipientsOf, refusal, refusalOf } from './refusals.ts'
import type { Accepted, Lag, Message, Seen, Settings } from './types.ts'

/** As Postmark answers for a message that it took. */
type Receipt = Refusal & { To: string; Cc?: string; Bcc?: string; SubmittedAt: string; MessageID: string }

export type Box = ReturnType<typeof openBox>

/** Opens a token. `kept` are messages that it had before the process was started anew. */
export function openBox(
  token: string,
  settings: Settings,
  kept: Accepted[] = [],
  keep?: (one: Accepted) => void,
) {
  const accepted: Accepted[] = [...kept]
  const seen: Seen[] = []
  const faults = chooser()
  const rules = { streams: ['outbound', 'broadcast'], senders: null as string[] | null }
  let inactive = new Set<string>()
  let lag: Lag = {}

  const set = (given: Settings): void => {
    faults.set(given)
    if (given.inactive) inactive = new Set(given.inactive.map(address => address.toLowerCase()))
    if (given.lag) lag = given.lag
    if (given.streams) rules.streams = given.streams
    if (given.senders !== undefined) rules.senders = given.senders
  }
  set(settings)

  /** Takes a message or says why not; all checks of a message are here. */
  const take = (message: Message, by: Seen, index: number): Receipt | Refusal => {
    const wrong = refusalOf(message, rules)
    if (wrong) return wrong
    const { to, cc, bcc } = recipientsOf(message)
    const all = [...to, ...cc, ...bcc].map(({ Email }) => Email)
    const dropped = all.filter(email => inactive.has(email.toLowerCase()))
    const deliverable = all.filter(email => !dropped.includes(email))
    if (deliverable.length === 0) return refusal(406, inactiveWords(dropped))
    const one: Accepted = {
      ...{ order: accepted.length + 1, id: randomUUID(), at: Date.now(), request: by.number, index },
      ...{ connection: by.connection, message, deliverable, inactive: dropped },
    }
    accepted.push(one)
    by.accepted.push(one.id)
    keep?.(one)
    return receiptOf(one)
  }

  return {
    ...{ token, accepted, seen, set, take, next: faults.next },
    arrive(request: Omit<Seen, 'number'>): Seen {
      const one = { number: seen.length + 1, ...request }
      seen.push(one)
      return one
    },
    /** What the search knows at the time of a request, newest first. */
    found: (by: Seen): Accepted[] =>
      accepted
        .filter(({ at }) => Date.now() - at >= (lag.ms ?? 0))
        .filter(({ request }) => by.number - request > (lag.requests ?? 0))
        .reverse(),
    /** As newly opened, under the same token. */
    reset(): void {
      accepted.length = 0
      seen.length = 0
      faults.set({ plan: {}, chance: null })
    },
  }
}

function receiptOf({ message, id, at, inactive }: Accepted): Receipt {
  const copies = { ...(message.Cc && { Cc: message.Cc }), ...(message.Bcc && { Bcc: message.Bcc }) }
  const words = `Message OK, but will not deliver to these inactive addresses: ${inactive.join(', ')}`
  return {
    ...{
      To: message.To,
      ...copies,
      SubmittedAt: new Date(at).toISOString().replace('Z', '0000Z'),
      MessageID: id,
    },
    ...refusal(0, inactive.length > 0 ? words : 'OK'),
  }
}
