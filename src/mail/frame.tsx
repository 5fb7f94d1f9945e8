/**
 * The HTML of every mail: one table, inline styles, no picture, readable in Gmail, Outlook and Apple Mail, in
 * light and dark. A mail client strips what it doesn't know, so nothing here depends on anything clever.
 */
import { raw } from 'hono/html'
import type { Letter, Writer } from './letter.ts'
import { Attached, Button, Facts, Quoted, quiet, Row, Table } from './parts.tsx'
import { stopReminders } from './words.ts'

/** Shown behind the subject in a list of mails, and nowhere else. */
const Preview = ({ text }: { text: string }) => (
  <div style="display: none; max-height: 0; overflow: hidden; font-size: 1px; line-height: 1px; color: #f7f6f2;">
    {text}
  </div>
)

const Foot = ({ writer, letter }: { writer: Writer; letter: Letter }) => (
  <tr>
    <td style={`padding: 18px 28px 24px; border-top: 1px solid #e1ddd5; ${quiet}`}>
      <strong style="color: #1b1a19;">{writer.name}</strong>
      {[writer.phone, writer.email, ...(writer.address?.split('\n') ?? [])].filter(Boolean).map(line => (
        <>
          <br />
          {line}
        </>
      ))}
      <p style={`margin: 14px 0 0; ${quiet}`}>{letter.reason}</p>
      {letter.stop && (
        <p style={`margin: 14px 0 0; ${quiet}`}>
          {stopReminders.text}{' '}
          <a href={letter.stop} style="color: #5b5751;">
            {stopReminders.button}
          </a>
        </p>
      )}
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
                {letter.quoted && <Quoted {...letter.quoted} />}
                {letter.button && <Button {...letter.button} colour={colour} />}
                {letter.attached && <Attached {...letter.attached} />}
                {letter.after && <Row style="color: #5b5751;">{letter.after}</Row>}
                <Foot writer={writer} letter={letter} />
              </Table>
            </td>
          </tr>
        </Table>
      </body>
    </html>
  </>
)
