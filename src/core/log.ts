/**
 * What is logged of a fault: what went wrong and at which route, never the path, which may hold a token, never
 * a header, a body or a parameter.
 */
import type { Context } from 'hono'
import { routePath } from 'hono/route'

/** Logs a fault with the pattern of its route. */
export function logFault(error: Error, c: Context): void {
  const fault = {
    name: error.name,
    message: error.message,
    cause: causeOf(error),
    stack: error.stack?.split('\n')[1]?.trim(),
  }
  console.error(JSON.stringify({ route: `${c.req.method} ${routePath(c)}`, ...fault }))
}

/** Logs a fault of a scheduled run. */
export function logRunFault(run: string, error: unknown): void {
  const { name, message } = error instanceof Error ? error : new Error('unknown')
  console.error(JSON.stringify({ run, name, message, cause: error instanceof Error ? causeOf(error) : null }))
}

/** The innermost cause: what D1 itself said. It names tables and columns, never a value. */
function causeOf({ cause }: Error): string | null {
  if (!(cause instanceof Error)) return null
  return causeOf(cause) ?? `${cause.name}: ${cause.message}`
}
