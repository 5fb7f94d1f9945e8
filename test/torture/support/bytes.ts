// One byte of a file changed, in the four ways in which a slip, a bad disk or a hand does it; and how files are read.
import fc from 'fast-check'

export type ByteChange = { kind: 'replace' | 'insert' | 'delete' | 'swap'; at: number; byte: number }

export const byteChange: fc.Arbitrary<ByteChange> = fc.record({
  kind: fc.constantFrom('replace', 'insert', 'delete', 'swap'),
  at: fc.nat(1_000_000),
  byte: fc.nat(255),
})

/** The file with the change at that place of it, counted round. */
export function withByte(file: Uint8Array, { kind, at: anywhere, byte }: ByteChange): Uint8Array {
  const at = anywhere % (file.length - 1)
  const [before, here, next, after] = [
    file.slice(0, at),
    file[at] ?? 0,
    file[at + 1] ?? 0,
    file.slice(at + 2),
  ]
  const between = { replace: [byte, next], insert: [here, byte, next], delete: [next], swap: [next, here] }[
    kind
  ]
  return Uint8Array.from([...before, ...between, ...after])
}

/** As a reader of files must: undefined where it is no UTF-8, and nothing dropped from its beginning. */
export function strictText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** As most readers do: what is no UTF-8 becomes U+FFFD. */
export const lenientText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
