/** The page that describes the API: drawn from the OpenAPI document, loads nothing, needs no key, and lets one try a call. */
import type { Context } from 'hono'
import type { Env } from '../core/env.ts'
import { page } from '../ui/respond.ts'
import { openApi } from './openapi.ts'
import { tryScript } from './try.ts'
import { DocsPage } from './views/docs.tsx'

export const docs = (c: Context<{ Bindings: Env }>): Promise<Response> =>
  page(<DocsPage document={openApi(c.env.BASE_URL)} />, { script: tryScript })
