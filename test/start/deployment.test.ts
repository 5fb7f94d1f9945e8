// What wrangler.toml says of a deployment, where a wrong word would be noticed only in production.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './support/project.ts'

const toml = readFileSync(join(root, 'wrangler.toml'), 'utf8')

/** The lines of a table, by its header. */
const table = (name: string): string => {
  const [, ...rest] = toml.split(`[${name}]\n`)
  return (rest.join('').split(/^\[/m)[0] ?? '').trim()
}

describe('nothing that the platform logs by itself can hold a token', () => {
  test.each(['observability', 'observability.logs', 'observability.traces'])('%s is off', name => {
    expect(table(name)).toMatch(/^enabled = false$/m)
  })

  test('invocation logs are off by name too, for whoever turns logs on', () => {
    expect(table('observability.logs')).toMatch(/^invocation_logs = false$/m)
  })
})

test('every secret is required, so that a deploy without one fails', () => {
  for (const name of ['LINK_KEYS', 'SIGNING_KEYS', 'POSTMARK_SERVER_TOKEN', 'POSTMARK_WEBHOOK_PASSWORD']) {
    expect(table('secrets')).toContain(`"${name}"`)
  }
})

test('no development setting stands in the production vars', () => {
  expect(table('vars')).toMatch(/^MAIL_TRANSPORT = "postmark"$/m)
  expect(table('vars')).toMatch(/^POSTMARK_HOST = ""$/m)
  expect(toml).not.toMatch(/127\.0\.0\.1|localhost/)
})
