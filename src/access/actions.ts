/** What a business does to a client's link: reveal, rotate, mail again, revoke, or end it with the client. */
import { entry } from '../audit/store.ts'
import { loadClient } from '../clients/actions.ts'
import { clientStands, deleteClient } from '../clients/store.ts'
import type { ClientRow } from '../clients/tables.ts'
import { type Act, checkVersion, type Seen } from '../core/api.ts'
import { batch, decide, type Statement, write } from '../core/db.ts'
import { newId } from '../core/ids.ts'
import { notFound, Problem } from '../core/problem.ts'
import { urls } from '../core/urls.ts'
import { queued } from '../mail/store.ts'
import type { MessageKind } from '../mail/tables.ts'
import { newLink, urlOf } from './issue.ts'
import { endLink, insertLink, type LivingLink, linkStands, livingLink, newestLink } from './store.ts'

/** The link in the clear; that it was shown stands in the trail before it is answered. */
export async function reveal(act: Act, clientId: string) {
  return decide(async () => {
    const { living } = await linksOf(act, clientId)
    if (!living) throw notFound()
    const url = await readable(act, living)
    await write(act.db, [
      linkStands(clientId, living.id),
      entry(act, 'link.revealed', living.id, { client: clientId }),
    ])
    return { url, issuedAt: living.bornAt, lastUsedAt: living.lastUsedAt }
  })
}

/** A new link; the old one is dead when this answers. Returns the old one's hash for the cache. */
export async function rotate(act: Act, clientId: string, notify: boolean) {
  return decide(async () => {
    const { client, living } = await linksOf(act, clientId)
    const { token, row } = await newLink(act, clientId, 'rotation')
    await write(act.db, [
      clientStands(client),
      linkStands(clientId, living?.id ?? null),
      endLink(clientId, 'rotated', act.now),
      insertLink(row, act.now),
      ...(notify ? [mailLink(act, client, 'new_link', row.id)] : []),
      entry(act, 'link.rotated', row.id, { client: clientId, replaces: living?.id ?? null }),
    ])
    return { url: `${act.config.baseUrl}${urls.portal(token)}`, issuedAt: act.now, dead: living?.tokenHash }
  })
}

/** Mails the living link again. A revoked link is not revived by it. */
export async function sendAgain(act: Act, clientId: string): Promise<void> {
  await decide(async () => {
    const { client, living, newest } = await linksOf(act, clientId)
    if (!living)
      throw newest
        ? linkRevoked()
        : new Problem('no_link', 'It is made with the first quote or invoice that you send.')
    await readable(act, living)
    await write(act.db, [
      clientStands(client),
      linkStands(clientId, living.id),
      mailLink(act, client, 'link_again', living.id),
      entry(act, 'link.sent', living.id, { client: clientId }),
    ])
  })
}

/** Ends the link until the business makes a new one. Returns its hash for the cache. */
export async function revoke(act: Act, clientId: string): Promise<string | undefined> {
  return decide(async () => {
    const { living, newest } = await linksOf(act, clientId)
    if (!newest) throw notFound()
    if (!living) return undefined
    await write(act.db, [
      linkStands(clientId, living.id),
      endLink(clientId, 'revoked', act.now),
      entry(act, 'link.revoked', living.id, { client: clientId }),
    ])
    return living.tokenHash
  })
}

/** Deletes a client: a tombstone that ends the link in the same batch. Returns its hash for the cache. */
export async function endClient(act: Act, clientId: string, seen: Seen): Promise<string | undefined> {
  return decide(async () => {
    const { client, living } = await linksOf(act, clientId)
    checkVersion(seen, client.version)
    await write(act.db, [
      clientStands(client),
      deleteClient(client, act.now),
      entry(act, 'client.deleted', clientId),
    ])
    return living?.tokenHash
  })
}

async function linksOf(act: Act, clientId: string) {
  const client = await loadClient(act, clientId)
  const found = await batch(act.db, { living: livingLink({ clientId }), newest: newestLink({ clientId }) })
  return { client, living: found.living[0], newest: found.newest[0] }
}

async function readable(act: Act, living: LivingLink): Promise<string> {
  const url = await urlOf(act.config, living)
  if (!url) throw linkKeyRetired()
  return url
}

function mailLink(act: Act, client: ClientRow, kind: MessageKind, linkId: string): Statement {
  const event = `${kind}:${newId('msg', act.now)}`
  const whom = { businessId: act.businessId, clientId: client.id, recipients: addressesOf(client) }
  return queued({ ...whom, kind, event, linkId }, act.now)
}

/** All addresses of a client, each once: each gets every mail. */
export const addressesOf = (client: Pick<ClientRow, 'email' | 'cc'>): string[] => [
  ...new Set<string>([client.email, ...JSON.parse(client.cc)]),
]

export const linkRevoked = () =>
  new Problem(
    'link_revoked',
    'Nothing is sent through a revoked link: make a new one with link/rotate first.',
  )

export const linkKeyRetired = () =>
  new Problem(
    'link_key_retired',
    'The key that sealed it is no longer held: make a new link with link/rotate.',
  )
