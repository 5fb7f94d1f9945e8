// The settings of a development machine, in .dev.vars: made once, completed when a name is missing, and what
// stands there is never changed. The file holds secrets: it is readable by its owner alone and not committed.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { settingsFile } from './paths.mjs'
import { newLinkKey, newPassword, newSigningKey } from './secrets.mjs'

/** Name, what it is for, and a value for this machine. JSON stands in single quotes: only those keep `"` and `#`. */
const settings = /** @type {[string, string, () => string][]} */ ([
  [
    'BASE_URL',
    "the portal's origin; `npm run dev` overrides it with its port",
    () => 'http://127.0.0.1:8787',
  ],
  ['MAIL_TRANSPORT', 'messages are kept and shown at /mailbox', () => 'mailbox'],
  ['MAIL_FROM', 'made up', () => 'portal@localhost.example'],
  ['LINK_KEYS', 'make and check the portal links', () => newLinkKey('k1')],
  ['SIGNING_KEYS', 'sign the receipts', () => `'${JSON.stringify([newSigningKey('k1')])}'`],
  ['POSTMARK_SERVER_TOKEN', 'random: nothing is sent from here', newPassword],
  ['POSTMARK_WEBHOOK_PASSWORD', 'random', newPassword],
])

const heading = `# Settings of this machine, made by \`npm run dev\`: random, worth nothing elsewhere, never to be committed.
# Delete a line to have it made anew. Links made with other LINK_KEYS don't open: then \`npm run dev -- --fresh\`.
`

/**
 * Makes or completes the file.
 * @param {string} [file]
 * @returns {string[]} the names that were added
 */
export function ensureSettings(file = settingsFile) {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : heading
  const known = namesIn(before)
  const added = settings.filter(([name]) => !known.has(name))
  if (added.length === 0) return []
  const lines = added.map(([name, purpose, make]) => `# ${purpose}\n${name}=${make()}\n`)
  const after = `${before.replace(/(?<!\n)$/, '\n')}${lines.join('')}`
  // Written beside and moved into place: a start that is cut off leaves no half a key.
  writeFileSync(`${file}.new`, after, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return added.map(([name]) => name)
}

/** @param {string} text */
export const namesIn = text =>
  new Set([...text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*[=:]/gm)].map(match => match[1]))
