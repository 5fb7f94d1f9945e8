/** Pages that are open to everybody: in the language that was asked for, by the page's own form or by the browser. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { formatsBy } from '../i18n/choice.ts'
import { formatsFor } from '../i18n/format.ts'
import { speaks } from '../i18n/words.ts'
import { type PageOptions, page } from './respond.ts'
import type { Surroundings } from './surroundings.ts'

/** Draws a page for whoever asks. */
export const openPage = async (c: Context, drawn: Child, options: PageOptions = {}): Promise<Response> =>
  page(drawn, await openTo(c.req.raw, options.status ?? 200), options)

/**
 * Who asks: nothing of it is remembered. What answers a form, or tells of a fault, can't be asked for again in another
 * language; but a dead link is answered alike however it is knocked on.
 */
async function openTo(request: Request, status: number): Promise<Surroundings> {
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('language') ?? ''
  const chosen = speaks(asked) ? asked : null
  const formats = await formatsBy({ client: chosen, browser: request.headers.get('accept-language') })
  const isLasting = status === 404 || (status === 200 && request.method !== 'POST')
  const keep: Record<string, string> = searchParams.has('asked') ? { asked: '' } : {}
  return {
    formats,
    language: isLasting ? { keep } : null,
    query: chosen === null ? '' : `?language=${chosen}`,
  }
}

/** For pages that there are in English alone. */
export const inEnglish: Surroundings = { formats: formatsFor('en-US'), language: null, query: '' }
