/** The parts that a mail's body is built from: tables and inline styles, which every mail client knows. */
import type { PropsWithChildren } from 'hono/jsx'
import { accentOf } from '../ui/colour.ts'
import { type Letter, linesOf } from './letter.ts'
import { inTheOpen, onlyYours } from './words.ts'

const font = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
const body = `font-family: ${font}; font-size: 17px; line-height: 1.5; color: #1b1a19;`
export const quiet = `font-family: ${font}; font-size: 16px; line-height: 1.5; color: #5b5751;`

/** A row of the card. */
export const Row = ({ children, style = '' }: PropsWithChildren<{ style?: string }>) => (
  <tr>
    <td style={`padding: 0 28px 18px; ${body} ${style}`}>{children}</td>
  </tr>
)

/** A table that only lays out. */
export const Table = ({ children, style = '' }: PropsWithChildren<{ style?: string }>) => (
  <table role="presentation" cellpadding="0" cellspacing="0" border={0} width="100%" style={style}>
    {children}
  </table>
)

/** Label and value, line by line; a value takes its own direction. */
export const Facts = ({ facts }: { facts: Letter['facts'] }) => (
  <Row>
    <Table style="border-top: 1px solid #e1ddd5;">
      {facts.map(([label, value]) => (
        <tr>
          <td
            style={`padding: 10px 12px 10px 0; border-bottom: 1px solid #e1ddd5; ${quiet} white-space: nowrap;`}
          >
            {label}
          </td>
          <td
            align="right"
            dir="auto"
            style={`padding: 10px 0; border-bottom: 1px solid #e1ddd5; ${body} font-weight: bold;`}
          >
            {value}
          </td>
        </tr>
      ))}
    </Table>
  </Row>
)

/**
 * The bar beside it says where somebody else's words begin and end. No `blockquote`: mail clients fold those away as
 * parts of an earlier mail.
 */
export const Quoted = ({ intro, text }: NonNullable<Letter['quoted']>) => (
  <Row>
    <p style={`margin: 0 0 6px; ${quiet}`}>{intro}</p>
    <div dir="auto" style={`margin: 0; padding: 0 0 0 14px; border-left: 3px solid #e1ddd5; ${body}`}>
      {linesOf(text).map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </div>
  </Row>
)

/** What the attached file is good for. */
export const Attached = ({ text, url }: NonNullable<Letter['attached']>) => (
  <Row>
    {text}{' '}
    <a href={url} style="color: #1b1a19;">
      {url}
    </a>
  </Row>
)

/** A button, and under it the link in the open for clients that don't draw one. */
export const Button = ({ text, url, colour }: { text: string; url: string; colour: string | null }) => {
  const { fill, onFill } = accentOf(colour)
  return (
    <Row>
      <table role="presentation" cellpadding="0" cellspacing="0" border={0}>
        <tr>
          <td bgcolor={fill} style={`border-radius: 8px; background-color: ${fill};`}>
            <a
              href={url}
              style={`display: inline-block; padding: 14px 26px; font-family: ${font}; font-size: 17px; font-weight: bold; color: ${onFill}; text-decoration: none;`}
            >
              {text}
            </a>
          </td>
        </tr>
      </table>
      <p style={`margin: 14px 0 0; ${quiet}`}>{inTheOpen}</p>
      <p style={`margin: 0; ${quiet} word-break: break-all;`}>
        <a href={url} style="color: #5b5751;">
          {url}
        </a>
      </p>
      <p style={`margin: 14px 0 0; ${quiet}`}>{onlyYours}</p>
    </Row>
  )
}
