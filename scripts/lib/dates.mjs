// Dates in a business's file: a calendar date, or days from today such as "+14d" and "-10d", so that an example
// stays believable on any day. Today is the business's own.

/**
 * @param {string} timeZone
 * @param {Date} [now]
 */
export const todayIn = (timeZone, now = new Date()) =>
  // Swedish writes dates as ISO 8601 does.
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now)

/**
 * @param {string} text
 * @param {string} today
 */
export function resolveDate(text, today) {
  const days = /^([+-]\d+)d$/.exec(text)?.[1]
  return days ? new Date(Date.parse(today) + Number(days) * 86_400_000).toISOString().slice(0, 10) : text
}

/** Whether such a day exists: 2026-02-30 does not. */
export const isDay = (/** @type {string} */ text) =>
  !Number.isNaN(Date.parse(text)) && new Date(Date.parse(text)).toISOString().startsWith(text)
