/** The outcome of a decision: a value, or a reason that the caller must handle. Faults are thrown, refusals returned. */
export type Result<T, Refusal> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const refuse = <Refusal>(refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })
