/**
 * Draws a page once while an isolate starts, where CPU time is not counted against a request: the first use of
 * Intl alone costs ten milliseconds, more than the free plan allows a whole request.
 */

import { formatsFor } from './i18n/format.ts'
import { DeadLinkPage } from './ui/error-pages.tsx'
import { page } from './ui/respond.ts'

export async function warmUp(): Promise<void> {
  const formats = formatsFor('en-US')
  formats.money('1250.00', 'USD')
  formats.longDate('2026-01-31')
  await page(<DeadLinkPage />)
}
