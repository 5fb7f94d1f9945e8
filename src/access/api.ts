/** Portal links in the API, all of a business's too; and the deletion of a client, because its link ends with it. */
import type { Act } from '../core/api.ts'
import { rfc3339 } from '../core/clock.ts'
import { nothing } from '../core/fields.ts'
import { operation } from '../core/operation.ts'
import { urls } from '../core/urls.ts'
import { endClient, readable, reveal, revoke, rotate, sendAgain } from './actions/links.ts'
import { type Job, loadJob, rotateAll } from './actions/rotate-all.ts'
import { jobAnswer, linkAnswer, newLinkAnswer, queuedAnswer, rotationBody } from './schema.ts'

export const deleteClient = operation({
  name: 'deleteClient',
  method: 'DELETE',
  path: '/clients/{id}',
  scope: 'write',
  summary: 'Delete a client',
  description:
    'Its link is dead before this answers; its drafts and its queued mail go with it. What was sent, paid and signed stays readable here.',
  ifMatch: true,
  status: 204,
  run: ({ act, id, seen }) => endClient(act, id, seen),
})

export const linkOperations = [
  operation({
    name: 'getLink',
    method: 'GET',
    path: '/clients/{id}/link',
    scope: 'links',
    summary: 'Read the portal link of a client',
    description: '404 while there is none. That you read it stands in the audit trail.',
    status: 200,
    answer: linkAnswer,
    refusals: ['link_key_retired'],
    run: ({ act, id }) => reveal(act, id),
    draw: ({ url, issuedAt, lastUsedAt }) => ({
      body: {
        url,
        issued_at: rfc3339(issuedAt),
        last_used_at: lastUsedAt === null ? null : rfc3339(lastUsedAt),
      },
    }),
  }),
  operation({
    name: 'rotateLink',
    method: 'POST',
    path: '/clients/{id}/link/rotate',
    isSecret: true,
    scope: 'links',
    summary: 'Make a new link for a client',
    description:
      'The old one is dead before this answers, and a revoked one comes back by nothing else. `notify` mails the new one to the client.',
    body: rotationBody,
    example: { notify: true },
    status: 200,
    answer: newLinkAnswer,
    refusals: ['link_key_retired'],
    run: ({ act, id, body }) => rotate(act, id, body.notify),
    draw: async (link, act) => ({
      body: { url: await readable(act, link), issued_at: rfc3339(link.bornAt) },
    }),
  }),
  operation({
    name: 'sendLink',
    method: 'POST',
    path: '/clients/{id}/link/send',
    scope: 'links',
    summary: 'Mail a client its link again',
    description: 'A revoked link is not revived by it.',
    body: nothing,
    status: 202,
    answer: queuedAnswer,
    refusals: ['no_link', 'link_revoked', 'link_key_retired'],
    run: ({ act, id }) => sendAgain(act, id),
    draw: () => ({ body: { status: 'queued' as const } }),
  }),
  operation({
    name: 'revokeLink',
    method: 'DELETE',
    path: '/clients/{id}/link',
    scope: 'links',
    summary: 'Revoke the link of a client',
    description: 'It is dead before this answers; sending answers 409 `link_revoked` until you rotate it.',
    status: 204,
    run: ({ act, id }) => revoke(act, id),
  }),
  operation({
    name: 'rotateAllLinks',
    method: 'POST',
    path: '/links/rotate',
    scope: 'links',
    summary: 'Make new links for all clients',
    description:
      'For an incident: every link of yours is dead before this answers. A job makes the new ones and mails them; revoked links stay revoked.',
    body: nothing,
    status: 202,
    answer: jobAnswer,
    run: ({ act }) => rotateAll(act),
    draw: job => ({ ...drawJob(job), location: urls.api.job(job.id) }),
  }),
  operation({
    name: 'getJob',
    method: 'GET',
    path: '/jobs/{id}',
    scope: 'links',
    summary: 'How far a job is',
    status: 200,
    answer: jobAnswer,
    run: ({ act, id }: { act: Act; id: string }) => loadJob(act, id),
    draw: job => drawJob(job),
  }),
]

function drawJob({ id, kind, total, done, createdAt, endedAt }: Job) {
  const status: 'done' | 'running' = done === total ? 'done' : 'running'
  const ended = status === 'done' ? rfc3339(endedAt ?? createdAt) : null
  return { body: { id, kind, status, total, done, created_at: rfc3339(createdAt), ended_at: ended } }
}
