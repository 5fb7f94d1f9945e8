/**
 * The HTML of every mail: tables, inline styles and no picture, readable in Gmail, Outlook and Apple Mail. It declares no
 * colours for the dark: those who read in the dark have a client that turns light mails dark, or shows them as they are,
 * and either is readable, because every text has its own colour on a ground of its own.
 */
import { raw } from 'hono/html'
import { accentOf, grounds } from '../ui/colour.ts'
import { useFormats, useWords } from '../ui/surroundings.ts'
import type { Letter, Writer } from './letter.ts'
import {
  Attached,
  Button,
  Facts,
  Heading,
  InTheOpen,
  Link,
  line,
  Note,
  Quoted,
  quiet,
  Row,
  Table,
} from './parts.tsx'
import { words as mailWords } from './words.ts'

const { paper, card } = grounds.light

/** Shown behind the subject in a list of mails. Where display:none is unknown it is a line of one pixel in the ground's colour. */
const Preview = ({ text }: { text: string }) => (
  <div style={`display: none; font-size: 1px; line-height: 1px; color: ${paper};`}>{text}</div>
)

const Stop = ({ url }: { url: string }) => {
  const { text, button } = useWords(mailWords).stopReminders
  return (
    <Note>
      {text} <Link url={url}>{button}</Link>
    </Note>
  )
}

const Foot = ({ writer, letter }: { writer: Writer; letter: Letter }) => (
  <tr>
    <td style={`padding: 18px 20px 22px; border-top: 1px solid ${line}; ${quiet}`}>
      <strong>{writer.name}</strong>
      {[writer.phone, writer.email, ...(writer.address?.split('\n') ?? [])].filter(Boolean).map(one => (
        <>
          <br />
          {one}
        </>
      ))}
      <Note>{letter.reason}</Note>
      {letter.stop && <Stop url={letter.stop} />}
    </td>
  </tr>
)

export type FrameProps = { letter: Letter; writer: Writer; colour: string | null }

/** The whole HTML document of a mail; drawn amid the surroundings of its reader (ui/surroundings.ts). */
export const LetterPage = ({ letter, writer, colour }: FrameProps) => (
  <>
    {raw('<!doctype html>')}
    <html lang={useFormats().language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{letter.subject}</title>
      </head>
      <body style={`margin: 0; padding: 0; background-color: ${paper};`}>
        <Preview text={letter.preview} />
        <Table ground={paper}>
          <tr>
            <td style="padding: 20px 8px;">
              <Card letter={letter} writer={writer} colour={colour} />
            </td>
          </tr>
        </Table>
      </body>
    </html>
  </>
)

const Card = ({ letter, writer, colour }: FrameProps) => (
  <Table
    ground={card}
    align="center"
    style={`max-width: 560px; word-break: break-word; border: 1px solid ${line}; border-top: 6px solid ${accentOf(colour).fill};`}
  >
    <Row style="padding-top: 22px; font-weight: bold;">{writer.name}</Row>
    {letter.greeting && <Row>{letter.greeting}</Row>}
    {letter.paragraphs.map(text => (
      <Row>{text}</Row>
    ))}
    {letter.heading && (
      <Row style="padding-bottom: 12px;">
        <Heading>{letter.heading}</Heading>
      </Row>
    )}
    {letter.facts.length > 0 && <Facts {...letter} />}
    {letter.quoted && <Quoted {...letter.quoted} />}
    {letter.button && <Button {...letter.button} colour={colour} />}
    {letter.attached && <Attached {...letter.attached} />}
    {letter.after && <Row>{letter.after}</Row>}
    {letter.button && <InTheOpen url={letter.button.url} />}
    <Foot writer={writer} letter={letter} />
  </Table>
)
