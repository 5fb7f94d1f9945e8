// The portal's own API, called as any program of a business would call it: by openapi-fetch, with the types that are
// generated from the API's description (`npm run client`).
import { setTimeout as pause } from 'node:timers/promises'
import { Stop } from './stop.mjs'

/** @typedef {{ status: number, code?: string, title?: string, detail?: string, errors?: { pointer: string, detail: string }[] }} ProblemDocument */
/** @typedef {import('openapi-fetch').Client<import('./api-types.d.ts').paths>} Client */
/** @typedef {Awaited<ReturnType<typeof apiClient>>} Api */

/**
 * @template Data
 * @typedef {Promise<{ data?: Data, error?: unknown, response: Response }>} Asked
 */

/** The API said no: its problem document, for the caller to explain. */
export class ApiProblem extends Stop {
  /** @param {ProblemDocument} problem */
  constructor(problem) {
    super(`The API refused: ${problem.title ?? problem.status}. ${problem.detail ?? ''}`.trim())
    this.problem = problem
  }
}

/** Whoever loads data means the newest version, whatever it is; the API wants that said. */
export const newest = { 'If-Match': '*' }

/**
 * @param {string} origin
 * @param {string} key
 */
export async function apiClient(origin, key) {
  // Only now: commands read this file before the packages are installed.
  const { default: createClient } = await import('openapi-fetch')
  /** @type {Client} */
  const client = createClient({
    baseUrl: `${origin}/api/v1`,
    headers: { authorization: `Bearer ${key}` },
    fetch: request => patiently(origin, request),
  })
  return { origin, client, answer, every, answerUnless }
}

/**
 * Sends a request, again and again while there have been too many.
 * @param {string} origin
 * @param {Request} request
 */
async function patiently(origin, request) {
  for (;;) {
    const response = await fetch(request.clone(), { signal: AbortSignal.timeout(60_000) }).catch(() => {
      throw new Stop(`${origin} does not answer. Is the portal running there? (\`npm run dev\` starts it.)`)
    })
    if (response.status !== 429) return response
    await pause(1000 * Math.min(60, Number(response.headers.get('retry-after')) || 1))
  }
}

/**
 * What the API answers with; throws ApiProblem where it refuses.
 * @template Data
 * @param {Asked<Data>} asked
 * @returns {Promise<Data>}
 */
async function answer(asked) {
  const { data, error, response } = await asked
  if (response.ok) return /** @type {Data} */ (data)
  const said = typeof error === 'object' ? error : {}
  throw new ApiProblem({ title: response.statusText, ...said, status: response.status })
}

/**
 * Every item of a list, page after page.
 * @template Item
 * @param {(query: { limit: string, cursor?: string }) => Asked<{ data: Item[], next_cursor: string | null }>} page
 */
async function every(page) {
  const items = []
  for (let cursor = {}; ; ) {
    const { data, next_cursor } = await answer(page({ limit: '100', ...cursor }))
    items.push(...data)
    if (!next_cursor) return items
    cursor = { cursor: next_cursor }
  }
}

/**
 * Like `answer`, but nothing where the API refuses with one of these statuses.
 * @template Data
 * @param {number[]} statuses
 * @param {Asked<Data>} asked
 */
async function answerUnless(statuses, asked) {
  try {
    return await answer(asked)
  } catch (error) {
    if (error instanceof ApiProblem && statuses.includes(error.problem.status)) return undefined
    throw error
  }
}
