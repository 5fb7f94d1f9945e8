// What holds of every page that a client can open, in every state.
import { describe, expect, it } from 'vitest'
import { answerOf } from '../../src/dev/gallery.tsx'
import { drawnPages } from '../../src/dev/pages/all.tsx'
import { hostile, joinery } from '../../src/dev/pages/data.ts'
import { formatsBy } from '../../src/i18n/choice.ts'
import { addLanguages } from '../../src/languages/all.ts'
import { accentStyle } from '../../src/ui/colour.ts'
import { script } from '../../src/ui/script.tsx'
import { sheets } from '../../src/ui/styles.ts'

const drawn = drawnPages().map(({ name, html }) => [name, html] as const)
const page = (name: string): string => drawn.find(([known]) => known === name)?.[1] ?? ''

/** Without what only a browser reads. */
const shown = (html: string): string => html.replace(/<(style|script)>.*?<\/\1>/gs, '')
const tags = (html: string): string[] => shown(html).match(/<[a-z][^>]*>/g) ?? []
const values = (html: string, attribute: string): string[] =>
  tags(html).flatMap(tag => new RegExp(`\\s${attribute}="([^"]*)"`).exec(tag)?.[1] ?? [])
const textOf = (html: string): string => shown(html).replace(/<[^>]+>/g, '')
const levels = (html: string): number[] => [...html.matchAll(/<h([1-6])[ >]/g)].map(found => Number(found[1]))

async function gzipped(text: string): Promise<number> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return (await new Response(packed).arrayBuffer()).byteLength
}

describe('every page', () => {
  /** One test over all pages, because each test starts from fresh storage and pages need none. */
  const each = (promise: string, check: (html: string, name: string) => void) =>
    it(promise, () => {
      for (const [name, html] of drawn) check(html, name)
    })

  each('is a document in a language, with a title', (html, name) => {
    expect(html, name).toMatch(/^<!doctype html><html lang="en">/)
    expect(html, name).toMatch(/<title>[^<]+<\/title>/)
    expect(html, name).toContain('<meta name="robots" content="noindex"/>')
  })

  each('carries exactly the two styles that headers can name', (html, name) => {
    const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(found => found[1])
    expect(Object.values(sheets), name).toContain(styles[0])
    expect(styles.slice(1), name).toEqual([expect.stringMatching(/^:root\{--accent:/)])
    expect(
      tags(html).filter(tag => /\sstyle=|\son[a-z]+=/.test(tag.replace(/"[^"]*"/g, '""'))),
      name,
    ).toEqual([])
  })

  each('has the one script that headers can name', (html, name) => {
    const scripts = [...html.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(found => found[0])
    expect(scripts, name).toEqual([`<script>${script}</script>`])
  })

  each('names every field of a form, and each id once', (html, name) => {
    const ids = values(html, 'id')
    expect(new Set(ids).size, name).toBe(ids.length)
    const pointed = [
      ...values(html, 'for'),
      ...values(html, 'aria-describedby').flatMap(all => all.split(' ')),
      ...values(html, 'href').flatMap(href => /^#(.+)/.exec(href)?.[1] ?? []),
    ]
    expect(
      pointed.filter(id => !ids.includes(id)),
      name,
    ).toEqual([])
    const typed = tags(html).filter(tag => /^<(textarea|input(?!.*type="(hidden|checkbox|radio)"))/.test(tag))
    const labelled = values(html, 'for')
    expect(
      typed.filter(tag => !labelled.includes(/ id="([^"]+)"/.exec(tag)?.[1] ?? '')),
      name,
    ).toEqual([])
  })

  each('asks for nothing from elsewhere', (html, name) => {
    expect(
      values(html, 'src').filter(src => !src.startsWith('data:image/svg+xml,')),
      name,
    ).toEqual([])
    expect(html, name).not.toMatch(/url\(|@import/)
    // A link to a business's own site is followed by who taps it alone.
    const websites = [joinery.website, `https://${hostile.unbroken.replace('ä', 'ae')}.example/`]
    const known = /^(\/portal|\/verify$|#[a-z-]+$|tel:|mailto:|data:image\/svg)/
    expect(
      values(html, 'action').filter(action => !/^\/(portal|verify)/.test(action)),
      name,
    ).toEqual([])
    expect(
      values(html, 'href').filter(href => !known.test(href) && !websites.includes(href)),
      name,
    ).toEqual([])
  })

  each('has one main heading and skips no level', (html, name) => {
    const found = levels(html)
    expect(
      found.filter(level => level === 1),
      name,
    ).toEqual([1])
    const skips = found.filter((level, at) => level > (found[at - 1] ?? 0) + 1)
    expect(skips, name).toEqual([])
  })

  each('says nothing that only a program would say', (html, name) => {
    expect(textOf(html), name).not.toMatch(/undefined|NaN|\[object|null|true|false/)
  })

  each('lets no typed text out of its place', (html, name) => {
    expect(html, name).not.toMatch(/<script>alert|<img(?! class="mark")/)
    const isolated =
      /<input[^>]*(dir="auto"|type="hidden")[^>]*>|<bdi[^>]*>.*?<\/bdi>|<(\w+)[^>]*dir="auto"[^>]*>.*?<\/\2>/gs
    expect(html.replace(isolated, ''), name).not.toContain('\u202E')
  })
})

describe('a page', () => {
  it('wears the colour of its business', () => {
    expect(page('dashboard')).toContain(`<style>${accentStyle(joinery.colour)}</style>`)
  })

  it('shows hostile text as it was typed', () => {
    expect(page('quote extreme')).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp;&lt;img',
    )
  })

  it.each(['dashboard reference', 'answer of ten lines'])(
    'is small, in every language: %s in 40 KB, 8 KB compressed and with its headers',
    async name => {
      addLanguages()
      for (const locale of ['en-US', 'de-DE', 'fr-FR', 'es-ES']) {
        const found = drawnPages({ formats: await formatsBy({ client: locale }) }).find(
          one => one.name === name,
        )
        if (!found) throw new Error(`no ${name}`)
        const answer = await answerOf(found)
        const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
        expect(new TextEncoder().encode(found.html).byteLength, locale).toBeLessThanOrEqual(40_000)
        expect((await gzipped(found.html)) + headers.length, locale).toBeLessThanOrEqual(8192)
      }
    },
  )
})

describe('a dead link', () => {
  it('names nobody and is the same every time', () => {
    const html = page('dead link')
    expect(html).toBe(drawnPages().find(({ name }) => name === 'dead link')?.html)
    expect(html).not.toContain(joinery.name)
    expect(html).toContain('This link is no longer active')
  })
})
