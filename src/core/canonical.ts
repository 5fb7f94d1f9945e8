/** Canonical JSON: one text for the same data, so that it can be hashed and signed (RFC 8785). */
import canonicalize from 'canonicalize'

/** The RFC 8785 text of plain data. Throws TypeError on what has none. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('This has no canonical form.')
  return text
}
