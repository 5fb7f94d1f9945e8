// Every route of the Worker, as the doors' tests walk them: with their parameters filled in.
import { inspectRoutes } from 'hono/dev'
import { api } from '../../src/api/app.ts'
import { app } from '../../src/app.ts'

export type Route = { method: string; path: string }

/** What is called at a path; middleware leads nowhere by itself. The API is an app of its own behind its door. */
export const routes: Route[] = [...inspectRoutes(app), ...inspectRoutes(api)]
  .filter(route => !route.isMiddleware)
  .map(({ method, path }) => ({ method, path }))

export const portalRoutes = routes.filter(({ path }) => path.startsWith('/portal/:token'))

/** Open to everyone, on purpose. A new one is added here by hand. */
const open = [
  'GET /health',
  'GET /logos/:file',
  'GET /api/v1/docs',
  'GET /api/v1/docs/:noun',
  'GET /api/v1/docs/codes',
  'GET /api/v1/docs/transitions',
  'GET /api/v1/openapi.json',
  'GET /portal',
  'POST /portal',
  'GET /verify',
  'POST /verify',
  'GET /.well-known/jwks.json',
]

/** Open to whoever has a password of its own. */
export const isWebhook = ({ path }: Route) => path.startsWith('/webhooks/')

export const isOpen = ({ method, path }: Route) => open.includes(`${method} ${path}`)

export const apiRoutes = routes.filter(route => route.path.startsWith('/api/v1/') && !isOpen(route))

/**
 * What stands for the parameters of a path; `clients`, `quotes`, `invoices`: the id behind that word; `signed`: a quote
 * for the paths that only an accepted one has.
 */
export type Params = {
  token?: string
  list?: string
  clients: string
  quotes: string
  invoices: string
  signed?: string
  messages?: string
  jobs?: string
  payments?: string
  'api-keys'?: string
}

/** Ids of the right shape that nothing has: for nouns that a test doesn't care about. */
const nobody = {
  messages: `msg_${'0'.repeat(26)}`,
  jobs: `job_${'0'.repeat(26)}`,
  payments: `pay_${'0'.repeat(26)}`,
  'api-keys': `key_${'0'.repeat(26)}`,
}

/** What only a signed quote has. */
const ofSigned = /\/(receipt|receipt\.json|evidence)$/

/** Whether a path only leads back, to the quote or the page of the form, when it is opened. */
export const leadsBack = (path: string): boolean =>
  /\/(acceptance|rejection|reminders\/start|language)$/.test(path)

/** A path to knock on. Throws where a parameter is not known here. */
export function filled(path: string, params: Params): string {
  const given = {
    ...nobody,
    ...params,
    ...(params.signed && ofSigned.test(path) ? { quotes: params.signed } : {}),
  }
  const whole = path
    .replace(':token', params.token ?? '')
    .replace(':list', params.list ?? 'quotes')
    .replace(/([a-z-]+)\/:id/, (_, noun: 'clients') => `${noun}/${given[noun]}`)
    .replace('*', 'nothing')
  if (whole.includes('/:')) throw new Error(`a parameter of ${path} is not known to the test`)
  return whole
}

export type Said = { status: number; headers: [string, string][]; body: string }

/** All that an answer says, to compare it whole. */
export const saidBy = async (response: Response): Promise<Said> => ({
  status: response.status,
  // But for the request's own id.
  headers: [...response.headers].filter(([name]) => name !== 'x-request-id').sort(),
  body: await response.text(),
})
