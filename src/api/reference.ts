/** What the API takes and gives, route by route, in words: drawn by docs.tsx, compared with the routes by a test. */

export type Route = { method: string; path: string; does: string }

const document =
  'client_id, title, description, currency, lines: [{description, category, quantity, unit, unit_price, tax_rate}], discount: {percent} or {amount}, terms, note, number'

export const reference: { title: string; routes: Route[] }[] = [
  {
    title: 'Your business',
    routes: [
      { method: 'GET', path: '/business', does: 'Your profile.' },
      {
        method: 'PATCH',
        path: '/business',
        does: 'Changes name, email, phone, address, website, colour, locale, currency, time_zone, tax_rate, payment_instructions, terms. Scope admin, If-Match.',
      },
    ],
  },
  {
    title: 'Clients and their links',
    routes: [
      {
        method: 'POST',
        path: '/clients',
        does: 'Creates a client: name, email, cc, phone, company, locale, notes.',
      },
      { method: 'GET', path: '/clients', does: 'Your clients, page by page.' },
      { method: 'GET', path: '/clients/{id}', does: 'One client.' },
      { method: 'PATCH', path: '/clients/{id}', does: 'Changes a client. If-Match.' },
      {
        method: 'DELETE',
        path: '/clients/{id}',
        does: 'Ends the link and deletes drafts; what was sent stays readable here. If-Match.',
      },
      {
        method: 'GET',
        path: '/clients/{id}/link',
        does: 'The client’s portal link. It is noted that you read it. Scope links.',
      },
      {
        method: 'POST',
        path: '/clients/{id}/link/rotate',
        does: 'Makes a new link; the old one is dead before this answers. {"notify": true} mails it. Scope links.',
      },
      { method: 'POST', path: '/clients/{id}/link/send', does: 'Mails the link again. Scope links.' },
      {
        method: 'DELETE',
        path: '/clients/{id}/link',
        does: 'Revokes the link until you rotate it. Scope links.',
      },
    ],
  },
  {
    title: 'Quotes',
    routes: [
      { method: 'POST', path: '/quotes', does: `Creates a draft: valid_until, ${document}.` },
      { method: 'GET', path: '/quotes', does: 'Your quotes; filters status, client_id, updated_since.' },
      { method: 'GET', path: '/quotes/{id}', does: 'One quote.' },
      {
        method: 'PATCH',
        path: '/quotes/{id}',
        does: 'Changes a draft; lines are replaced as a whole. If-Match.',
      },
      { method: 'DELETE', path: '/quotes/{id}', does: 'Deletes a draft that was never sent. If-Match.' },
      {
        method: 'POST',
        path: '/quotes/{id}/send',
        does: 'Freezes it as the next revision and mails the client. If-Match.',
      },
      {
        method: 'POST',
        path: '/quotes/{id}/cancel',
        does: 'Takes it back to draft; it leaves the portal. If-Match.',
      },
      {
        method: 'POST',
        path: '/quotes/{id}/close',
        does: 'Closes it: the client sees it as expired. If-Match.',
      },
      {
        method: 'POST',
        path: '/quotes/{id}/accept',
        does: 'Records an acceptance by phone or on paper: po_number, note. It is labelled so, and bears no signature. If-Match.',
      },
      {
        method: 'GET',
        path: '/quotes/{id}/evidence',
        does: 'The evidence file of a signed acceptance, as the client can download it; 404 while there is none.',
      },
    ],
  },
  {
    title: 'Invoices and payments',
    routes: [
      { method: 'POST', path: '/invoices', does: `Creates a draft: due_on, quote_id, ${document}.` },
      { method: 'GET', path: '/invoices', does: 'Your invoices; filters status, client_id, updated_since.' },
      { method: 'GET', path: '/invoices/{id}', does: 'One invoice, with amount_paid and balance_due.' },
      { method: 'PATCH', path: '/invoices/{id}', does: 'Changes a draft. If-Match.' },
      { method: 'DELETE', path: '/invoices/{id}', does: 'Deletes a draft. If-Match.' },
      { method: 'POST', path: '/invoices/{id}/send', does: 'Freezes it and mails the client. If-Match.' },
      {
        method: 'POST',
        path: '/invoices/{id}/payments',
        does: 'Records money: amount, method, paid_on, reference, note. What exceeds the balance becomes credit; the method credit uses it.',
      },
      { method: 'GET', path: '/invoices/{id}/payments', does: 'The payments of an invoice.' },
    ],
  },
]

export const rules: string[] = [
  'Send your key as “Authorization: Bearer sqk_…”. Its scopes say what it may do: read, write, links, admin.',
  'Money, quantities and rates are decimal strings ("1250.00", "2.5", "8.25" percent); dates are YYYY-MM-DD in your time zone; instants RFC 3339 in UTC.',
  'A single resource has an ETag. Changing, deleting and sending take If-Match with the ETag that you last read, or *: 428 without it, 412 when the resource has changed since.',
  'Lists take limit (1 to 100) and cursor, and answer {data, next_cursor}.',
  'Unknown fields are refused. A body may have 256 KB.',
  'Errors are problem documents (RFC 9457): rely on code; errors names each field by a JSON pointer.',
]
