// What an attacker types, and every field of the API that takes a text: one table, from which the tests are made.
import { type Answer, aLine, anInvoice, aQuote, type Business, created, succeeded } from './world.ts'

const long = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length)

/** Texts by what they try. */
export const hostileTexts: Record<string, string> = {
  'a script': '<script>alert(1)</script>',
  'a script in capitals': '</TITLE><SCRIPT SRC=//evil.example></SCRIPT>',
  'an image that runs': '<img src=x onerror=alert(1)>',
  'the end of an attribute': '" onmouseover="alert(1)" x="',
  'the end of an attribute, single': "' onmouseover='alert(1)' x='",
  'the end of a style': '</style><style>*{display:none}</style>',
  'a comment': '--><!-- ]]> <![CDATA[',
  'an entity': '&lt;script&gt; &amp;amp; &#x3c; &nbsp;',
  'a script’s address': 'javascript:alert(1)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that it stays one is the point
  'braces of a template': '{{constructor.constructor("alert(1)")()}} ${7*7} <%= 7*7 %> {{{x}}}',
  percents: '%s %d %00 %0a %n %% 100 % %3Cscript%3E',
  SQL: "'; drop table clients; --",
  'SQL’s wildcards': '%_\\_%',
  'a JSON text': '{"a":["b"],"__proto__":{"x":1}}',
  backslashes: '\\u003cscript\\u003e \\ \\\\ \\n',
  'right-to-left marks': '\u202egnp.exe\u202c \u200fabc\u200e \u2067x\u2069',
  'right-to-left words': 'שלום עולם مرحبا بالعالم',
  emoji: '👩‍👩‍👧‍👦 🏳️‍🌈 🇺🇳 👍🏿',
  'combining marks': 'Z\u0351\u036b\u0343a\u0310\u0301l\u0323\u030ag\u0334o\u0322',
  'a name decomposed': 'Zoe\u0308 Ångstro\u0308m',
  'zero width': 'a\u200bb\u200dc\ufeffd\u2060e',
  'other planes': '𠀀𝕳𝖊𝖑𝖑𝖔 \u{10fffd} \uffff \ufdd0',
  'a replacement character': 'a\ufffdb',
  'line separators': 'a\u2028b\u2029c',
  'line breaks': 'one\ntwo\r\nthree\rfour',
  tabs: 'one\ttwo',
  'a header’s end': 'x\r\nBcc: everyone@example.com\r\n\r\n<b>hi</b>',
  NUL: 'a\0b',
  'control characters': 'a\x01\x08\x0b\x0c\x0e\x1b[31m\x7fb',
  'C1 controls': 'a\u0080\u0085\u009fb',
  'half a pair, high': 'a\ud83d',
  'half a pair, low': '\ude00b',
  'two halves the wrong way round': '\ude00\ud83d',
  'one letter': 'x',
  'one sign': '字',
  empty: '',
  space: ' ',
  'whitespace of all kinds': '\u00a0\u1680\u2003\u3000\ufeff ',
  'space around': '  x  ',
  'line breaks alone': '\n\n',
  'a very long word': long('Donaudampfschifffahrts', 200),
  '10,000 characters': long('All work and no play. ', 10_000),
  '10,001 characters': long('x', 10_001),
  '2,000 emoji': long('👍🏿', 8_000),
  'a word that every object has': 'constructor',
  'a word that makes a prototype': '__proto__',
  'another such word': 'toString',
  'no number': 'NaN',
  'a number with an exponent': '1e400',
  'digits of another script': '١٢٣',
  'a path': '../../etc/passwd',
  'a word of ours': 'null',
  'an address': 'a@b.co, c@d.co',
}

type Body = Record<string, unknown>

/** What stands at a JSON pointer. */
export const at = (body: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, key) => (inner as Body | undefined)?.[key], body)

/** A copy with another value at a JSON pointer. */
export function withAt<Whole>(body: Whole, pointer: string, value: unknown): Whole {
  const [, key = '', ...rest] = pointer.split('/')
  const copy = (Array.isArray(body) ? [...body] : { ...body }) as Body
  copy[key] = rest.length === 0 ? value : withAt(copy[key] ?? {}, `/${rest.join('/')}`, value)
  return copy as Whole
}

export type World = { business: Business; client: string; quote: string; invoice: string }

type Resource = {
  /** Every field whose value is a text, by its pointer. */
  fields: string[]
  base: (world: World) => Body
  write: (world: World, body: Body) => Promise<Answer>
  /** The resource as it is read back, with the fields where the body has them. */
  read: (world: World, answer: Answer) => Promise<unknown>
}

const documentFields = [
  ...['/client_id', '/number', '/title', '/description', '/currency', '/terms', '/note'],
  ...[
    '/lines/0/description',
    '/lines/0/category',
    '/lines/0/quantity',
    '/lines/0/unit',
    '/lines/0/unit_price',
  ],
  '/lines/0/tax_rate',
]

const post =
  (path: string): Resource['write'] =>
  ({ business }, body) =>
    business.api('POST', path, body)

const readAt =
  (path: string): Resource['read'] =>
  async ({ business }, { body }) =>
    succeeded(await business.api('GET', `${path}/${body.id}`)).body

export const resources: Record<string, Resource> = {
  business: {
    fields: [
      ...[
        '/name',
        '/email',
        '/phone',
        '/address',
        '/website',
        '/colour',
        '/locale',
        '/currency',
        '/time_zone',
      ],
      ...['/tax_rate', '/payment_instructions', '/terms'],
    ],
    base: () => ({}),
    write: ({ business }, body) => business.api('PATCH', '/business', body),
    read: async ({ business }) => succeeded(await business.api('GET', '/business')).body,
  },
  client: {
    fields: ['/name', '/email', '/cc/0', '/phone', '/company', '/locale', '/notes'],
    base: () => ({ name: 'Dana', email: 'dana@example.com', cc: ['x@example.com'] }),
    write: post('/clients'),
    read: readAt('/clients'),
  },
  quote: {
    fields: [...documentFields, '/discount/percent', '/valid_until'],
    base: ({ client }) => aQuote(client, { lines: [aLine] }),
    write: post('/quotes'),
    read: readAt('/quotes'),
  },
  invoice: {
    fields: [...documentFields, '/discount/amount', '/due_on', '/quote_id'],
    base: ({ client }) => anInvoice(client, { lines: [aLine] }),
    write: post('/invoices'),
    read: readAt('/invoices'),
  },
  acceptance: {
    fields: ['/po_number', '/note'],
    base: () => ({}),
    write: async ({ business, client }, body) => {
      const id = created(await business.api('POST', '/quotes', aQuote(client)))
      succeeded(await business.api('POST', `/quotes/${id}/send`))
      return business.api('POST', `/quotes/${id}/accept`, body)
    },
    read: async ({ business }, { body }) => (await business.api('GET', `/quotes/${body.id}`)).body.decision,
  },
  payment: {
    fields: ['/amount', '/method', '/paid_on', '/reference', '/note'],
    base: () => ({ amount: '1.00', method: 'cash' }),
    write: (world, body) => world.business.api('POST', `/invoices/${world.invoice}/payments`, body),
    read: async ({ business, invoice }, { body }) => {
      const { data } = (await business.api('GET', `/invoices/${invoice}/payments?limit=100`)).body
      return data.find(({ id }: { id: string }) => id === body.id)
    },
  },
}
