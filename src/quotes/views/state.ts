// What a quote's pages know of its life.

export type QuoteStatus = 'sent' | 'viewed' | 'accepted' | 'rejected' | 'expired'

/** The answer to a quote, by its client or, recorded as given elsewhere, by the business. */
export type QuoteDecision = {
  by: 'client' | 'business'
  name: string | null
  poNumber: string | null
  at: number
  reason: string | null
  note: string | null
}

/** Whether it waits for an answer. */
export const isOpen = (status: QuoteStatus): boolean => status === 'sent' || status === 'viewed'
