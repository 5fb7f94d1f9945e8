// What the API can't do, because its quotes end with a day: a quote that ends at an instant of choice.

/** Sends a draft that was once sent as it was then, as a revision that ends at this instant (UTC milliseconds). */
export const resend = (quote: string, instant: number): string => `
  insert into quote_revisions (quote_id, revision, business_id, client_id, number, title, currency, total, valid_until,
    content_hash, time_zone, expires_at, sent_at, quote_version, content)
  select quote_id, quotes.revision + 1, last.business_id, last.client_id, last.number, last.title, last.currency,
    last.total, last.valid_until, content_hash, time_zone, ${instant}, ${instant} - 100000, quotes.version, content
  from quotes join quote_revisions last on last.quote_id = quotes.id and last.revision = quotes.revision
  where quotes.id = '${quote}'`

/** How long after the start of their races such quotes end, in milliseconds: some are over by then. */
export const ENDINGS = [-5, 0, 10, 25, 50]
