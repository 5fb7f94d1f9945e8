// What goes over the connections of the stand-in: bodies in, answers out, and resets.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Answer } from './search.ts'

export const JSON_TYPE = 'application/json; charset=utf-8'

export const json = (response: ServerResponse, { status, body }: Answer) =>
  send(response, status, JSON.stringify(body))

export const page = (response: ServerResponse, [status, title]: [number, string]) =>
  send(
    response,
    status,
    `<html><head><title>${title}</title></head><body>${title}</body></html>`,
    'text/html',
  )

export function send(response: ServerResponse, status: number, text: string, type = JSON_TYPE): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

/** Cuts the connection so that the other side sees a reset. */
export function cut(socket: (Socket & { resetByUs?: boolean }) | null): void {
  if (!socket) return
  socket.resetByUs = true
  socket.resetAndDestroy()
}

declare module 'node:net' {
  interface Socket {
    /** Cut by a fault, not by the sender. */
    resetByUs?: boolean
  }
}

/** The body, or undefined where it is larger than allowed. */
export async function read(request: IncomingMessage, limit: number): Promise<string | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size <= limit) parts.push(part)
  }
  return size > limit ? undefined : Buffer.concat(parts).toString('utf8')
}

export async function drained(request: IncomingMessage, then: () => void): Promise<void> {
  await read(request, 0)
  then()
}
