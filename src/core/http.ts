/** What the portal reads from a request's headers: whether a person opens a page, and where a request comes from. */

/**
 * Whether a person opened this page: a browser's own navigation, no prefetch, no preview, no scanner's fetch
 * (Fetch Metadata, https://www.w3.org/TR/fetch-metadata/). Without the headers it is not counted: a view that is
 * missed does less harm than one that is claimed.
 */
export function isNavigation(request: Request): boolean {
  const of = (name: string) => request.headers.get(name)
  return (
    request.method === 'GET' &&
    of('sec-fetch-mode') === 'navigate' &&
    of('sec-fetch-dest') === 'document' &&
    !of('sec-purpose') &&
    !of('purpose') &&
    !of('x-purpose') &&
    !of('x-moz')
  )
}

/** The address of the caller as the edge saw it, or null (local runs). */
export const addressOf = (request: Pick<Request, 'headers'>): string | null =>
  request.headers.get('cf-connecting-ip')

/** A form that another web site sent: refused. Older phones and mail providers say nothing, and pass: the token authorises. */
export function isCrossSite(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  return site !== null && site !== 'same-origin' && site !== 'none'
}

/** Where a request came from, as the edge saw it; null where it did not tell. */
export type Origin = {
  address: string | null
  country: string | null
  /** The autonomous system, such as 7922, Comcast. */
  network: { number: number; name: string } | null
  userAgent: string | null
}

/** Longer than any browser's; a header may have 16 KB. */
const LONGEST_AGENT = 400

export function originOf(request: Request): Origin {
  const { country, asn, asOrganization } = (request.cf ?? {}) as Partial<IncomingRequestCfProperties>
  return {
    address: addressOf(request),
    country: country ?? null,
    network: asn === undefined ? null : { number: asn, name: (asOrganization ?? '').toWellFormed() },
    userAgent: request.headers.get('user-agent')?.slice(0, LONGEST_AGENT).toWellFormed() ?? null,
  }
}
