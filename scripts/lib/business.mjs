// A new business and its first API key, as the rows that the Worker would write: there is no API without a key.
import { hashOf, newApiKey, newId, shortIdOf } from './api-key.mjs'
import { Stop } from './stop.mjs'
import { insert } from './wrangler.mjs'

/** As the API takes it (src/core/fields.ts). */
const emailShape = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(\.[^\s@<>()[\],;:"\\.]+)+$/

const allScopes = 'read write links admin'

/** @typedef {{ name: string, email: string, locale?: string | undefined, currency?: string | undefined, time_zone?: string | undefined }} Profile */

/**
 * The key is in the answer and nowhere else: the SQL holds its hash.
 * @param {Profile} profile
 * @param {number} [now]
 */
export function newBusiness(profile, now = Date.now()) {
  const { name, email, locale = 'en-US', currency = 'USD', time_zone = 'UTC' } = checked(profile)
  const id = newId('biz', now)
  const business = insert('businesses', {
    ...{ id, name, email, locale, currency, time_zone },
    ...{ created_at: now, updated_at: now },
  })
  const { key, sql } = newKey(id, now)
  return { id, key, sql: `${business} ${audit(id, id, 'business.created', now)} ${sql}` }
}

/**
 * One more key for a business that is there.
 * @param {string} businessId
 * @param {number} [now]
 */
export function newKey(businessId, now = Date.now()) {
  const key = newApiKey()
  const id = newId('key', now)
  const short_id = shortIdOf(key)
  const row = { id, business_id: businessId, name: 'First key', key_hash: hashOf(key), short_id }
  const sql = insert('api_keys', { ...row, scopes: allScopes, created_at: now })
  const details = { short_id, scopes: allScopes, replaces: null }
  return { key, sql: `${sql} ${audit(businessId, id, 'api_key.created', now, details)}` }
}

/**
 * @param {string} businessId
 * @param {string} objectId
 * @param {string} action
 * @param {number} now
 * @param {Record<string, string | null>} [details]
 */
const audit = (businessId, objectId, action, now, details = {}) =>
  insert('audit_entries', {
    id: newId('aud', now),
    business_id: businessId,
    at: now,
    actor_kind: 'system',
    action,
    object_id: objectId,
    details: JSON.stringify(details),
  })

/** @param {Profile} profile */
function checked(profile) {
  const { name, email, locale, currency, time_zone } = profile
  refuse(!name.trim() || name.length > 200, 'The name must have 1 to 200 characters.')
  refuse(!emailShape.test(email), `"${email}" is no email address.`)
  refuse(!!currency && !/^[A-Z]{3}$/.test(currency), `"${currency}" is no currency code such as USD or EUR.`)
  refuse(
    !!locale && !works(() => new Intl.Locale(locale)),
    `"${locale}" is no locale such as en-US or de-DE.`,
  )
  refuse(
    !!time_zone && !works(() => new Intl.DateTimeFormat('en', { timeZone: time_zone })),
    `"${time_zone}" is no time zone such as America/New_York.`,
  )
  return profile
}

/**
 * @param {boolean} wrong
 * @param {string} sentence
 */
function refuse(wrong, sentence) {
  if (wrong) throw new Stop(sentence, 2)
}

/** @param {() => unknown} attempt */
function works(attempt) {
  try {
    attempt()
    return true
  } catch {
    return false
  }
}
