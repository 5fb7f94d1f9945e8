/**
 * The API as its OpenAPI document describes it, in types: what scripts/lib/api.mjs and the tests call it by. Made by
 * `npm run client`, never by hand.
 */
export interface paths {
  '/business': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read your profile
     * @description Needs a key with the scope `read`.
     */
    get: operations['getBusiness']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /**
     * Change your profile
     * @description What was sent keeps the words it was sent with. `currency`, `tax_rate` and `terms` serve documents that say nothing of their own; `time_zone` says when a day ends. `reminders`, all of it at once, says when clients are reminded by mail: at most one reminder a day for a client, between 9:00 and 18:00 in your time zone, until the quote is answered or the invoice is paid.
     *
     *     Needs a key with the scope `admin`.
     */
    patch: operations['updateBusiness']
    trace?: never
  }
  '/business/logo': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /**
     * Set your logo
     * @description The body is the file itself: `image/png`, `image/jpeg` or `image/webp`, which `Content-Type` says; at most 100 KB, and 1024 pixels on each side. It is shown in the place of your initials, also above what was sent before. What does not show is taken out of it: EXIF, comments, colour profiles. The same file again changes nothing. `url` is open to everybody who knows it.
     *
     *     Needs a key with the scope `admin`.
     */
    put: operations['setLogo']
    post?: never
    /**
     * Remove your logo
     * @description Your initials take its place. Its address is dead before this answers; who has seen it may keep it.
     *
     *     Needs a key with the scope `admin`.
     */
    delete: operations['removeLogo']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api-keys': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List your API keys, oldest first
     * @description Also those that have expired or were revoked. `short_id` is how a key begins.
     *
     *     Needs a key with the scope `admin`.
     */
    get: operations['listApiKeys']
    put?: never
    /**
     * Make an API key
     * @description The answer holds the key, this once: only a hash of it is kept. Without `scopes` it may `read` and `write`; give each program a key of its own, with what it needs and no more.
     *
     *     Needs a key with the scope `admin`.
     */
    post: operations['createApiKey']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api-keys/{id}/rotate': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Replace an API key
     * @description A new key of the same name, scopes and length of life. The old one is dead before this answers, or goes on for `overlap_seconds`, a week at most, so that programs can change over. A key is replaced once. Give the key that you call with an overlap and the call an Idempotency-Key: should the answer be lost, you can ask for it again.
     *
     *     Needs a key with the scope `admin`.
     */
    post: operations['rotateApiKey']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api-keys/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * Revoke an API key
     * @description It is dead before this answers. Of the keys that can manage keys, the one that lasts longest is not revoked: rotate it.
     *
     *     Needs a key with the scope `admin`.
     */
    delete: operations['revokeApiKey']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/clients': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List your clients, oldest first
     * @description Needs a key with the scope `read`.
     */
    get: operations['listClients']
    put?: never
    /**
     * Create a client
     * @description All of its addresses (`email` and `cc`) get every email. `notes` are yours alone.
     *
     *     Needs a key with the scope `write`.
     */
    post: operations['createClient']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/clients/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read a client
     * @description `undeliverable`: its addresses at which mail last did not arrive. A report of mail changes no ETag.
     *
     *     Needs a key with the scope `read`.
     */
    get: operations['getClient']
    put?: never
    post?: never
    /**
     * Delete a client
     * @description Its link is dead before this answers; its drafts and its queued mail go with it. What was sent, paid and signed stays readable here.
     *
     *     Needs a key with the scope `write`.
     */
    delete: operations['deleteClient']
    options?: never
    head?: never
    /**
     * Change a client
     * @description An email that waits for an address that is taken away is cancelled: send the document or the link again.
     *
     *     Needs a key with the scope `write`.
     */
    patch: operations['updateClient']
    trace?: never
  }
  '/clients/{id}/link': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read the portal link of a client
     * @description 404 while there is none. That you read it stands in the audit trail.
     *
     *     Needs a key with the scope `links`.
     */
    get: operations['getLink']
    put?: never
    post?: never
    /**
     * Revoke the link of a client
     * @description It is dead before this answers; sending answers 409 `link_revoked` until you rotate it.
     *
     *     Needs a key with the scope `links`.
     */
    delete: operations['revokeLink']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/clients/{id}/link/rotate': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Make a new link for a client
     * @description The old one is dead before this answers, and a revoked one comes back by nothing else. `notify` mails the new one to the client.
     *
     *     Needs a key with the scope `links`.
     */
    post: operations['rotateLink']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/clients/{id}/link/send': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Mail a client its link again
     * @description A revoked link is not revived by it.
     *
     *     Needs a key with the scope `links`.
     */
    post: operations['sendLink']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/links/rotate': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Make new links for all clients
     * @description For an incident: every link of yours is dead before this answers. A job makes the new ones and mails them; revoked links stay revoked.
     *
     *     Needs a key with the scope `links`.
     */
    post: operations['rotateAllLinks']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/jobs/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * How far a job is
     * @description Needs a key with the scope `links`.
     */
    get: operations['getJob']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/quotes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List your quotes, oldest first
     * @description Needs a key with the scope `read`.
     */
    get: operations['listQuotes']
    put?: never
    /**
     * Create a quote as a draft
     * @description Your client sees nothing of it until you send it. `currency`, `terms` and the `tax_rate` of a line come from your profile where they are left out. Its `number` is given when it is first sent, unless you choose one.
     *
     *     Needs a key with the scope `write`.
     */
    post: operations['createQuote']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/quotes/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read a quote
     * @description Needs a key with the scope `read`.
     */
    get: operations['getQuote']
    put?: never
    post?: never
    /**
     * Delete a draft that was never sent
     * @description Needs a key with the scope `write`.
     */
    delete: operations['deleteQuote']
    options?: never
    head?: never
    /**
     * Change a draft
     * @description `lines` are replaced as a whole. What was once sent keeps its number and its client.
     *
     *     Needs a key with the scope `write`.
     */
    patch: operations['updateQuote']
    trace?: never
  }
  '/quotes/{id}/send': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Send a quote
     * @description Freezes every word as the next revision, gives it its number, and mails your client the link. The client’s first document makes that link.
     *
     *     Needs a key with the scope `write`.
     */
    post: operations['sendQuote']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/quotes/{id}/cancel': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Take a quote back to draft
     * @description It leaves the portal before this answers, and mail about it that waits is cancelled. Change it, and send it again as the next revision.
     *
     *     Needs a key with the scope `write`.
     */
    post: operations['cancelQuote']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/quotes/{id}/close': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Close a quote
     * @description Your client sees it as expired, with the day on which you closed it.
     *
     *     Needs a key with the scope `write`.
     */
    post: operations['closeQuote']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/quotes/{id}/accept': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Record an acceptance made elsewhere
     * @description By phone or on paper. It is labelled so everywhere and bears no signature of the client.
     *
     *     Needs a key with the scope `write`.
     */
    post: operations['recordAcceptance']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/quotes/{id}/preview': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * See a quote as your client will
     * @description The page itself, marked as a preview. It counts as no view, and nothing can be sent from it.
     *
     *     Needs a key with the scope `read`.
     */
    get: operations['previewQuote']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/quotes/{id}/evidence': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The evidence file of a signature
     * @description As your client can download it; 404 while there is none. `/verify` and `npm run verify` check it.
     *
     *     Needs a key with the scope `read`.
     */
    get: operations['getEvidence']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/invoices': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List your invoices, oldest first
     * @description Needs a key with the scope `read`.
     */
    get: operations['listInvoices']
    put?: never
    /**
     * Create an invoice as a draft
     * @description `quote_id` says of which accepted quote it is: together, the invoices of a quote don’t exceed it unless `beyond_quote` is true. POST /quotes/{id}/invoices writes one for you.
     *
     *     Needs a key with the scope `write`.
     */
    post: operations['createInvoice']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/invoices/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read an invoice
     * @description `overdue` is told from the instant at which its due day ends in your time zone.
     *
     *     Needs a key with the scope `read`.
     */
    get: operations['getInvoice']
    put?: never
    post?: never
    /**
     * Delete a draft
     * @description Needs a key with the scope `write`.
     */
    delete: operations['deleteInvoice']
    options?: never
    head?: never
    /**
     * Change a draft
     * @description `lines` are replaced as a whole.
     *
     *     Needs a key with the scope `write`.
     */
    patch: operations['updateInvoice']
    trace?: never
  }
  '/quotes/{id}/invoices': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Make an invoice of an accepted quote
     * @description A draft over `percent` of the quote, over an `amount` of it, or over what is left. All of it takes over the quote’s lines; a part gets one line for each tax rate, in proportion, and comes to exactly that part. It is due in 30 days unless `due_on` says otherwise.
     *
     *     Needs a key with the scope `write`.
     */
    post: operations['invoiceQuote']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/invoices/{id}/send': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Send an invoice
     * @description Freezes every word, gives it its number, and mails your client the link. The due date may lie in the past.
     *
     *     Needs a key with the scope `write`.
     */
    post: operations['sendInvoice']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/invoices/{id}/void': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Void an invoice
     * @description It stays where it is, marked, and counts in no total. Never with money on it: take its payments back first.
     *
     *     Needs a key with the scope `write`.
     */
    post: operations['voidInvoice']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/invoices/{id}/payments': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List the payments of an invoice, oldest first
     * @description Needs a key with the scope `read`.
     */
    get: operations['listPayments']
    put?: never
    /**
     * Record a payment
     * @description What exceeds the balance becomes the client’s credit in that currency; the method `credit` uses it, up to the balance and never more than there is. `paid_on` is today unless told, and may lie in the past. The client gets a receipt by mail, except for the method `credit`, which brings no money in, and where its link is revoked.
     *
     *     Needs a key with the scope `write`.
     */
    post: operations['recordPayment']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/payments/{id}/reverse': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Take a payment back
     * @description By an entry of the same figures with the opposite sign, which is the answer; nothing is erased. Not while the credit that it left has been used.
     *
     *     Needs a key with the scope `write`.
     */
    post: operations['reversePayment']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/messages': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List your messages, oldest first
     * @description A message names whom it was meant for and what it tells; no link stands in it.
     *
     *     Needs a key with the scope `read`.
     */
    get: operations['listMessages']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/messages/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * What became of a message
     * @description `deliveries`: what was reported at each recipient since it was last tried. `problem`: why it has not arrived, or not yet.
     *
     *     Needs a key with the scope `read`.
     */
    get: operations['getMessage']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/messages/{id}/retry': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Try a message again
     * @description One that failed, bounced or may not have arrived, to the addresses that it was meant for. What is reported of an earlier try no longer counts.
     *
     *     Needs a key with the scope `write`.
     */
    post: operations['retryMessage']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/audit': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read the audit trail, oldest first
     * @description Nothing in it is ever changed or removed. `object_id` gives the trail of one object, that of a client with its links, that of an invoice with its payments; `since` what happened from an instant on. An actor is one of your keys, a client by its link, or the portal itself; `request_id` is the X-Request-Id of the answer.
     *
     *     Needs a key with the scope `read`.
     */
    get: operations['listAuditEntries']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    /** Business */
    Business: {
      id: string
      name: string
      email: string
      phone: string | null
      address: string | null
      website: string | null
      colour: string | null
      locale: string
      /** @example USD */
      currency: string
      time_zone: string
      /** @example 8.25 */
      tax_rate: string
      payment_instructions: string | null
      terms: string | null
      reminders: components['schemas']['Reminders']
      logo_url: string | null
    }
    /** Reminders */
    Reminders: {
      enabled: boolean
      /** @description Days before a quote expires. */
      quote_days_before: number[]
      /** @description Days before an invoice is due. */
      invoice_days_before: number[]
      /** @description Days after an invoice was due. */
      invoice_days_after: number[]
    }
    /** BusinessChange */
    BusinessChange: {
      name?: string
      /**
       * Format: email
       * @example dana@example.com
       */
      email?: string
      phone?: string | null
      address?: string | null
      website?: string | null
      colour?: string | null
      /**
       * @description A BCP 47 language tag.
       * @example en-US
       */
      locale?: string
      /**
       * @description An ISO 4217 code.
       * @example USD
       */
      currency?: string
      /**
       * @description A name of the IANA time zone database.
       * @example America/New_York
       */
      time_zone?: string
      /** @example 12.5 */
      tax_rate?: string
      payment_instructions?: string | null
      terms?: string | null
      reminders?: components['schemas']['Reminders']
    }
    /** Logo */
    Logo: {
      /** Format: uri */
      url: string
      /** @enum {string} */
      media_type: 'image/png' | 'image/jpeg' | 'image/webp'
      width: number
      height: number
      /** @description In bytes. */
      size: number
    }
    /** ApiKeyDraft */
    ApiKeyDraft: {
      name: string
      /**
       * @default [
       *       "read",
       *       "write"
       *     ]
       */
      scopes?: ('read' | 'write' | 'links' | 'admin')[]
      expires_at?: string | null
    }
    /** NewApiKey */
    NewApiKey: {
      id: string
      name: string
      short_id: string | null
      scopes: ('read' | 'write' | 'links' | 'admin')[]
      /** @enum {string} */
      status: 'active' | 'expired' | 'revoked'
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      created_at: string
      expires_at: string | null
      revoked_at: string | null
      last_used_at: string | null
      /** @description The key itself, shown this once. */
      key: string
    }
    /** ApiKey */
    ApiKey: {
      id: string
      name: string
      short_id: string | null
      scopes: ('read' | 'write' | 'links' | 'admin')[]
      /** @enum {string} */
      status: 'active' | 'expired' | 'revoked'
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      created_at: string
      expires_at: string | null
      revoked_at: string | null
      last_used_at: string | null
    }
    /** ApiKeyRotation */
    ApiKeyRotation: {
      /** @default 0 */
      overlap_seconds?: number
    }
    /** ClientDraft */
    ClientDraft: {
      name: string
      /**
       * Format: email
       * @example dana@example.com
       */
      email: string
      cc?: string[] | null
      phone?: string | null
      company?: string | null
      locale?: string | null
      notes?: string | null
    }
    /** Client */
    Client: {
      id: string
      name: string
      email: string
      cc: string[]
      phone: string | null
      company: string | null
      locale: string | null
      notes: string | null
      undeliverable: components['schemas']['UndeliverableAddress'][]
      /** @description Since when it wants no reminders; null where it gets them. */
      reminders_stopped_at: string | null
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      created_at: string
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      updated_at: string
    }
    /** UndeliverableAddress */
    UndeliverableAddress: {
      address: string
      /** @enum {string} */
      status: 'bounced' | 'complained' | 'suppressed'
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      since: string
      reason: string | null
    }
    /** ClientChange */
    ClientChange: {
      name?: string
      /**
       * Format: email
       * @example dana@example.com
       */
      email?: string
      cc?: string[] | null
      phone?: string | null
      company?: string | null
      locale?: string | null
      notes?: string | null
    }
    /** Link */
    Link: {
      /** Format: uri */
      url: string
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      issued_at: string
      last_used_at: string | null
    }
    /** LinkRotation */
    LinkRotation: {
      /** @default false */
      notify?: boolean
    }
    /** NewLink */
    NewLink: {
      /** Format: uri */
      url: string
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      issued_at: string
    }
    /** Queued */
    Queued: {
      /** @constant */
      status: 'queued'
    }
    /** Job */
    Job: {
      id: string
      /** @constant */
      kind: 'links_rotation'
      /** @enum {string} */
      status: 'running' | 'done'
      total: number
      done: number
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      created_at: string
      ended_at: string | null
    }
    /** QuoteDraft */
    QuoteDraft: {
      client_id: string
      number?: string | null
      title: string
      description?: string | null
      currency?: string | null
      /** @default [] */
      lines?: {
        description: string
        /** @enum {string} */
        category: 'labor' | 'material' | 'service' | 'equipment' | 'other'
        /** @example 12.5 */
        quantity: string
        unit?: string | null
        /** @example 150.00 */
        unit_price: string
        tax_rate?: string | null
      }[]
      discount?: {
        /** @example 12.5 */
        percent?: string
        /** @example 150.00 */
        amount?: string
      } | null
      terms?: string | null
      note?: string | null
      /**
       * Format: date
       * @example 2030-01-31
       */
      valid_until: string
    }
    /** Quote */
    Quote: {
      id: string
      client_id: string
      number: string | null
      title: string
      description: string | null
      /** @example USD */
      currency: string
      lines: components['schemas']['LineItem'][]
      discount:
        | (
            | {
                /** @example 8.25 */
                percent: string
              }
            | {
                /** @example 1250.00 */
                amount: string
              }
          )
        | null
      terms: string | null
      note: string | null
      /** @example 1250.00 */
      subtotal: string
      /** @example 1250.00 */
      discount_total: string
      taxes: {
        /** @example 8.25 */
        rate: string
        /** @example 1250.00 */
        base: string
        /** @example 1250.00 */
        amount: string
      }[]
      /** @example 1250.00 */
      tax_total: string
      /** @example 1250.00 */
      total: string
      /** @enum {string} */
      status: 'draft' | 'sent' | 'viewed' | 'accepted' | 'rejected' | 'expired'
      revision: number
      /**
       * Format: date
       * @example 2026-01-31
       */
      valid_until: string
      content_hash: string | null
      sent_at: string | null
      delivery: components['schemas']['DocumentDelivery'] | null
      expires_at: string | null
      viewed_at: string | null
      decision: {
        /** @enum {string} */
        kind: 'accepted' | 'rejected'
        /** @enum {string} */
        by: 'client' | 'business'
        at: string | null
        name: string | null
        po_number: string | null
        reason: ('price' | 'timing' | 'chose_someone_else' | 'project_cancelled' | 'scope' | 'other') | null
        note: string | null
      } | null
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      created_at: string
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      updated_at: string
    }
    /** LineItem */
    LineItem: {
      description: string
      /** @enum {string} */
      category: 'labor' | 'material' | 'service' | 'equipment' | 'other'
      /** @example 2.5 */
      quantity: string
      unit: string | null
      /** @example 1250.00 */
      unit_price: string
      /** @example 8.25 */
      tax_rate: string
      /** @example 1250.00 */
      total: string
    }
    /** DocumentDelivery */
    DocumentDelivery: {
      message_id: string
      /** @enum {string} */
      status:
        | 'queued'
        | 'sending'
        | 'sent'
        | 'delivered'
        | 'bounced'
        | 'complained'
        | 'suppressed'
        | 'failed'
        | 'unknown'
        | 'cancelled'
      problem: {
        /** @enum {string} */
        code:
          | 'not_answered'
          | 'too_many'
          | 'mail_service_fault'
          | 'mail_service_refused_us'
          | 'address_inactive'
          | 'address_invalid'
          | 'refused'
          | 'bounced'
          | 'complained'
          | 'not_composed'
        detail: string
      } | null
    }
    /** QuoteChange */
    QuoteChange: {
      client_id?: string
      number?: string | null
      title?: string
      description?: string | null
      currency?: string | null
      /** @default [] */
      lines?: {
        description: string
        /** @enum {string} */
        category: 'labor' | 'material' | 'service' | 'equipment' | 'other'
        /** @example 12.5 */
        quantity: string
        unit?: string | null
        /** @example 150.00 */
        unit_price: string
        tax_rate?: string | null
      }[]
      discount?: {
        /** @example 12.5 */
        percent?: string
        /** @example 150.00 */
        amount?: string
      } | null
      terms?: string | null
      note?: string | null
      /**
       * Format: date
       * @example 2030-01-31
       */
      valid_until?: string
    }
    /** AcceptanceRecord */
    AcceptanceRecord: {
      po_number?: string | null
      note?: string | null
    }
    /** EvidenceFile */
    EvidenceFile: {
      format: string
      jws: string
    }
    /** InvoiceDraft */
    InvoiceDraft: {
      client_id: string
      number?: string | null
      title: string
      description?: string | null
      currency?: string | null
      /** @default [] */
      lines?: {
        description: string
        /** @enum {string} */
        category: 'labor' | 'material' | 'service' | 'equipment' | 'other'
        /** @example 12.5 */
        quantity: string
        unit?: string | null
        /** @example 150.00 */
        unit_price: string
        tax_rate?: string | null
      }[]
      discount?: {
        /** @example 12.5 */
        percent?: string
        /** @example 150.00 */
        amount?: string
      } | null
      terms?: string | null
      note?: string | null
      /**
       * Format: date
       * @example 2030-01-31
       */
      due_on: string
      quote_id?: string | null
      beyond_quote?: boolean
    }
    /** Invoice */
    Invoice: {
      id: string
      client_id: string
      number: string | null
      title: string
      description: string | null
      /** @example USD */
      currency: string
      lines: components['schemas']['LineItem'][]
      discount:
        | (
            | {
                /** @example 8.25 */
                percent: string
              }
            | {
                /** @example 1250.00 */
                amount: string
              }
          )
        | null
      terms: string | null
      note: string | null
      /** @example 1250.00 */
      subtotal: string
      /** @example 1250.00 */
      discount_total: string
      taxes: {
        /** @example 8.25 */
        rate: string
        /** @example 1250.00 */
        base: string
        /** @example 1250.00 */
        amount: string
      }[]
      /** @example 1250.00 */
      tax_total: string
      /** @example 1250.00 */
      total: string
      /** @enum {string} */
      status: 'draft' | 'sent' | 'partial' | 'paid' | 'overdue' | 'void'
      content_hash: string | null
      quote_id: string | null
      beyond_quote: boolean
      /**
       * Format: date
       * @example 2026-01-31
       */
      due_on: string
      /** @example 1250.00 */
      amount_paid: string
      /** @example 1250.00 */
      balance_due: string
      sent_at: string | null
      delivery: components['schemas']['DocumentDelivery'] | null
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      created_at: string
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      updated_at: string
    }
    /** InvoiceChange */
    InvoiceChange: {
      client_id?: string
      number?: string | null
      title?: string
      description?: string | null
      currency?: string | null
      /** @default [] */
      lines?: {
        description: string
        /** @enum {string} */
        category: 'labor' | 'material' | 'service' | 'equipment' | 'other'
        /** @example 12.5 */
        quantity: string
        unit?: string | null
        /** @example 150.00 */
        unit_price: string
        tax_rate?: string | null
      }[]
      discount?: {
        /** @example 12.5 */
        percent?: string
        /** @example 150.00 */
        amount?: string
      } | null
      terms?: string | null
      note?: string | null
      /**
       * Format: date
       * @example 2030-01-31
       */
      due_on?: string
      quote_id?: string | null
      beyond_quote?: boolean
    }
    /** QuoteInvoicing */
    QuoteInvoicing: {
      /** @example 12.5 */
      percent?: string
      /** @example 150.00 */
      amount?: string
      /**
       * Format: date
       * @example 2030-01-31
       */
      due_on?: string
      beyond_quote?: boolean
    }
    /** PaymentDraft */
    PaymentDraft: {
      /** @example 150.00 */
      amount: string
      /**
       * @description An open list; `credit` uses the client’s credit.
       * @example check
       */
      method: string
      /**
       * Format: date
       * @example 2030-01-31
       */
      paid_on?: string
      reference?: string | null
      note?: string | null
    }
    /** Payment */
    Payment: {
      id: string
      invoice_id: string
      /** @example 1250.00 */
      amount: string
      /** @example 1250.00 */
      applied: string
      /** @example 1250.00 */
      credit: string
      /** @example USD */
      currency: string
      method: string
      /**
       * Format: date
       * @example 2026-01-31
       */
      paid_on: string
      reference: string | null
      note: string | null
      reverses: string | null
      reversed_by: string | null
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      created_at: string
    }
    /** PaymentReversal */
    PaymentReversal: {
      reference?: string | null
      note?: string | null
    }
    /** Message */
    Message: {
      id: string
      /** @enum {string} */
      kind:
        | 'quote_sent'
        | 'invoice_sent'
        | 'new_link'
        | 'link_again'
        | 'quote_viewed'
        | 'quote_accepted'
        | 'quote_rejected'
        | 'receipt'
        | 'chain_head'
        | 'payment_receipt'
        | 'quote_expiring'
        | 'invoice_due_soon'
        | 'invoice_overdue'
        | 'bounce_notice'
      /** @enum {string} */
      status:
        | 'queued'
        | 'sending'
        | 'sent'
        | 'delivered'
        | 'bounced'
        | 'complained'
        | 'suppressed'
        | 'failed'
        | 'unknown'
        | 'cancelled'
      client_id: string | null
      quote_id: string | null
      invoice_id: string | null
      revision: number | null
      recipients: string[]
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      created_at: string
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      due_at: string
      ended_at: string | null
      attempts: number
      next_try_at: string | null
      problem: {
        /** @enum {string} */
        code:
          | 'not_answered'
          | 'too_many'
          | 'mail_service_fault'
          | 'mail_service_refused_us'
          | 'address_inactive'
          | 'address_invalid'
          | 'refused'
          | 'bounced'
          | 'complained'
          | 'not_composed'
        detail: string
      } | null
      deliveries: components['schemas']['Delivery'][]
    }
    /** Delivery */
    Delivery: {
      recipient: string
      /** @enum {string} */
      status: 'delivered' | 'bounced' | 'complained' | 'suppressed'
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      at: string
      reason: string | null
    }
    /** AuditEntry */
    AuditEntry: {
      id: string
      /**
       * Format: date-time
       * @example 2026-01-31T09:00:00.000Z
       */
      at: string
      actor: {
        /** @enum {string} */
        kind: 'key' | 'link' | 'system'
        id: string | null
      }
      action: string
      object_id: string
      address: string | null
      request_id: string | null
      details: {
        [key: string]: (string | number) | null
      }
    }
    Problem: {
      /** Format: uri */
      type: string
      title: string
      status: number
      /** @enum {string} */
      code:
        | 'malformed_header'
        | 'malformed_json'
        | 'malformed_query'
        | 'no_key'
        | 'missing_scope'
        | 'not_found'
        | 'already_decided'
        | 'already_reversed'
        | 'client_deleted'
        | 'idempotency_conflict'
        | 'invoice_empty'
        | 'invoice_not_draft'
        | 'invoice_has_payments'
        | 'invoice_not_payable'
        | 'invoice_not_voidable'
        | 'key_not_active'
        | 'last_admin_key'
        | 'link_key_retired'
        | 'link_revoked'
        | 'message_not_retryable'
        | 'no_link'
        | 'not_enough_credit'
        | 'number_taken'
        | 'quote_invoiced'
        | 'quote_accepted'
        | 'quote_empty'
        | 'quote_expired'
        | 'quote_not_accepted'
        | 'quote_not_closable'
        | 'quote_not_draft'
        | 'quote_not_open'
        | 'quote_past_validity'
        | 'quote_was_sent'
        | 'stale'
        | 'too_large'
        | 'unsupported_media_type'
        | 'idempotency_key_reused'
        | 'invalid'
        | 'logo_animated'
        | 'logo_dimensions'
        | 'logo_turned'
        | 'logo_type_differs'
        | 'logo_unreadable'
        | 'too_many_requests'
        | 'if_match_required'
        | 'internal'
        | 'unavailable'
      detail: string
      errors?: {
        /** @description A JSON pointer into the body (RFC 6901). */
        pointer: string
        /** @description What would be right. */
        detail: string
      }[]
    }
  }
  responses: {
    /** @description `malformed_query`: A query parameter is not valid. */
    malformed_query: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'malformed_query'
        }
      }
    }
    /** @description `no_key`: A valid API key is needed. */
    no_key: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'no_key'
        }
      }
    }
    /** @description `missing_scope`: The key lacks a scope. */
    missing_scope: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'missing_scope'
        }
      }
    }
    /** @description `too_many_requests`: Too many requests. */
    too_many_requests: {
      headers: {
        /** @description In how many seconds to try again. */
        'Retry-After': string
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'too_many_requests'
        }
      }
    }
    /** @description `internal`: Something went wrong. */
    internal: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'internal'
        }
      }
    }
    /** @description `unavailable`: The database does not answer. */
    unavailable: {
      headers: {
        /** @description In how many seconds to try again. */
        'Retry-After': string
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'unavailable'
        }
      }
    }
    /** @description `too_large`: The body is too large. */
    too_large: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'too_large'
        }
      }
    }
    /** @description `invalid`: The body is not valid. */
    invalid: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'invalid'
        }
      }
    }
    /** @description `if_match_required`: If-Match is required. */
    if_match_required: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'if_match_required'
        }
      }
    }
    /** @description `stale`: The resource has changed. */
    stale: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'stale'
        }
      }
    }
    /** @description `unsupported_media_type`: The body has another media type than this path takes. */
    unsupported_media_type: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'unsupported_media_type'
        }
      }
    }
    /** @description `not_found`: There is nothing here for this key. */
    not_found: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'not_found'
        }
      }
    }
    /** @description `last_admin_key`: No other key could manage keys for as long. */
    last_admin_key: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'last_admin_key'
        }
      }
    }
    /** @description `idempotency_conflict`: The same request is under way. */
    idempotency_conflict: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'idempotency_conflict'
        }
      }
    }
    /** @description `link_key_retired`: The link can no longer be read. */
    link_key_retired: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'link_key_retired'
        }
      }
    }
    /** @description `invoice_not_draft`: The invoice is not a draft. */
    invoice_not_draft: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'invoice_not_draft'
        }
      }
    }
  }
  parameters: {
    Id: string
    /** @description The ETag that you last read, or `*`. 428 without it, 412 when the resource has changed since. */
    IfMatch: string
    /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
    IdempotencyKey: string
  }
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  getBusiness: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Business']
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  updateBusiness: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag that you last read, or `*`. 428 without it, 412 when the resource has changed since. */
        'If-Match': components['parameters']['IfMatch']
      }
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "phone": "+1 207 555 0142"
         *     }
         */
        'application/json': components['schemas']['BusinessChange']
      }
    }
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Business']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      412: components['responses']['stale']
      413: components['responses']['too_large']
      422: components['responses']['invalid']
      428: components['responses']['if_match_required']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  setLogo: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** @description The file itself, of at most 100 KB. */
    requestBody: {
      content: {
        'image/png': string
        'image/jpeg': string
        'image/webp': string
      }
    }
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Logo']
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      413: components['responses']['too_large']
      415: components['responses']['unsupported_media_type']
      /** @description `logo_unreadable`: The file is not a picture that can be read. `logo_type_differs`: The file is not of the type that Content-Type says. `logo_dimensions`: The picture is too wide or too high. `logo_animated`: The picture is animated. `logo_turned`: The picture is turned by its EXIF orientation. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?:
              | 'logo_unreadable'
              | 'logo_type_differs'
              | 'logo_dimensions'
              | 'logo_animated'
              | 'logo_turned'
          }
        }
      }
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  removeLogo: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      413: components['responses']['too_large']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  listApiKeys: {
    parameters: {
      query?: {
        /** @description How many, 1 to 100; 20 unless told. */
        limit?: string
        /** @description The next_cursor of the page before. */
        cursor?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['ApiKey'][]
            next_cursor: string | null
          }
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  createApiKey: {
    parameters: {
      query?: never
      header?: {
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Accounting",
         *       "scopes": [
         *         "read"
         *       ]
         *     }
         */
        'application/json': components['schemas']['ApiKeyDraft']
      }
    }
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          /** @description Where it is from now on, or is listed. */
          Location: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['NewApiKey']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      /** @description `idempotency_conflict`: The same request is under way. `link_key_retired`: The link can no longer be read. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency_conflict' | 'link_key_retired'
          }
        }
      }
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  rotateApiKey: {
    parameters: {
      query?: never
      header?: {
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "overlap_seconds": 3600
         *     }
         */
        'application/json': components['schemas']['ApiKeyRotation']
      }
    }
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['NewApiKey']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      /** @description `idempotency_conflict`: The same request is under way. `key_not_active`: The key has expired, was revoked or was replaced. `link_key_retired`: The link can no longer be read. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency_conflict' | 'key_not_active' | 'link_key_retired'
          }
        }
      }
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  revokeApiKey: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      409: components['responses']['last_admin_key']
      413: components['responses']['too_large']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  listClients: {
    parameters: {
      query?: {
        /** @description How many, 1 to 100; 20 unless told. */
        limit?: string
        /** @description The next_cursor of the page before. */
        cursor?: string
        updated_since?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Client'][]
            next_cursor: string | null
          }
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  createClient: {
    parameters: {
      query?: never
      header?: {
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Sam Field",
         *       "email": "sam@example.com"
         *     }
         */
        'application/json': components['schemas']['ClientDraft']
      }
    }
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          /** @description Where it is from now on, or is listed. */
          Location: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Client']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      409: components['responses']['idempotency_conflict']
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  getClient: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Client']
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  deleteClient: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag that you last read, or `*`. 428 without it, 412 when the resource has changed since. */
        'If-Match': components['parameters']['IfMatch']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      412: components['responses']['stale']
      413: components['responses']['too_large']
      428: components['responses']['if_match_required']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  updateClient: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag that you last read, or `*`. 428 without it, 412 when the resource has changed since. */
        'If-Match': components['parameters']['IfMatch']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['ClientChange']
      }
    }
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Client']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      412: components['responses']['stale']
      413: components['responses']['too_large']
      422: components['responses']['invalid']
      428: components['responses']['if_match_required']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  getLink: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Link']
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      409: components['responses']['link_key_retired']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  revokeLink: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      413: components['responses']['too_large']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  rotateLink: {
    parameters: {
      query?: never
      header?: {
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "notify": true
         *     }
         */
        'application/json': components['schemas']['LinkRotation']
      }
    }
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['NewLink']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      /** @description `idempotency_conflict`: The same request is under way. `link_key_retired`: The link can no longer be read. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency_conflict' | 'link_key_retired'
          }
        }
      }
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  sendLink: {
    parameters: {
      query?: never
      header?: {
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description The answer. */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Queued']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      /** @description `idempotency_conflict`: The same request is under way. `no_link`: The client has no link yet. `link_revoked`: The client’s link was revoked. `link_key_retired`: The link can no longer be read. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency_conflict' | 'no_link' | 'link_revoked' | 'link_key_retired'
          }
        }
      }
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  rotateAllLinks: {
    parameters: {
      query?: never
      header?: {
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description The answer. */
      202: {
        headers: {
          /** @description Where it is from now on, or is listed. */
          Location: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Job']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      409: components['responses']['idempotency_conflict']
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  getJob: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Job']
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  listQuotes: {
    parameters: {
      query?: {
        /** @description How many, 1 to 100; 20 unless told. */
        limit?: string
        /** @description The next_cursor of the page before. */
        cursor?: string
        status?: 'draft' | 'sent' | 'viewed' | 'accepted' | 'rejected' | 'expired'
        client_id?: string
        updated_since?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Quote'][]
            next_cursor: string | null
          }
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  createQuote: {
    parameters: {
      query?: never
      header?: {
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "client_id": "cli_01k9m3q7x2c8v5n0b4t6h1d9fz",
         *       "title": "New gutters",
         *       "valid_until": "2030-01-31",
         *       "lines": [
         *         {
         *           "description": "Aluminium gutter, 6 in",
         *           "category": "material",
         *           "quantity": "42.5",
         *           "unit": "ft",
         *           "unit_price": "11.90"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['QuoteDraft']
      }
    }
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          /** @description Where it is from now on, or is listed. */
          Location: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Quote']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      /** @description `idempotency_conflict`: The same request is under way. `number_taken`: Another document has this number. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency_conflict' | 'number_taken'
          }
        }
      }
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  getQuote: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Quote']
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  deleteQuote: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag that you last read, or `*`. 428 without it, 412 when the resource has changed since. */
        'If-Match': components['parameters']['IfMatch']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      /** @description `quote_was_sent`: The quote was sent before. `quote_not_draft`: The quote is not a draft. `quote_accepted`: The quote is accepted. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'quote_was_sent' | 'quote_not_draft' | 'quote_accepted'
          }
        }
      }
      412: components['responses']['stale']
      413: components['responses']['too_large']
      428: components['responses']['if_match_required']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  updateQuote: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag that you last read, or `*`. 428 without it, 412 when the resource has changed since. */
        'If-Match': components['parameters']['IfMatch']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "valid_until": "2030-02-28"
         *     }
         */
        'application/json': components['schemas']['QuoteChange']
      }
    }
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Quote']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      /** @description `quote_not_draft`: The quote is not a draft. `quote_accepted`: The quote is accepted. `number_taken`: Another document has this number. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'quote_not_draft' | 'quote_accepted' | 'number_taken'
          }
        }
      }
      412: components['responses']['stale']
      413: components['responses']['too_large']
      422: components['responses']['invalid']
      428: components['responses']['if_match_required']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  sendQuote: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag that you last read, or `*`. 428 without it, 412 when the resource has changed since. */
        'If-Match': components['parameters']['IfMatch']
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Quote']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      /** @description `idempotency_conflict`: The same request is under way. `quote_not_draft`: The quote is not a draft. `quote_accepted`: The quote is accepted. `quote_empty`: The quote has no lines. `quote_past_validity`: The quote’s last day has passed. `client_deleted`: The client was deleted. `link_revoked`: The client’s link was revoked. `link_key_retired`: The link can no longer be read. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?:
              | 'idempotency_conflict'
              | 'quote_not_draft'
              | 'quote_accepted'
              | 'quote_empty'
              | 'quote_past_validity'
              | 'client_deleted'
              | 'link_revoked'
              | 'link_key_retired'
          }
        }
      }
      412: components['responses']['stale']
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      428: components['responses']['if_match_required']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  cancelQuote: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag that you last read, or `*`. 428 without it, 412 when the resource has changed since. */
        'If-Match': components['parameters']['IfMatch']
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Quote']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      /** @description `idempotency_conflict`: The same request is under way. `quote_not_open`: The quote is not open. `quote_accepted`: The quote is accepted. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency_conflict' | 'quote_not_open' | 'quote_accepted'
          }
        }
      }
      412: components['responses']['stale']
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      428: components['responses']['if_match_required']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  closeQuote: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag that you last read, or `*`. 428 without it, 412 when the resource has changed since. */
        'If-Match': components['parameters']['IfMatch']
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Quote']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      /** @description `idempotency_conflict`: The same request is under way. `quote_not_closable`: The quote cannot be closed in this state. `quote_accepted`: The quote is accepted. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency_conflict' | 'quote_not_closable' | 'quote_accepted'
          }
        }
      }
      412: components['responses']['stale']
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      428: components['responses']['if_match_required']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  recordAcceptance: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag that you last read, or `*`. 428 without it, 412 when the resource has changed since. */
        'If-Match': components['parameters']['IfMatch']
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "po_number": "PO-7",
         *       "note": "By phone."
         *     }
         */
        'application/json': components['schemas']['AcceptanceRecord']
      }
    }
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Quote']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      /** @description `idempotency_conflict`: The same request is under way. `quote_not_open`: The quote is not open. `already_decided`: The quote was already answered. `quote_expired`: The quote has expired or was closed. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency_conflict' | 'quote_not_open' | 'already_decided' | 'quote_expired'
          }
        }
      }
      412: components['responses']['stale']
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      428: components['responses']['if_match_required']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  previewQuote: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/html': string
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  getEvidence: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['EvidenceFile']
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  listInvoices: {
    parameters: {
      query?: {
        /** @description How many, 1 to 100; 20 unless told. */
        limit?: string
        /** @description The next_cursor of the page before. */
        cursor?: string
        status?: 'draft' | 'sent' | 'partial' | 'paid' | 'overdue' | 'void'
        client_id?: string
        updated_since?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Invoice'][]
            next_cursor: string | null
          }
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  createInvoice: {
    parameters: {
      query?: never
      header?: {
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "client_id": "cli_01k9m3q7x2c8v5n0b4t6h1d9fz",
         *       "title": "Roof repair",
         *       "due_on": "2030-01-31",
         *       "lines": [
         *         {
         *           "description": "Aluminium gutter, 6 in",
         *           "category": "material",
         *           "quantity": "42.5",
         *           "unit": "ft",
         *           "unit_price": "11.90"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['InvoiceDraft']
      }
    }
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          /** @description Where it is from now on, or is listed. */
          Location: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Invoice']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      /** @description `idempotency_conflict`: The same request is under way. `number_taken`: Another document has this number. `quote_invoiced`: The invoices would exceed the quote. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency_conflict' | 'number_taken' | 'quote_invoiced'
          }
        }
      }
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  getInvoice: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Invoice']
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  deleteInvoice: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag that you last read, or `*`. 428 without it, 412 when the resource has changed since. */
        'If-Match': components['parameters']['IfMatch']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      409: components['responses']['invoice_not_draft']
      412: components['responses']['stale']
      413: components['responses']['too_large']
      428: components['responses']['if_match_required']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  updateInvoice: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag that you last read, or `*`. 428 without it, 412 when the resource has changed since. */
        'If-Match': components['parameters']['IfMatch']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "due_on": "2030-02-28"
         *     }
         */
        'application/json': components['schemas']['InvoiceChange']
      }
    }
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Invoice']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      /** @description `invoice_not_draft`: The invoice is not a draft. `number_taken`: Another document has this number. `quote_invoiced`: The invoices would exceed the quote. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invoice_not_draft' | 'number_taken' | 'quote_invoiced'
          }
        }
      }
      412: components['responses']['stale']
      413: components['responses']['too_large']
      422: components['responses']['invalid']
      428: components['responses']['if_match_required']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  invoiceQuote: {
    parameters: {
      query?: never
      header?: {
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "percent": "30"
         *     }
         */
        'application/json': components['schemas']['QuoteInvoicing']
      }
    }
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          /** @description Where it is from now on, or is listed. */
          Location: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Invoice']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      /** @description `idempotency_conflict`: The same request is under way. `quote_not_accepted`: The quote is not accepted. `quote_invoiced`: The invoices would exceed the quote. `client_deleted`: The client was deleted. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency_conflict' | 'quote_not_accepted' | 'quote_invoiced' | 'client_deleted'
          }
        }
      }
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  sendInvoice: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag that you last read, or `*`. 428 without it, 412 when the resource has changed since. */
        'If-Match': components['parameters']['IfMatch']
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Invoice']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      /** @description `idempotency_conflict`: The same request is under way. `invoice_not_draft`: The invoice is not a draft. `invoice_empty`: The invoice has no lines. `client_deleted`: The client was deleted. `link_revoked`: The client’s link was revoked. `link_key_retired`: The link can no longer be read. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?:
              | 'idempotency_conflict'
              | 'invoice_not_draft'
              | 'invoice_empty'
              | 'client_deleted'
              | 'link_revoked'
              | 'link_key_retired'
          }
        }
      }
      412: components['responses']['stale']
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      428: components['responses']['if_match_required']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  voidInvoice: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag that you last read, or `*`. 428 without it, 412 when the resource has changed since. */
        'If-Match': components['parameters']['IfMatch']
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          /** @description Its version, for If-Match. */
          ETag: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Invoice']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      /** @description `idempotency_conflict`: The same request is under way. `invoice_not_voidable`: The invoice cannot be voided in this state. `invoice_has_payments`: There is money on the invoice. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency_conflict' | 'invoice_not_voidable' | 'invoice_has_payments'
          }
        }
      }
      412: components['responses']['stale']
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      428: components['responses']['if_match_required']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  listPayments: {
    parameters: {
      query?: {
        /** @description How many, 1 to 100; 20 unless told. */
        limit?: string
        /** @description The next_cursor of the page before. */
        cursor?: string
      }
      header?: never
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Payment'][]
            next_cursor: string | null
          }
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  recordPayment: {
    parameters: {
      query?: never
      header?: {
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "amount": "150.00",
         *       "method": "check"
         *     }
         */
        'application/json': components['schemas']['PaymentDraft']
      }
    }
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          /** @description Where it is from now on, or is listed. */
          Location: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Payment']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      /** @description `idempotency_conflict`: The same request is under way. `invoice_not_payable`: The invoice takes no payments in this state. `not_enough_credit`: The client has not enough credit. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency_conflict' | 'invoice_not_payable' | 'not_enough_credit'
          }
        }
      }
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  reversePayment: {
    parameters: {
      query?: never
      header?: {
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "note": "The check bounced."
         *     }
         */
        'application/json': components['schemas']['PaymentReversal']
      }
    }
    responses: {
      /** @description The answer. */
      201: {
        headers: {
          /** @description Where it is from now on, or is listed. */
          Location: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Payment']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      /** @description `idempotency_conflict`: The same request is under way. `already_reversed`: The payment was already taken back. `not_enough_credit`: The client has not enough credit. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency_conflict' | 'already_reversed' | 'not_enough_credit'
          }
        }
      }
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  listMessages: {
    parameters: {
      query?: {
        /** @description How many, 1 to 100; 20 unless told. */
        limit?: string
        /** @description The next_cursor of the page before. */
        cursor?: string
        status?:
          | 'queued'
          | 'sending'
          | 'sent'
          | 'delivered'
          | 'bounced'
          | 'complained'
          | 'suppressed'
          | 'failed'
          | 'unknown'
          | 'cancelled'
        client_id?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Message'][]
            next_cursor: string | null
          }
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  getMessage: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Message']
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  retryMessage: {
    parameters: {
      query?: never
      header?: {
        /** @description Makes a repeat safe: within a day, the same key and the same body get the same answer. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        id: components['parameters']['Id']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description The answer. */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Message']
        }
      }
      /** @description `malformed_query`: A query parameter is not valid. `malformed_json`: The body is not JSON. `malformed_header`: A header is not valid. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'malformed_query' | 'malformed_json' | 'malformed_header'
          }
        }
      }
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      404: components['responses']['not_found']
      /** @description `idempotency_conflict`: The same request is under way. `message_not_retryable`: The message cannot be sent again. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'idempotency_conflict' | 'message_not_retryable'
          }
        }
      }
      413: components['responses']['too_large']
      /** @description `invalid`: The body is not valid. `idempotency_key_reused`: The Idempotency-Key was used for another request. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            code?: 'invalid' | 'idempotency_key_reused'
          }
        }
      }
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
  listAuditEntries: {
    parameters: {
      query?: {
        /** @description How many, 1 to 100; 20 unless told. */
        limit?: string
        /** @description The next_cursor of the page before. */
        cursor?: string
        /** @description An id of any kind. */
        object_id?: string
        since?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['AuditEntry'][]
            next_cursor: string | null
          }
        }
      }
      400: components['responses']['malformed_query']
      401: components['responses']['no_key']
      403: components['responses']['missing_scope']
      429: components['responses']['too_many_requests']
      500: components['responses']['internal']
      503: components['responses']['unavailable']
    }
  }
}
