/** A client chooses the language that it is spoken to in, on every device and by mail. Choosing the one that stands changes nothing. */
import { linkStands } from '../../access/store/links.ts'
import { languageSet, NoAnswer, type Visit, type Visitor } from '../../access/visit.ts'
import { entry } from '../../audit/store.ts'
import { changeLocale, localeStands } from '../../clients/store.ts'
import { decide, type Statement } from '../../core/db.ts'
import { newId } from '../../core/ids.ts'
import { localeIn } from '../../i18n/choice.ts'

const TRIES = 10

/** `address`: as the edge saw it; `languages`: what the browser asks for. */
export type Caller = { address: string | null; languages: string | null }

/**
 * Keeps the choice as the client's locale, in the region that the browser names, else in the one it had, so that figures stay
 * as they are written there. Throws DeadLink, NoAnswer, and Unanswered after the last try.
 */
export function chooseLanguage(
  visit: Visit,
  language: string,
  { address, languages }: Caller,
): Promise<void> {
  return decide(async () => {
    const { visitor } = await visit.read({})
    const { clientLocale, businessLocale } = visitor
    if (languageSet(visitor) === language) return
    const locale = localeIn(language, clientLocale ?? businessLocale, languages)
    await writeOrFind(visit, language, statementsFor(visitor, locale, visit.now, address))
  }, TRIES)
}

function statementsFor(visitor: Visitor, locale: string, now: number, address: string | null): Statement[] {
  const { businessId, clientId, linkId, clientLocale } = visitor
  const actor = { kind: 'link', id: linkId } as const
  const who = { now, businessId, actor, address, requestId: newId('req', now) }
  return [
    linkStands(clientId, linkId),
    localeStands(clientId, clientLocale),
    changeLocale(clientId, locale, now),
    entry(who, 'client.language_chosen', clientId, { locale }),
  ]
}

/** An error can follow a commit: whether it is as wanted after all, a fresh read tells. */
async function writeOrFind(visit: Visit, language: string, statements: readonly Statement[]): Promise<void> {
  try {
    await visit.write(statements)
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    const { visitor } = await visit.read({})
    if (languageSet(visitor) !== language) throw error
  }
}
