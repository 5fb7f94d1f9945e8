// The portal's own API, called as any program of a business would call it.
import { setTimeout as pause } from 'node:timers/promises'
import { Stop } from './stop.mjs'

/** @typedef {{ status: number, code?: string, title?: string, detail?: string, errors?: { pointer: string, detail: string }[] }} ProblemDocument */

/** The API said no: its problem document, for the caller to explain. */
export class ApiProblem extends Stop {
  /** @param {ProblemDocument} problem */
  constructor(problem) {
    super(`The API refused: ${problem.title ?? problem.status}. ${problem.detail ?? ''}`.trim())
    this.problem = problem
  }
}

/**
 * @param {string} origin
 * @param {string} key
 */
export function apiClient(origin, key) {
  /**
   * @param {string} method
   * @param {string} path behind /api/v1
   * @param {object} [body]
   * @returns {Promise<any>}
   */
  async function call(method, path, body) {
    for (;;) {
      const response = await send(method, path, body)
      if (response.status === 429) {
        await pause(1000 * Math.min(60, Number(response.headers.get('retry-after')) || 1))
        continue
      }
      const answer = await response.json().catch(() => ({}))
      if (response.ok) return answer
      throw new ApiProblem({ title: response.statusText, ...answer, status: response.status })
    }
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object | undefined} body
   */
  async function send(method, path, body) {
    // Whoever loads data means the newest version, whatever it is; the API wants that said (If-Match).
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'if-match': '*' }
    try {
      return await fetch(`${origin}/api/v1${path}`, {
        ...{ method, headers, signal: AbortSignal.timeout(60_000) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    } catch {
      throw new Stop(`${origin} does not answer. Is the portal running there? (\`npm run dev\` starts it.)`)
    }
  }

  /**
   * Every item of a list, page after page.
   * @param {string} path
   */
  async function list(path) {
    const items = []
    for (let cursor = ''; ; ) {
      const page = await call('GET', `${path}?limit=100${cursor}`)
      items.push(...page.data)
      if (!page.next_cursor) return items
      cursor = `&cursor=${encodeURIComponent(page.next_cursor)}`
    }
  }

  /**
   * Like `call`, but nothing where the API answers with one of these statuses.
   * @param {number[]} statuses
   * @param {string} path
   */
  async function getUnless(statuses, path) {
    try {
      return await call('GET', path)
    } catch (error) {
      if (error instanceof ApiProblem && statuses.includes(error.problem.status)) return undefined
      throw error
    }
  }

  return { origin, call, list, getUnless }
}
