/** Invoices in the API: writing and reading them. What happens to them: life.ts. */
import { listOf } from '../../core/api.ts'
import { batch } from '../../core/db.ts'
import { operation } from '../../core/operation.ts'
import * as shape from '../../core/shapes.ts'
import { urls } from '../../core/urls.ts'
import { invoiceTransitions, refusalsOf } from '../../documents/transitions.ts'
import { createInvoice, removeInvoice, updateInvoice } from '../actions/draft.ts'
import { loadInvoice } from '../actions/load.ts'
import { invoiceAnswer, invoiceBody, invoiceChange, invoiceQuery } from '../schema.ts'
import { invoiceList } from '../store/business.ts'
import { drawInvoice } from './draw.ts'

export const invoiceDrafts = [
  operation({
    name: 'createInvoice',
    method: 'POST',
    path: '/invoices',
    scope: 'write',
    summary: 'Create an invoice as a draft',
    description:
      '`quote_id` says of which accepted quote it is: together, the invoices of a quote don’t exceed it unless `beyond_quote` is true. POST /quotes/{id}/invoices writes one for you.',
    body: invoiceBody,
    example: {
      client_id: 'cli_01k9m3q7x2c8v5n0b4t6h1d9fz',
      title: 'Roof repair',
      due_on: '2030-01-31',
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
    answer: invoiceAnswer,
    refusals: ['number_taken', 'quote_invoiced'],
    run: ({ act, body }) => createInvoice(act, body),
    draw: (row, { now }) => ({ ...drawInvoice(row, now), location: urls.api.invoice(row.id) }),
  }),
  operation({
    name: 'listInvoices',
    method: 'GET',
    path: '/invoices',
    scope: 'read',
    summary: 'List your invoices, oldest first',
    query: invoiceQuery,
    status: 200,
    answer: shape.listOf(invoiceAnswer),
    run: async ({ act, query }) => {
      const { status, client_id: clientId, updated_since: updatedSince } = query
      const filter = { status, clientId, updatedSince }
      return (await batch(act.db, { rows: invoiceList(act.businessId, filter, query, act.now) })).rows
    },
    draw: (rows, { now }, query) => ({ body: listOf(rows, query, row => drawInvoice(row, now).body) }),
  }),
  operation({
    name: 'getInvoice',
    method: 'GET',
    path: '/invoices/{id}',
    scope: 'read',
    summary: 'Read an invoice',
    description: '`overdue` is told from the instant at which its due day ends in your time zone.',
    status: 200,
    answer: invoiceAnswer,
    run: ({ act, id }) => loadInvoice(act, id),
    draw: (row, { now }) => drawInvoice(row, now),
  }),
  operation({
    name: 'updateInvoice',
    method: 'PATCH',
    path: '/invoices/{id}',
    scope: 'write',
    summary: 'Change a draft',
    description: '`lines` are replaced as a whole.',
    body: invoiceChange,
    isChange: true,
    ifMatch: true,
    example: { due_on: '2030-02-28' },
    status: 200,
    answer: invoiceAnswer,
    refusals: [...refusalsOf(invoiceTransitions.edit), 'number_taken', 'quote_invoiced'],
    run: ({ act, id, seen, body }) => updateInvoice(act, id, seen, body),
    draw: (row, { now }) => drawInvoice(row, now),
  }),
  operation({
    name: 'deleteInvoice',
    method: 'DELETE',
    path: '/invoices/{id}',
    scope: 'write',
    summary: 'Delete a draft',
    ifMatch: true,
    status: 204,
    refusals: refusalsOf(invoiceTransitions.delete),
    run: ({ act, id, seen }) => removeInvoice(act, id, seen),
  }),
]
