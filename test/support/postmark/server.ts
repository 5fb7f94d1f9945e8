// The stand-in for Postmark: a real HTTP server on 127.0.0.1 that keeps apart what belongs to each server token. The
// tests govern it under /_stub/ (control.ts); everything else is Postmark's protocol.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Box } from './box.ts'
import { type Boxes, boxesIn, control } from './control.ts'
import { acceptedBy, inactiveWords, pages, refused } from './deeds.ts'
import { isMessage, MB, recipientsOf, refusal } from './refusals.ts'
import { type Answer, detailsOf, searchFor } from './search.ts'
import type { Fault, Message, Route, Seen } from './types.ts'
import { cut, drained, JSON_TYPE, json, page, read, send } from './wire.ts'

export type Served = { host: string; port: number; close: () => Promise<void> }

/** Starts it; port 0 takes a free one. With a journal, what was opened and accepted outlives the process. */
export async function serve({
  port = 0,
  journal,
}: {
  port?: number
  journal?: string
} = {}): Promise<Served> {
  const boxes = boxesIn(journal)
  const connections = new WeakMap<Socket, number>()
  let count = 0
  const server = createServer((request, response) => {
    answer(boxes, request, response, connections.get(request.socket) ?? 0).catch(() => response.destroy())
  })
  server.on('connection', socket => connections.set(socket, ++count))
  // No connection ends by itself: a test sees only what it asked for.
  Object.assign(server, { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0, timeout: 0 })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const own = (server.address() as AddressInfo).port
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { host: `127.0.0.1:${own}`, port: own, close }
}

async function answer(boxes: Boxes, request: IncomingMessage, response: ServerResponse, connection: number) {
  const url = new URL(request.url ?? '/', 'http://localhost')
  if (url.pathname.startsWith('/_stub/')) {
    const text = await read(request, Number.POSITIVE_INFINITY)
    return json(response, control(boxes, request.method ?? '', url.pathname, text ?? ''))
  }
  const box = boxes.get(request.headers['x-postmark-server-token'])
  const [status, body] = refused.token as [number, unknown]
  if (!box) return drained(request, () => json(response, { status, body }))
  const route = routeOf(request.method ?? '', url.pathname)
  const seen = box.arrive({
    ...{ at: Date.now(), connection, method: request.method ?? '', route, path: request.url ?? '' },
    ...{ messages: 0, accepted: [], fault: route && box.next(route), status: null, abandoned: false },
  })
  response.on('close', () => {
    seen.abandoned = !response.writableFinished && !request.socket.resetByUs
  })
  response.on('finish', () => {
    seen.status = response.statusCode
  })
  if (route === null) return drained(request, () => json(response, { status: 404, body: {} }))
  if (seen.fault?.does === 'reset') return cut(request.socket)
  const text = await read(request, route === '/email/batch' ? 50 * MB : 10 * MB)
  if (text === undefined) return page(response, pages['too-large'] as [number, string])
  await play(box, seen, { route, url, text, headers: request.headers }, response)
}

type Asked = { route: Route; url: URL; text: string; headers: IncomingMessage['headers'] }

/** Does what is to be done, with the fault of this request. */
async function play(box: Box, seen: Seen, asked: Asked, response: ServerResponse): Promise<void> {
  const { fault } = seen
  const ms = fault?.ms ?? 100
  const messages = messagesIn(asked)
  seen.messages = Array.isArray(messages) ? messages.length : 0
  if (fault?.does === 'late') await sleep(ms)
  const isDone = fault === null || acceptedBy(fault)
  const own = isDone ? done(box, seen, asked, messages) : { status: 200, body: [refusal(0, 'OK')] }
  if (fault === null || fault.does === 'late' || fault.does === 'some') return json(response, own)
  if (fault.does === 'slow') return sleep(ms).then(() => json(response, own))
  if (fault.does === 'hang') return
  if (fault.does === 'lost') return cut(response.socket)
  spoil(fault, own, messages, response)
}

/** Answers that are wrong in themselves. */
function spoil(fault: Fault, own: Answer, messages: Message[] | Answer, response: ServerResponse): void {
  const text = JSON.stringify(own.body)
  const half = text.slice(0, Math.ceil(text.length / 2))
  const html = pages[fault.does]
  if (html) page(response, html)
  else if (fault.does === 'empty') send(response, 200, '')
  else if (fault.does === 'cut-json') send(response, 200, half)
  else if (fault.does === 'half') sendHalf(response, text, half)
  else json(response, refusedWhole(fault, messages))
}

/** Half an answer, and then a reset. */
function sendHalf(response: ServerResponse, text: string, half: string): void {
  response.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': Buffer.byteLength(text) })
  response.write(half, () => setTimeout(() => cut(response.socket), 20))
}

/** The refusal of a fault; that of inactive recipients names those of the first message. */
function refusedWhole(fault: Fault, messages: Message[] | Answer): Answer {
  const [status, body] = refused[fault.does] as [number, { ErrorCode: number }]
  if (fault.does !== 'inactive' || !Array.isArray(messages)) return { status, body }
  const { to, cc, bcc } = recipientsOf(messages[0] ?? ({} as Message))
  const words = inactiveWords([...to, ...cc, ...bcc].map(({ Email }) => Email))
  return { status, body: refusal(406, words) }
}

/** The messages of a request that sends, or why it is refused whole. */
function messagesIn({ route, text, headers }: Asked): Message[] | Answer {
  if (route !== '/email' && route !== '/email/batch') return []
  const no = (code: number, words: string) => ({ status: 422, body: refusal(code, words) })
  const isJson = (value = '') => value.toLowerCase().startsWith('application/json')
  if (!isJson(headers['content-type']) || !isJson(headers.accept))
    return no(409, 'Accept and Content-Type must be application/json.')
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return no(402, 'The body is not valid JSON.')
  }
  const all = route === '/email' ? [body] : body
  if (!Array.isArray(all) || !all.every(isMessage)) return no(403, 'The JSON is not of the expected form.')
  if (all.length > 500) return no(410, `At most 500 messages in a batch; there are ${all.length}.`)
  return all
}

/** Postmark's own answer, with the messages accepted. */
function done(box: Box, seen: Seen, { route, url }: Asked, messages: Message[] | Answer): Answer {
  if (!Array.isArray(messages)) return messages
  if (route === '/messages/outbound') return searchFor(url.searchParams, box.found(seen))
  if (route === '/messages/outbound/details')
    return detailsOf(url.pathname.split('/')[3] ?? '', box.found(seen))
  const results = messages.map(
    (message, index) => someRefused(seen.fault, message, index) ?? box.take(message, seen, index),
  )
  if (route === '/email/batch') return { status: 200, body: results }
  return { status: results[0]?.ErrorCode === 0 ? 200 : 422, body: results[0] }
}

/** What the fault `some` says of a message of a batch. */
function someRefused(fault: Fault | null, message: Message, index: number) {
  if (fault?.does !== 'some') return
  const code = fault.refused ? fault.refused[index] : index % 2 === 1 ? 406 : undefined
  if (code === undefined) return
  const { to } = recipientsOf(message)
  const words = code === 406 ? inactiveWords(to.map(({ Email }) => Email)) : 'This message is refused.'
  return refusal(code, words)
}

function routeOf(method: string, path: string): Route | null {
  if (method === 'POST' && (path === '/email' || path === '/email/batch')) return path
  if (method !== 'GET') return null
  if (path === '/messages/outbound') return path
  return /^\/messages\/outbound\/[^/]+\/details$/.test(path) ? '/messages/outbound/details' : null
}
