/** The segments of a JPEG that decide how it looks, checked against ITU-T T.81, annex B.2: each says what it is, and no more. */
import { type Bytes, bigEndian, Walk } from './bytes.ts'
import { checkSides, invalid } from './refusals.ts'

/** `components`: by their ids. */
export type Frame = { width: number; height: number; components: readonly number[] }

/** Checks a frame header (B.2.2), behind its length: 8 bits a sample; grey, three colours or four. */
export function checkFrame(data: Bytes): Frame {
  const count = data[5] ?? 0
  const some = Array.from({ length: count }, (_, at) => data.subarray(6 + at * 3, 9 + at * 3))
  const components = some.map(([id = 0]) => id)
  const isValid =
    data[0] === 8 &&
    [1, 3, 4].includes(count) &&
    data.length === 6 + count * 3 &&
    new Set(components).size === count &&
    some.every(([, factors = 0, table = 4]) => isFactor(factors >> 4) && isFactor(factors & 15) && table < 4)
  if (!isValid) throw invalid('frame header (SOF)')
  const [height, width] = [bigEndian(data.subarray(1, 3)), bigEndian(data.subarray(3, 5))]
  checkSides(width, height)
  return { width, height, components }
}

/** A sampling factor. */
const isFactor = (factor: number) => factor >= 1 && factor <= 4

/** Checks a scan header (B.2.3), behind its length: of components that the frame has. */
export function checkScan(data: Bytes, frame: Frame | null): void {
  const count = data[0] ?? 0
  const some = Array.from({ length: count }, (_, at) => data.subarray(1 + at * 2, 3 + at * 2))
  const [from = 64, to = 64] = data.subarray(-3)
  const isValid =
    count >= 1 &&
    count <= 4 &&
    data.length === 4 + count * 2 &&
    some.every(([id = -1, tables = 64]) => frame?.components.includes(id) && (tables & ~0x33) === 0) &&
    from <= to &&
    to < 64
  if (!isValid) throw invalid('scan header (SOS)')
}

/** Checks tables of quantization (B.2.4.1) or of Huffman codes (B.2.4.2): one at least, and they fill their segment. */
export function checkTables(data: Bytes, areCodes: boolean): void {
  const walk = new Walk(data)
  do {
    const [kind = 0] = walk.take(1)
    if ((kind & ~0x13) !== 0) throw invalid('table (DQT, DHT)')
    walk.take(areCodes ? codesIn(walk) : 64 * (1 + (kind >> 4)))
  } while (walk.hasMore)
}

/** Of codes of each length, 1 to 16 bits, their number; together no more than there are values of a byte. */
function codesIn(walk: Walk): number {
  const count = walk.take(16).reduce((sum, some) => sum + some, 0)
  if (count > 256) throw invalid('table (DHT)')
  return count
}
