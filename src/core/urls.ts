/** Every path of the portal and of the API, so that a low folder can link to a high one. Tokens come in, never out. */
export const urls = {
  portal: (token: string) => `/portal/${token}`,
  history: (token: string, list: string) => `/portal/${token}/history/${list}`,
  quote: (token: string, id: string) => `/portal/${token}/quotes/${id}`,
  acceptance: (token: string, id: string) => `/portal/${token}/quotes/${id}/acceptance`,
  rejection: (token: string, id: string) => `/portal/${token}/quotes/${id}/rejection`,
  receipt: (token: string, id: string) => `/portal/${token}/quotes/${id}/receipt`,
  receiptFile: (token: string, id: string) => `/portal/${token}/quotes/${id}/receipt.json`,
  invoice: (token: string, id: string) => `/portal/${token}/invoices/${id}`,
  recovery: '/portal',
  linkAsked: '/portal?asked',
  verify: '/verify',
  jwks: '/.well-known/jwks.json',
  api: {
    client: (id: string) => `/api/v1/clients/${id}`,
    quote: (id: string) => `/api/v1/quotes/${id}`,
    invoice: (id: string) => `/api/v1/invoices/${id}`,
    payments: (invoiceId: string) => `/api/v1/invoices/${invoiceId}/payments`,
    job: (id: string) => `/api/v1/jobs/${id}`,
    keys: '/api/v1/api-keys',
    problem: (code: string) => `/api/v1/docs/codes#${code}`,
  },
} as const
