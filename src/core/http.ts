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

/**
 * Whose an address is, so that who has many counts as one: an IPv4 address by itself, of IPv6 the first 64 bits, the
 * least that a household gets (RFC 6177). An IPv4 address in the clothes of IPv6 is that IPv4 address.
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const groups = groupsOf(address)
  const last = groups.slice(6).flatMap(group => [group >> 8, group & 255])
  if (groups.slice(0, 6).join() === '0,0,0,0,0,65535') return last.join('.')
  return `${groups
    .slice(0, 4)
    .map(group => group.toString(16))
    .join(':')}::/64`
}

/** The eight groups of an IPv6 address, however it is written (RFC 4291, 2.2). */
function groupsOf(address: string): number[] {
  const plain = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes) => {
    const [a, b, c, d] = bytes.map(Number) as [number, number, number, number]
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
  })
  const [before = [], after = []] = plain
    .split('::')
    .map(part => (part === '' ? [] : part.split(':').map(group => Number.parseInt(group, 16))))
  return [...before, ...Array(Math.max(0, 8 - before.length - after.length)).fill(0), ...after]
}

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
