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
export const addressOf = (request: Request): string | null => request.headers.get('cf-connecting-ip')
