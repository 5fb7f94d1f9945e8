/**
 * The HTML of every mail: one table, inline styles, no picture, readable in Gmail, Outlook and Apple Mail, in
 * light and dark. A mail client strips what it doesn't know, so nothing here depends on anything clever.
 */
import { raw } from 'hono/html'
import type { PropsWithChildren } from 'hono/jsx'
import { accentOf } from '../ui/colour.ts'
import type { Letter, Writer } from './letter.ts'
import { inTheOpen, onlyYours } from './words.ts'

const font = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
const body = `font-family: ${font}; font-size: 17px; line-height: 1.5; color: #1b1a19;`
const quiet = `font-family: ${font}; font-size: 16px; line-height: 1.5; color: #5b5751;`

const Row = ({ children, style = '' }: PropsWithChildren<{ style?: string }>) => (
  <tr>
    <td style={`padding: 0 28px 18px; ${body} ${style}`}>{children}</td>
  </tr>
)

const Table = ({ children, style = '' }: PropsWithChildren<{ style?: string }>) => (
  <table role="presentation" cellpadding="0" cellspacing="0" border={0} width="100%" style={style}>
    {children}
  </table>
)

/** Shown behind the subject in a list of mails, and nowhere else. */
const Preview = ({ text }: { text: string }) => (
  <div style="display: none; max-height: 0; overflow: hidden; font-size: 1px; line-height: 1px; color: #f7f6f2;">
    {text}
  </div>
)

const Facts = ({ facts }: { facts: Letter['facts'] }) => (
  <Row>
    <Table style="border-top: 1px solid #e1ddd5;">
      {facts.map(([label, value]) => (
        <tr>
          <td style={`padding: 10px 12px 10px 0; border-bottom: 1px solid #e1ddd5; ${quiet}`}>{label}</td>
          <td
            align="right"
            style={`padding: 10px 0; border-bottom: 1px solid #e1ddd5; ${body} font-weight: bold;`}
          >
            {value}
          </td>
        </tr>
      ))}
    </Table>
  </Row>
)

/** A button, and under it the link in the open for clients that don't draw one. */
const Button = ({ text, url, colour }: { text: string; url: string; colour: string | null }) => {
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

const Foot = ({ writer, reason }: { writer: Writer; reason: string }) => (
  <tr>
    <td style={`padding: 18px 28px 24px; border-top: 1px solid #e1ddd5; ${quiet}`}>
      <strong style="color: #1b1a19;">{writer.name}</strong>
      {[writer.phone, writer.email, ...(writer.address?.split('\n') ?? [])].filter(Boolean).map(line => (
        <>
          <br />
          {line}
        </>
      ))}
      <p style={`margin: 14px 0 0; ${quiet}`}>{reason}</p>
    </td>
  </tr>
)

export type FrameProps = { letter: Letter; writer: Writer; colour: string | null; language: string }

/** The whole HTML document of a mail. */
export const LetterPage = ({ letter, writer, colour, language }: FrameProps) => (
  <>
    {raw('<!doctype html>')}
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
      </head>
      <body style="margin: 0; padding: 0; background-color: #f7f6f2;">
        <Preview text={letter.preview} />
        <Table style="background-color: #f7f6f2;">
          <tr>
            <td align="center" style="padding: 24px 12px;">
              <Table style="max-width: 560px; table-layout: fixed; word-break: break-word; background-color: #ffffff; border: 1px solid #e1ddd5; border-radius: 10px;">
                <Row style="padding-top: 26px; font-weight: bold;">{writer.name}</Row>
                {letter.greeting && <Row>{letter.greeting}</Row>}
                {letter.paragraphs.map(text => (
                  <Row>{text}</Row>
                ))}
                {letter.heading && (
                  <Row style="padding-bottom: 12px; font-size: 22px; line-height: 1.3; font-weight: bold;">
                    {letter.heading}
                  </Row>
                )}
                {letter.facts.length > 0 && <Facts facts={letter.facts} />}
                {letter.button && <Button {...letter.button} colour={colour} />}
                {letter.after && <Row style="color: #5b5751;">{letter.after}</Row>}
                <Foot writer={writer} reason={letter.reason} />
              </Table>
            </td>
          </tr>
        </Table>
      </body>
    </html>
  </>
)
