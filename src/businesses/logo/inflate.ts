/** How much a zlib stream (RFC 1950) holds, found out without unpacking far more than it may hold. */
import type { Bytes } from './bytes.ts'

/**
 * The stream is fed in steps, because the platform unpacks at once all that it is given, read or not. Deflate makes no less than a
 * thousandth of anything: a step becomes 8 MB at most, as much as the largest picture.
 */
const STEP = 8 * 1024

/** Bytes that are read at a time. */
const READ = 256 * 1024

/** Whether `zlib` is one whole stream, its checksum right, that unpacks to exactly `size` bytes. Never rejects. */
export async function unpacksTo(zlib: Bytes, size: number): Promise<boolean> {
  const { readable, writable } = new DecompressionStream('deflate')
  const writer = writable.getWriter()
  let count = 0

  async function counted() {
    const reader = readable.getReader({ mode: 'byob' })
    for (let buffer = new Uint8Array(READ); count <= size; ) {
      const { done, value } = await reader.read(buffer)
      if (done) return
      count += value.length
      buffer = new Uint8Array(value.buffer)
    }
    await reader.cancel()
  }

  async function fed() {
    for (let at = 0; at < zlib.length && count <= size; at += STEP) {
      await writer.write(zlib.subarray(at, at + STEP))
      await drained()
    }
    await (count > size ? writer.abort() : writer.close())
  }

  /** Waits while as much comes of what was fed as can be read at a time: less means that it was all. */
  async function drained() {
    let before: number
    do {
      before = count
      await scheduler.wait(0)
    } while (count - before >= READ && count <= size)
  }

  const ended = await Promise.allSettled([counted(), fed()])
  return count === size && ended.every(({ status }) => status === 'fulfilled')
}
