// What the stand-in for Postmark and the tests that use it say to each other. Bodies on the wire have Postmark's names.

export type Header = { Name: string; Value: string }
export type Attachment = { Name: string; Content: string; ContentType: string; ContentID?: string | null }

/** A message as it is sent to `POST /email`, and as one of the list sent to `POST /email/batch`. */
export type Message = {
  From: string
  To: string
  Cc?: string
  Bcc?: string
  Subject?: string
  Tag?: string
  HtmlBody?: string
  TextBody?: string
  ReplyTo?: string
  Headers?: Header[]
  TrackOpens?: boolean
  TrackLinks?: string
  Attachments?: Attachment[]
  Metadata?: Record<string, string>
  MessageStream?: string
}

/** A message that was accepted: from here on it would reach its recipients, whatever the sender was told. */
export type Accepted = {
  /** 1 for the first message of this token, then on. */
  order: number
  /** Postmark's MessageID. */
  id: string
  /** UTC milliseconds. */
  at: number
  /** Number of the request that brought it, of that request's connection, and its place in the batch. */
  request: number
  connection: number
  index: number
  /** The message whole, as it came. */
  message: Message
  /** Addresses that it goes to, and those that it doesn't, because they are inactive. */
  deliverable: string[]
  inactive: string[]
}

/** A request under a token, in the order of arrival. */
export type Seen = {
  number: number
  at: number
  /** Number of the TCP connection, of all that the server has had. */
  connection: number
  method: string
  /** The route, as plans name it, and the path with its query, as it came. */
  route: Route | null
  path: string
  /** Messages it held, if it was read. */
  messages: number
  /** MessageIDs of those that were accepted: losses and duplicates are counted by this. */
  accepted: string[]
  /** The fault that was played, if any. */
  fault: Fault | null
  /** What was answered; null while nothing is, and where the connection was cut. */
  status: number | null
  /** The sender was gone before the answer was out. */
  abandoned: boolean
}

export type Route = '/email' | '/email/batch' | '/messages/outbound' | '/messages/outbound/details'

/** What can go wrong. Whether the messages were accepted when it does: `acceptedBy` in deeds.ts. */
export type Deed =
  /** Nothing goes wrong. */
  | 'ok'
  /** Refused whole: 401/10, 422/300, 422/405, 422/406, 422/412, 422/413, 429/429, 413 in HTML, 403 in HTML. */
  | 'token'
  | 'invalid'
  | 'not-allowed'
  | 'inactive'
  | 'pending'
  | 'may-not-send'
  | 'rate'
  | 'too-large'
  | 'forbidden'
  /** 500 with ErrorCode 500 in JSON; 503 in HTML. */
  | 'error'
  | 'unavailable'
  /** 200 that says nothing of use: a page in HTML, JSON cut off, an empty body. */
  | 'html'
  | 'cut-json'
  | 'empty'
  /** Answers after `ms`; accepts only after `ms`, and then answers; never answers. */
  | 'slow'
  | 'late'
  | 'hang'
  /** The connection is reset: before the request is read; after it was accepted; in the middle of the answer. */
  | 'reset'
  | 'lost'
  | 'half'
  /** Of a batch, those named in `refused` are refused, the others accepted. */
  | 'some'

export type Fault = {
  does: Deed
  /** Overrides whether the messages are accepted, where the deed leaves it open. */
  accepts?: boolean
  /** Of `slow` and `late`. */
  ms?: number
  /** Of `some`: ErrorCode by place in the batch. Without it every second message is refused with 406. */
  refused?: Record<number, number>
}

/** A fault, or its name where it needs no more. */
export type Faulty = Fault | Deed

/** What happens to each request of a route, in order; after the end of the list all goes well. */
export type Plan = Partial<Record<Route, Faulty[]>>

/** Faults by chance, once the plan of a route has run out: the same for the same seed and order of requests. */
export type Chance = {
  seed: number
  /** Share of requests that go wrong, 0 to 1. */
  rate: number
  /** What may go wrong; without it everything that ends by itself (no `hang`). */
  faults?: Faulty[]
  /** Routes it is for; without it the two that send. */
  routes?: Route[]
}

/** How long a message is not found by the search after it was accepted: milliseconds, and further requests. */
export type Lag = { ms?: number; requests?: number }

/** How a token's server is set up. What is left out stays as it was. */
export type Settings = {
  plan?: Plan
  /** `null` ends it. */
  chance?: Chance | null
  /** Addresses that Postmark no longer delivers to. */
  inactive?: string[]
  lag?: Lag
  /** Message streams that exist; `outbound` and `broadcast` without it. */
  streams?: string[]
  /** Sender addresses that are confirmed; any without it. */
  senders?: string[] | null
}
