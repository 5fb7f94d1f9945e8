/** The parts that a mail's body is built from: tables and inline styles, which every mail client knows. */
import type { PropsWithChildren } from 'hono/jsx'
import { accentOf } from '../ui/colour.ts'
import { useWords } from '../ui/surroundings.ts'
import { type Letter, linesOf } from './letter.ts'
import { words as mailWords } from './words.ts'

const font = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
const ink = '#1b1a19'
export const line = '#e1ddd5'
const body = `font-family: ${font}; font-size: 17px; line-height: 1.5; color: ${ink};`
export const quiet = `font-family: ${font}; font-size: 16px; line-height: 1.5; color: #5b5751;`

/** A row of the card. */
export const Row = ({ children, style = '' }: PropsWithChildren<{ style?: string }>) => (
  <tr>
    <td style={`padding: 0 20px 18px; ${body} ${style}`.trim()}>{children}</td>
  </tr>
)

type TableProps = PropsWithChildren<{ style?: string; ground?: string; align?: 'center' }>

/** A table that only lays out, as wide as there is room; attributes say again what old clients don't take from styles. */
export const Table = ({ children, style = '', ground, align }: TableProps) => (
  <table
    role="presentation"
    {...{ cellpadding: '0', cellspacing: '0', border: 0, width: '100%', align, bgcolor: ground }}
    style={`width: 100%; ${ground ? `background-color: ${ground}; ` : ''}${style}`.trim()}
  >
    {children}
  </table>
)

/** What it is about. */
export const Heading = ({ children }: PropsWithChildren) => (
  <h1 style={`margin: 0; ${body} font-size: 22px; line-height: 1.3; font-weight: bold;`}>{children}</h1>
)

/** A quiet paragraph under something else. */
export const Note = ({ children }: PropsWithChildren) => (
  <p style={`margin: 14px 0 0; ${quiet}`}>{children}</p>
)

/** A link inside a text, in the colour of that text: a client's own blue may not be readable on our ground. */
export const Link = ({ url, children }: PropsWithChildren<{ url: string }>) => (
  <a href={url} style={`color: ${ink}; text-decoration: underline;`}>
    {children}
  </a>
)

/** Label and value, line by line, the first one large unless they are `plain`; a value takes its own direction. */
export const Facts = ({ facts, plain }: Pick<Letter, 'facts' | 'plain'>) => (
  <Row>
    <Table style={`border-top: 1px solid ${line};`}>
      {facts.map(([label, value], index) => (
        <Fact label={label} value={value} large={index === 0 && !plain} />
      ))}
    </Table>
  </Row>
)

/**
 * Both stand on one base line, however large. A short label is never broken, and neither is the one figure that a mail is about;
 * any other value only where it has to be.
 */
const Fact = ({ label, value, large }: { label: string; value: string; large: boolean }) => {
  const cell = `border-bottom: 1px solid ${line}; ${quiet} line-height: ${large ? 30 : 24}px;`
  const isShort = value.length <= 16
  const size = large ? `font-size: 21px; font-weight: bold;${isShort ? ' word-break: normal;' : ''}` : ''
  return (
    <tr>
      <td valign="top" style={`padding: 10px 12px 10px 0; ${cell} word-break: normal;`}>
        {label.length <= 16 ? unbroken(label) : label}
      </td>
      <td
        align="right"
        valign="top"
        dir="auto"
        style={`padding: 10px 0; ${cell} color: ${ink}; ${size}`.trim()}
      >
        {large && !isShort ? breakable(value) : value}
      </td>
    </tr>
  )
}

/** On one line: Outlook knows no `white-space`. */
const unbroken = (label: string): string => label.replaceAll(' ', '\u00a0')

/** Too long for a line, an amount breaks before its currency rather than in it. */
const breakable = (amount: string): string => amount.replaceAll('\u00a0', ' ')

/**
 * The bar beside it says where somebody else's words begin and end. No `blockquote`: mail clients fold those away as
 * parts of an earlier mail.
 */
export const Quoted = ({ intro, text }: NonNullable<Letter['quoted']>) => (
  <Row>
    <p style={`margin: 0 0 6px; ${quiet}`}>{intro}</p>
    <Table>
      <tr>
        <td dir="auto" style={`padding: 0 0 0 14px; border-left: 3px solid ${line}; ${body}`}>
          {linesOf(text).map((one, index) => (
            <>
              {index > 0 && <br />}
              {one}
            </>
          ))}
        </td>
      </tr>
    </Table>
  </Row>
)

/** What the attached file is good for. */
export const Attached = ({ text, url }: NonNullable<Letter['attached']>) => (
  <Row>
    {text} <Link url={url}>{url}</Link>
  </Row>
)

/**
 * White on a deep colour, whichever the business has: clients that turn mails dark make black ink white, but leave a
 * strong colour as it is. Outlook on Windows gives a link no padding: it takes its cell's by `mso-padding-alt`.
 */
export const Button = ({ text, url, colour }: { text: string; url: string; colour: string | null }) => {
  const fill = accentOf(colour).light
  return (
    <Row>
      <table role="presentation" {...{ cellpadding: '0', cellspacing: '0', border: 0 }}>
        <tr>
          <td {...{ bgcolor: fill }} style={`background-color: ${fill}; mso-padding-alt: 14px 26px;`}>
            <a
              href={url}
              style={`display: inline-block; padding: 14px 26px; font-family: ${font}; font-size: 17px; line-height: 1.3; font-weight: bold; color: #ffffff; text-decoration: none;`}
            >
              {text}
            </a>
          </td>
        </tr>
      </table>
    </Row>
  )
}

/** The button's link in the open, for clients that don't draw the button, and for those who look where it leads. */
export const InTheOpen = ({ url }: { url: string }) => {
  const words = useWords(mailWords)
  return (
    <tr>
      <td style={`padding: 0 20px 18px; ${quiet}`}>
        {words.inTheOpen}
        <br />
        <a href={url} style="color: #5b5751; text-decoration: underline;">
          {url}
        </a>
        <Note>{words.onlyYours}</Note>
      </td>
    </tr>
  )
}
