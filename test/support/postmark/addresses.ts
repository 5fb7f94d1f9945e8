// Address fields as Postmark reads them: "a@b.example", "Name <a@b.example>", several separated by commas.

export type Address = { Name: string; Email: string }

/** Postmark's own patterns (support article 1180). Names with punctuation must be quoted. */
const MAILBOX = /^[a-z0-9.!#$%&'`*+\-/=^_{}|~]+$/i
const DOMAIN = /^((\.)?[a-zA-Z0-9-])+$/
const NAMED = /^(?:"((?:[^"\\]|\\.)*)"|([^"<>]*?))\s*<([^<>]*)>$/
const SPECIAL = /[()<>[\]:;@\\,."]/

/** The addresses of a field, or the text of the first that is none. */
export function addressesIn(field: string): { addresses: Address[]; illegal?: string } {
  const parts = split(field)
  const addresses: Address[] = []
  for (const part of parts) {
    const found = addressOf(part)
    if (found === undefined) return { addresses, illegal: part }
    addresses.push(found)
  }
  return { addresses }
}

/** At commas, except within quotes. */
const split = (field: string): string[] =>
  (field.match(/(?:"(?:[^"\\]|\\.)*"|[^,"]|")+/g) ?? []).map(part => part.trim()).filter(part => part !== '')

function addressOf(part: string): Address | undefined {
  const [, quoted, plain = '', inner] = NAMED.exec(part) ?? []
  const email = (inner ?? part).trim()
  const at = email.lastIndexOf('@')
  const [mailbox, domain] = [email.slice(0, Math.max(at, 0)), email.slice(at + 1)]
  const isDotted = /^\.|\.$|\.\./.test(mailbox)
  if (!MAILBOX.test(mailbox) || !DOMAIN.test(domain) || isDotted || SPECIAL.test(plain)) return
  return { Name: quoted?.replace(/\\(.)/g, '$1') ?? plain, Email: email }
}
