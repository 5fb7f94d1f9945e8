// The headers of a page: what its policy lets a browser run.
import { describe, expect, it } from 'vitest'
import { NotFoundPage } from '../../src/ui/error-pages.tsx'
import { inEnglish } from '../../src/ui/open.tsx'
import { page } from '../../src/ui/respond.ts'
import { Script, script } from '../../src/ui/script.tsx'

const policyOf = async (answer: Promise<Response>) =>
  (await answer).headers.get('content-security-policy') ?? ''

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}

describe('the policy of a page', () => {
  it('allows exactly the one script, no call, and nothing from elsewhere, in whatever colour', async () => {
    for (const colour of [null, '#1d5c8a']) {
      const policy = await policyOf(page(<NotFoundPage />, inEnglish, { colour }))
      expect(policy).toContain(`script-src ${await hashOf(script)}; style-src 'sha256-`)
      expect(policy).not.toMatch(/connect-src|unsafe|https?:|\*/)
    }
  })

  it('allows another script in its place, and calls of this origin, only where it is asked for', async () => {
    const policy = await policyOf(page(<NotFoundPage />, inEnglish, { script: 'own()' }))
    const scripts = `script-src ${await hashOf('own()')}; connect-src 'self';`
    expect(policy).toContain(scripts)
  })

  it('names the bytes that the page carries', () => {
    expect(String(<Script />)).toBe(`<script>${script}</script>`)
    expect(script).not.toMatch(/<\/|<!--/)
  })
})
