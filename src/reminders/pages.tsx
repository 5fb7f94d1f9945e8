/**
 * How a client stops reminders: a page with a button, and the same address as mail providers call it for their readers
 * (RFC 8058: one POST without cookies, `List-Unsubscribe=One-Click`). Opening the page changes nothing.
 */
import { type Context, Hono } from 'hono'
import { faultPage } from '../access/faults.tsx'
import { businessOf, portalPage } from '../access/frame.tsx'
import type { PortalEnv } from '../access/guard.ts'
import { formsOnly } from '../access/posts.tsx'
import { DeadLink } from '../access/visit.ts'
import { addressOf } from '../core/http.ts'
import { urls } from '../core/urls.ts'
import { seeOther } from '../ui/respond.ts'
import { remindersOf, setStopped } from './actions/stop.ts'
import { RemindersPage, StoppedPage } from './views/page.tsx'

type C = Context<PortalEnv>

export const reminderPages = new Hono<PortalEnv>()
  .get('/stop', async c => {
    const { visitor, stopped, sends } = await remindersOf(c.get('visit'))
    const token = c.get('token')
    const action = stopped ? urls.startReminders(token) : urls.stopReminders(token)
    const state = stopped ? 'off' : sends ? 'on' : 'none'
    const props = { business: businessOf(visitor), home: urls.portal(token), state, action } as const
    return portalPage(c, visitor, <RemindersPage {...props} />)
  })
  .post('/stop', formsOnly, c => set(c, true))
  .post('/start', formsOnly, c => set(c, false))
  .get('/start', async c => {
    await c.get('visit').read({})
    return seeOther(urls.stopReminders(c.get('token')))
  })

async function set(c: C, wanted: boolean): Promise<Response> {
  const token = c.get('token')
  const body: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
  try {
    const visitor = await setStopped(c.get('visit'), wanted, addressOf(c.req.raw))
    if (wanted && body['List-Unsubscribe'] === 'One-Click')
      return portalPage(c, visitor, <StoppedPage business={businessOf(visitor)} />, { page: null })
    return seeOther(urls.stopReminders(token))
  } catch (error) {
    if (!(error instanceof Error) || error instanceof DeadLink) throw error
    const action = wanted ? urls.stopReminders(token) : urls.startReminders(token)
    return faultPage(error, c, { action, fields: {} })
  }
}
