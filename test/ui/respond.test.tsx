// The headers of a page: what its policy lets a browser run.
import { describe, expect, it } from 'vitest'
import { Busy, busyScript } from '../../src/ui/busy.tsx'
import { inEnglish } from '../../src/ui/open.tsx'
import { page } from '../../src/ui/respond.ts'

const policyOf = async (answer: Promise<Response>) =>
  (await answer).headers.get('content-security-policy') ?? ''

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}

describe('the policy of a page', () => {
  it('allows no script', async () => {
    expect(await policyOf(page('', inEnglish))).not.toContain('script-src')
  })

  it('allows exactly the script of forms where it is asked for, and colours don’t mix with that', async () => {
    const scripts = `script-src ${await hashOf(busyScript)};`
    for (const colour of [null, '#1d5c8a']) {
      expect(await policyOf(page('', inEnglish, { colour, script: true }))).toContain(scripts)
      expect(await policyOf(page('', inEnglish, { colour }))).not.toContain('script-src')
    }
  })

  it('names the bytes that the page carries', () => {
    expect(String(<Busy />)).toBe(`<script>${busyScript}</script>`)
    expect(busyScript).not.toMatch(/<\/|<!--/)
  })
})
