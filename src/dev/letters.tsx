/** The gallery of messages: every kind of message in its variants, drawn by the functions that draw the real ones. */
import { Hono } from 'hono'
import { type Config, configOf } from '../core/config.ts'
import type { Env } from '../core/env.ts'
import { formatsBy } from '../i18n/choice.ts'
import { readerOf } from '../letters.ts'
import type { Mail } from '../mail/letter.ts'
import { messageKinds } from '../mail/tables.ts'
import { mailOf } from '../mails.tsx'
import { Frame } from './frame.tsx'
import { NOW, type Variant } from './rows.ts'
import { variants } from './variants.ts'

export type Shown = Variant & { mail: Mail }

/** A variant as a mail. Throws where it has none: then it is no sample. */
async function drawn(variant: Variant, config: Config, locale: string | null): Promise<Shown> {
  const formats = await formatsBy(locale ? { client: locale } : readerOf(variant.row))
  const home = variant.home === null ? undefined : `${config.baseUrl}${variant.home}`
  const mail = mailOf(variant.row, { home, config, now: NOW, formats })
  if (!mail) throw new Error(`${variant.path} is no mail`)
  return { ...variant, mail }
}

/** All of them, each in its reader's language, or all in one. */
export const drawnGallery = (config: Config, locale: string | null = null): Promise<Shown[]> =>
  Promise.all(variants.map(variant => drawn(variant, config, locale)))

export const letters = new Hono<{ Bindings: Env }>()
  .get('/', async c => {
    const locale = c.req.query('locale') ?? null
    const all = await drawnGallery(configOf(c.env), locale)
    return c.html(
      <Frame title="Gallery of messages">
        <p>
          <a href="/mailbox">All messages</a>
        </p>
        {messageKinds.map(kind => (
          <section>
            <h2>{kind}</h2>
            <ul>
              {all
                .filter(({ row }) => row.kind === kind)
                .map(one => (
                  <Entry {...one} query={queryOf(locale)} />
                ))}
            </ul>
          </section>
        ))}
      </Frame>,
    )
  })
  .get('/:kind/:variant/:form?', async c => {
    const { kind, variant, form } = c.req.param()
    const found = variants.find(({ path }) => path === `${kind}/${variant}`)
    if (!found) return c.html(<Frame title="No such message" />, 404)
    const locale = c.req.query('locale') ?? null
    const shown = await drawn(found, configOf(c.env), locale)
    if (form === 'html') return c.html(shown.mail.html)
    if (form === 'text') return c.text(shown.mail.text)
    return c.html(<Page {...shown} query={queryOf(locale)} />)
  })

/** The language that was asked for goes along. */
const queryOf = (locale: string | null) => (locale ? `?${new URLSearchParams({ locale })}` : '')

type Linked = Shown & { query: string }

const Entry = ({ path, name, mail, query }: Linked) => (
  <li>
    <a href={`/mailbox/gallery/${path}${query}`}>
      <b>{mail.subject}</b>
      <small>{name}</small>
    </a>
  </li>
)

const Page = ({ path, name, mail, query }: Linked) => (
  <Frame title={mail.subject}>
    <p>
      <a href={`/mailbox/gallery${query}`}>Gallery of messages</a>
    </p>
    <dl>
      <dt>Shows</dt>
      <dd>{name}</dd>
      <dt>From</dt>
      <dd>{mail.from}</dd>
      <dt>To</dt>
      <dd>{mail.to.join(', ')}</dd>
      {mail.headers.map(({ name: header, value }) => (
        <>
          <dt>{header}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
    <iframe src={`/mailbox/gallery/${path}/html${query}`} title="The message as HTML" />
    <h2>As text</h2>
    <pre>{mail.text}</pre>
  </Frame>
)
