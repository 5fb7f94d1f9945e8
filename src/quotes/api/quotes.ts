/** Quotes in the API: writing and reading them. What happens to them: life.ts. */
import { listOf } from '../../core/api.ts'
import { batch } from '../../core/db.ts'
import { operation } from '../../core/operation.ts'
import * as shape from '../../core/shapes.ts'
import { urls } from '../../core/urls.ts'
import { quoteTransitions, refusalsOf } from '../../documents/transitions.ts'
import { createQuote, removeQuote, updateQuote } from '../actions/draft.ts'
import { loadQuote } from '../actions/load.ts'
import { quoteAnswer, quoteBody, quoteChange, quoteQuery } from '../schema.ts'
import { quoteList } from '../store/business.ts'
import { drawQuote } from './draw.ts'

export const quoteDrafts = [
  operation({
    name: 'createQuote',
    method: 'POST',
    path: '/quotes',
    scope: 'write',
    summary: 'Create a quote as a draft',
    description:
      'Your client sees nothing of it until you send it. `currency`, `terms` and the `tax_rate` of a line come from your profile where they are left out. Its `number` is given when it is first sent, unless you choose one.',
    body: quoteBody,
    example: {
      client_id: 'cli_01k9m3q7x2c8v5n0b4t6h1d9fz',
      title: 'New gutters',
      valid_until: '2030-01-31',
      lines: [
        {
          description: 'Aluminium gutter, 6 in',
          category: 'material',
          quantity: '42.5',
          unit: 'ft',
          unit_price: '11.90',
        },
      ],
    },
    status: 201,
    answer: quoteAnswer,
    refusals: ['number_taken'],
    run: ({ act, body }) => createQuote(act, body),
    draw: (row, { now }) => ({ ...drawQuote(row, now), location: urls.api.quote(row.id) }),
  }),
  operation({
    name: 'listQuotes',
    method: 'GET',
    path: '/quotes',
    scope: 'read',
    summary: 'List your quotes, oldest first',
    query: quoteQuery,
    status: 200,
    answer: shape.listOf(quoteAnswer),
    run: async ({ act, query }) => {
      const { status, client_id: clientId, updated_since: updatedSince } = query
      const filter = { status, clientId, updatedSince }
      return (await batch(act.db, { rows: quoteList(act.businessId, filter, query, act.now) })).rows
    },
    draw: (rows, { now }, query) => ({ body: listOf(rows, query, row => drawQuote(row, now).body) }),
  }),
  operation({
    name: 'getQuote',
    method: 'GET',
    path: '/quotes/{id}',
    scope: 'read',
    summary: 'Read a quote',
    status: 200,
    answer: quoteAnswer,
    run: ({ act, id }) => loadQuote(act, id),
    draw: (row, { now }) => drawQuote(row, now),
  }),
  operation({
    name: 'updateQuote',
    method: 'PATCH',
    path: '/quotes/{id}',
    scope: 'write',
    summary: 'Change a draft',
    description: '`lines` are replaced as a whole. What was once sent keeps its number and its client.',
    body: quoteChange,
    isChange: true,
    ifMatch: true,
    example: { valid_until: '2030-02-28' },
    status: 200,
    answer: quoteAnswer,
    refusals: [...refusalsOf(quoteTransitions.edit), 'number_taken'],
    run: ({ act, id, seen, body }) => updateQuote(act, id, seen, body),
    draw: (row, { now }) => drawQuote(row, now),
  }),
  operation({
    name: 'deleteQuote',
    method: 'DELETE',
    path: '/quotes/{id}',
    scope: 'write',
    summary: 'Delete a draft that was never sent',
    ifMatch: true,
    status: 204,
    refusals: refusalsOf(quoteTransitions.delete),
    run: ({ act, id, seen }) => removeQuote(act, id, seen),
  }),
]
