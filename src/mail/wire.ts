/**
 * What became of mail, as the API shows it beside messages, clients and documents. It draws from rows that were read, also
 * from those that an Idempotency-Key has kept since before there was anything of it: there it is not known.
 */
import { rfc3339 } from '../core/clock.ts'
import { english } from '../i18n/words.ts'
import { problemWords } from './problem-words.ts'
import { decisive } from './rules/reports.ts'
import type { DeliveryRead, ReportRead } from './store/reports.ts'
import type { MailProblem } from './tables.ts'
import { bounceReason, bounceWords } from './words.ts'

type Kept<T> = T | null | undefined

/** Why a message has not arrived, or not yet; null where nothing is the matter. */
export const problemText = (code: Kept<MailProblem>) => (code ? { code, detail: problemWords[code] } : null)

/** What was reported at each recipient, of the JSON that `reportsJson` read: what counts, once. */
export const deliveryTexts = (json: Kept<string>) =>
  reportsIn(json).map(({ recipient, kind, at, reason }) => ({
    recipient,
    status: kind,
    at: rfc3339(at),
    reason: reasonText(reason),
  }))

/** A client's addresses at which nothing arrives, of the JSON that `undeliverableJson` read. */
export const undeliverableTexts = (json: Kept<string>) =>
  reportsIn(json).flatMap(({ recipient, kind, at, reason }) =>
    kind === 'delivered'
      ? []
      : [{ address: recipient, status: kind, since: rfc3339(at), reason: reasonText(reason) }],
  )

/** What became of the message that brought a document, of the JSON that `deliveryJson` read. */
export function documentDeliveryText(json: Kept<string>) {
  if (!json) return null
  const { id, state, problem }: DeliveryRead = JSON.parse(json)
  return { message_id: id, status: state, problem: problemText(problem) }
}

const reportsIn = (json: Kept<string>): ReportRead[] =>
  decisive<ReportRead>(JSON.parse(json ?? '[]')).sort((one, other) =>
    one.recipient < other.recipient ? -1 : 1,
  )

/** The API speaks English. */
const reasonText = (type: string | null): string | null => {
  const words = bounceWords(english)
  return type === null ? null : (bounceReason(words, type) ?? words.returned)
}
