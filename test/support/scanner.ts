// Finds a secret in a text, in whatever form it may have been written there.
const text = new TextEncoder()
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))
const hex = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
const urlSafe = (encoded: string) => encoded.replaceAll('+', '-').replaceAll('/', '_')
const percent = (encoded: string) => encoded.replace(/../g, '%$&')

/** In the middle of something longer, base64 cuts a secret at one of three places: what stays the same of each. */
function base64Within(secret: Uint8Array): string[] {
  return [0, 1, 2].map(before => {
    const encoded = base64(new Uint8Array([...new Uint8Array(before), ...secret]))
    return encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + secret.length) * 8) / 6))
  })
}

/** Every form of a secret that a scan looks for, by name. */
export function formsOf(secret: string): [form: string, needle: string][] {
  const bytes = text.encode(secret)
  const cut = base64Within(bytes)
  return [
    ['raw', secret],
    ['upper case', secret.toUpperCase()],
    ['reversed', [...secret].reverse().join('')],
    ...cut.map((needle, at) => [`base64 at ${at}`, needle] as [string, string]),
    ...cut.map((needle, at) => [`base64url at ${at}`, urlSafe(needle)] as [string, string]),
    ['hex', hex(bytes)],
    ['upper-case hex', hex(bytes).toUpperCase()],
    ['percent-encoded', percent(hex(bytes))],
    ['upper-case percent-encoded', percent(hex(bytes).toUpperCase())],
    ['bytes as a list', [...bytes].join(',')],
  ]
}

/** The forms in which secrets stand in texts, as `<place>: <secret's name> as <form>`. */
export function findings(texts: Record<string, string>, secrets: Record<string, string>): string[] {
  const needles = Object.entries(secrets).flatMap(([name, secret]) =>
    formsOf(secret).map(([form, needle]) => ({ said: `${name} as ${form}`, needle })),
  )
  return Object.entries(texts).flatMap(([place, whole]) =>
    needles.filter(({ needle }) => whole.includes(needle)).map(({ said }) => `${place}: ${said}`),
  )
}
