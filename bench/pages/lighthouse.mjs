// Lighthouse on its emulated phone: its own form factor and throttling, one page after the other in one browser.
import { setTimeout as pause } from 'node:timers/promises'
import { startChrome } from './chrome.mjs'
import { nameOf, printFaults } from './faults.mjs'

/** @typedef {import('./shown.mjs').Shown} Shown */
/** @typedef {{ id: string, title: string, score: number | null, numericValue?: number, displayValue?: string, explanation?: string, details?: { items?: object[] } }} Audit */
/** @typedef {{ title: string, score: number | null, auditRefs: { id: string, weight: number }[] }} Category */
/** @typedef {{ audits: Record<string, Audit>, categories: Record<string, Category>, runtimeError?: { message: string } }} Report */
/** @typedef {{ page: Shown, report: Report, rounds: number }} Measured */

const categories = ['performance', 'accessibility', 'best-practices', 'seo']

/**
 * Two audits of "seo" that the portal fails on purpose; that score is of the others. is-crawlable: every page says noindex, because a link is private.
 * robots-txt: Lighthouse fetches that file from inside the page, whose policy lets it fetch nothing, so it can only fail.
 */
const skipAudits = ['is-crawlable', 'robots-txt']

/** A busy machine makes a page slower and never faster: so the best of these rounds is what comes near to the page's own. */
const ROUNDS = 3

/**
 * @param {string} browser its path
 * @param {Shown[]} pages
 * @returns {Promise<import('./faults.mjs').Figure[]>}
 */
export async function lit(browser, pages) {
  console.log(`Lighthouse: ${pages.length} pages, each with its ${categories.join(', ')}`)
  const { port, end } = await startChrome(browser)
  try {
    const all = await everyOne(await onPort(port), pages)
    printFaults(all.flatMap(faultsOf))
    return figuresOf(all)
  } finally {
    await end()
  }
}

/**
 * Lighthouse, driving the browser that listens there.
 * @param {number} port
 * @returns {Promise<(url: string) => Promise<Report>>}
 */
async function onPort(port) {
  // By a name that the types don't follow: who only checks them has not installed it.
  const { default: lighthouse } = await import(/** @type {string} */ ('lighthouse'))
  const flags = { port, logLevel: 'error', output: 'json', disableFullPageScreenshot: true }
  const options = { ...flags, onlyCategories: categories, skipAudits }
  return async url => (await lighthouse(url, options)).lhr
}

/**
 * @param {(url: string) => Promise<Report>} once
 * @param {Shown[]} pages
 */
async function everyOne(once, pages) {
  const all = []
  for (const page of pages) {
    const measured = await best(once, page)
    all.push(measured)
    console.log(`  ${all.length}/${pages.length} ${lineOf(measured)}`)
  }
  return all
}

/**
 * @param {(url: string) => Promise<Report>} once
 * @param {Shown} page
 * @returns {Promise<Measured>}
 */
async function best(once, page) {
  const reports = [await once(page.url)]
  while (reports.length < ROUNDS && scoreOf(reports.at(-1), 'performance') < 100) {
    await pause(1000)
    reports.push(await once(page.url))
  }
  const [report] = reports.sort((a, b) => scoreOf(b, 'performance') - scoreOf(a, 'performance'))
  return { page, report: /** @type {Report} */ (report), rounds: reports.length }
}

/** @param {Report | undefined} report @param {string} category */
const scoreOf = (report, category) => Math.round(100 * (report?.categories[category]?.score ?? 0))

/** @param {Report} report @param {string} audit */
const numberOf = ({ audits }, audit) => audits[audit]?.numericValue ?? Number.NaN

/** @param {Report} report */
const requestsOf = ({ audits }) => audits['network-requests']?.details?.items?.length ?? Number.NaN

/** What is counted of a page, and the most that it may be; without a bar where it is only told. */
const counts =
  /** @type {{ name: string, short: string, of: (report: Report) => number, bar: string, most?: number }[]} */ ([
    {
      ...{ name: 'layout shift', short: 'shift', bar: '0', most: 0 },
      of: report => numberOf(report, 'cumulative-layout-shift'),
    },
    {
      ...{ name: 'total blocking time, ms', short: 'ms blocked', bar: '' },
      of: report => Math.round(numberOf(report, 'total-blocking-time')),
    },
    { ...{ name: 'requests', short: 'requests', bar: '1', most: 1 }, of: requestsOf },
    {
      ...{ name: 'bytes, compressed, with headers', short: 'bytes', bar: '≤ 8192', most: 8192 },
      of: report => numberOf(report, 'total-byte-weight'),
    },
  ])

/** @param {Measured} measured */
function lineOf({ page, report, rounds }) {
  const scores = categories.map(category => scoreOf(report, category)).join(' ')
  const values = counts.map(({ short, of }) => `${of(report)} ${short}`).join(', ')
  return `${nameOf(page)}: ${scores}, ${values}${rounds > 1 ? `, best of ${rounds} rounds` : ''}`
}

/** @param {Measured} measured */
const faultsOf = ({ page, report }) => [
  ...(report.runtimeError ? [{ what: report.runtimeError.message, where: '', page }] : []),
  ...categories.flatMap(name => failedAudits(report, name).map(fault => ({ ...fault, page }))),
  ...counts
    .filter(({ of, most = Number.POSITIVE_INFINITY }) => of(report) > most)
    .map(({ name, of, bar }) => ({ what: `${name}: the bar is ${bar}`, where: String(of(report)), page })),
]

/**
 * What keeps a category from 100.
 * @param {Report} report
 * @param {string} name
 */
function failedAudits(report, name) {
  // A measure of speed may lack some of its score where the whole lacks none.
  if (name === 'performance' && scoreOf(report, name) === 100) return []
  const { audits, categories } = report
  const refs = categories[name]?.auditRefs ?? []
  const counting = refs.filter(({ weight }) => weight > 0).map(({ id }) => audits[id])
  const failed = counting.filter(audit => audit && audit.score !== null && audit.score < 1)
  return failed.map(audit => ({
    what: `${name}: ${audit?.id}: ${audit?.title}${name === 'performance' ? '' : shown(audit?.explanation)}`,
    where: [audit?.displayValue, JSON.stringify(audit?.details?.items?.[0])].filter(Boolean).join(' '),
  }))
}

const shown = (text = '') => text && ` (${text})`

/** @param {Measured[]} all */
function figuresOf(all) {
  const worst = `Lighthouse, the worst of ${all.length} pages: `
  const lowest = (/** @type {string} */ category) =>
    Math.min(...all.map(({ report }) => scoreOf(report, category)))
  return [
    ...categories.map(category => {
      const named =
        category === 'seo' ? `seo without ${skipAudits.join(' and ')}` : category.replace('-', ' ')
      return { figure: worst + named, value: lowest(category), bar: '100' }
    }),
    ...counts.map(({ name, of, bar }) => {
      return { figure: worst + name, value: Math.max(...all.map(({ report }) => of(report))), bar }
    }),
  ]
}
