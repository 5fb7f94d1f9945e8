/**
 * The pages that describe the API, one for each noun and each table: drawn from the OpenAPI document, they load nothing, need no key, and
 * let one try a call.
 */
import { type Context, Hono } from 'hono'
import type { ApiEnv } from '../core/api.ts'
import { NotFoundPage } from '../ui/error-pages.tsx'
import { inEnglish } from '../ui/open.tsx'
import { page } from '../ui/respond.ts'
import { openApi } from './openapi.ts'
import { groups } from './operations.ts'
import { tryScript } from './try.ts'
import { CodesPage } from './views/codes.tsx'
import { DocsPage } from './views/docs.tsx'
import { GroupPage, slugOf } from './views/group.tsx'
import { TransitionsPage } from './views/transitions.tsx'

export const docs = new Hono<ApiEnv>()
  .get('/', () => page(<DocsPage />, inEnglish))
  .get('/transitions', () => page(<TransitionsPage />, inEnglish))
  .get('/codes', () => page(<CodesPage />, inEnglish))
  .get('/:noun', (c: Context<ApiEnv>) => {
    const group = groups.find(({ name }) => slugOf(name) === c.req.param('noun'))
    if (!group) return page(<NotFoundPage />, inEnglish, { status: 404 })
    const drawn = <GroupPage group={group} document={openApi(c.env.BASE_URL)} />
    return page(drawn, inEnglish, { script: tryScript })
  })
