/** A page that lists what the API takes and gives. */
import type { Context } from 'hono'
import { Page } from '../ui/layout.tsx'
import { page } from '../ui/respond.ts'

export function docs(_: Context): Promise<Response> {
  return page(
    <Page title="API" business={null}>
      <h1>API</h1>
    </Page>,
  )
}
