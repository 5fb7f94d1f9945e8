/** What a business does to a client's link: reveal, rotate, mail again, revoke, or end it with the client. */
import { entry } from '../../audit/store.ts'
import { loadClient } from '../../clients/actions.ts'
import { clientStands, deleteClient } from '../../clients/store.ts'
import type { ClientRow } from '../../clients/tables.ts'
import { type Act, checkVersion, commit, perform, type Seen } from '../../core/api.ts'
import { rfc3339 } from '../../core/clock.ts'
import { batch, decide, type Statement } from '../../core/db.ts'
import { newId } from '../../core/ids.ts'
import { notFound, Problem } from '../../core/problem.ts'
import { queued } from '../../mail/store/outbox.ts'
import type { MessageKind } from '../../mail/tables.ts'
import { forget } from '../cache.ts'
import { linkForSending, linkReads, newLink, urlOf } from '../issue.ts'
import { endLink, insertLink, type LivingLink, linkStands, livingLink, newestLink } from '../store/links.ts'
import { forgetRotation, rotationStands } from '../store/rotations.ts'

/** The link in the clear; that it was shown, and when the client had last used it, stands in the trail before it is answered. */
export async function reveal(act: Act, clientId: string) {
  return decide(async () => {
    const { living } = await linksOf(act, clientId)
    if (!living) throw notFound()
    const url = await readable(act, living)
    await commit(act, [
      linkStands(clientId, living.id),
      entry(act, 'link.revealed', living.id, {
        client: clientId,
        last_used_at: living.lastUsedAt === null ? null : rfc3339(living.lastUsedAt),
      }),
    ])
    return { url, issuedAt: living.bornAt, lastUsedAt: living.lastUsedAt }
  })
}

/** A new link, as it is stored; the old one is dead when this answers. */
export async function rotate(act: Act, clientId: string, notify: boolean): Promise<LivingLink> {
  return decide(async () => {
    const { client, living } = await linksOf(act, clientId)
    const { row } = await newLink(act, clientId, 'rotation')
    const statements = [
      clientStands(client),
      linkStands(clientId, living?.id ?? null),
      endLink(clientId, 'rotated', act.now),
      forgetRotation(clientId, act.now),
      insertLink(row, act.now),
      ...(notify ? [mailLink(act, client, 'new_link', row.id)] : []),
      entry(act, 'link.rotated', row.id, { client: clientId, replaces: living?.id ?? null }),
    ]
    const made = await perform(act, statements, livingLink({ clientId }))
    forgetLater(act, living)
    return made
  })
}

/**
 * Mails the living link again, or the new one where a rotation of all has ended it and not yet replaced it: made now, so
 * that the job has nothing left to do. A revoked link is not revived by it.
 */
export async function sendAgain(act: Act, clientId: string): Promise<unknown> {
  return decide(async () => {
    const { client, found, living, newest, waits } = await linksOf(act, clientId)
    if (!newest) throw new Problem('no_link', 'It is made with the first quote or invoice that you send.')
    const link = await linkForSending(act, clientId, found)
    if (!link.ok) throw link.refusal === 'link_revoked' ? linkRevoked() : linkKeyRetired()
    const { linkId } = link.value
    const statements = [
      clientStands(client),
      linkStands(clientId, living?.id ?? null),
      ...link.value.statements,
      mailLink(act, client, waits ? 'new_link' : 'link_again', linkId),
      entry(act, 'link.sent', linkId, { client: clientId }),
    ]
    // Not the sealed copy: what is answered doesn't need it, and what is kept of the answer must not hold it for nothing.
    return perform(act, statements, newestLink({ clientId }))
  })
}

/** Ends the link until the business makes a new one; also where a rotation of all has ended it and not yet replaced it. */
export async function revoke(act: Act, clientId: string): Promise<void> {
  await decide(async () => {
    const { living, newest, waits } = await linksOf(act, clientId)
    if (!newest) throw notFound()
    await commit(act, [
      linkStands(clientId, living?.id ?? null),
      ...(waits ? [rotationStands(waits)] : []),
      endLink(clientId, 'revoked', act.now),
      forgetRotation(clientId, act.now),
      ...(living || waits ? [entry(act, 'link.revoked', newest.id, { client: clientId })] : []),
    ])
    forgetLater(act, living)
  })
}

/** Deletes a client: a tombstone that ends the link in the same batch. */
export async function endClient(act: Act, clientId: string, seen: Seen): Promise<void> {
  await decide(async () => {
    const { client, living } = await linksOf(act, clientId)
    checkVersion(seen, client.version)
    await commit(act, [
      clientStands(client),
      deleteClient(client, act.now),
      entry(act, 'client.deleted', clientId),
    ])
    forgetLater(act, living)
  })
}

/** D1 has said it already; the cache may hear of it after the answer. */
function forgetLater({ kv, afterwards }: Act, link: LivingLink | undefined): void {
  if (link) afterwards(forget(kv, link.tokenHash))
}

async function linksOf(act: Act, clientId: string) {
  const client = await loadClient(act, clientId)
  const found = await batch(act.db, linkReads(clientId))
  const { living, newest, waiting } = found
  return { client, found, living: living[0], newest: newest[0], waits: waiting[0] }
}

/** The address of a living link. Throws `link_key_retired`. */
export async function readable(act: Pick<Act, 'config'>, living: LivingLink): Promise<string> {
  const url = await urlOf(act.config, living)
  if (!url) throw linkKeyRetired()
  return url
}

/** The message that brings a client its link. */
export function mailLink(
  act: Pick<Act, 'businessId' | 'now'>,
  client: Pick<ClientRow, 'id' | 'email' | 'cc'>,
  kind: MessageKind,
  linkId: string,
): Statement {
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
