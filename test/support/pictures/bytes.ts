// What files of pictures are built of: bytes, texts, numbers, and streams that deflate has packed.
export type Bytes = Uint8Array<ArrayBuffer>
type Part = ArrayLike<number> | string

/** Parts in a row; a text is its characters, each a byte. */
export const bytes = (...parts: Part[]): Bytes =>
  Uint8Array.from(parts.flatMap(part => (typeof part === 'string' ? codes(part) : Array.from(part))))

const codes = (text: string) => [...text].map(letter => letter.charCodeAt(0))

export const be16 = (value: number): number[] => [value >>> 8, value].map(low)
export const be32 = (value: number): number[] => [value >>> 24, value >>> 16, value >>> 8, value].map(low)
export const le16 = (value: number): number[] => be16(value).reverse()
export const le24 = (value: number): number[] => be32(value).slice(1).reverse()
export const le32 = (value: number): number[] => be32(value).reverse()

const low = (value: number) => value & 255

/** As zlib writes it (RFC 1950). */
export async function deflated(plain: Bytes): Promise<Bytes> {
  const packed = new Blob([plain]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

/** The same bytes every time, that deflate can't make smaller. */
export function noise(length: number): Bytes {
  let state = 1
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 24
  })
}

/** Whether a file holds a text, byte for byte. */
export const holds = (file: Bytes, text: string): boolean =>
  new TextDecoder('latin1').decode(file).includes(text)

/** A copy with other bytes at a place. */
export function withBytes(file: Bytes, at: number, ...others: number[]): Bytes {
  const copy = file.slice()
  copy.set(others, at < 0 ? file.length + at : at)
  return copy
}
