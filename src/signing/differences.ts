/** Where a copy differs from its original, as paths: `document.content.lines[2].total`. */

/** More than that help nobody. */
const MOST = 20

/**
 * The innermost paths at which the copy is not the original. Only the original's own keys are followed and named, so
 * nothing that somebody wrote into the copy is repeated: a key too many counts at the place that holds it.
 */
export function differences(original: unknown, copy: unknown): string[] {
  const found: string[] = []
  compare(original, copy, '', found)
  return found
}

function compare(original: unknown, copy: unknown, path: string, found: string[]): void {
  if (found.length >= MOST || Object.is(original, copy)) return
  if (!isTree(original) || !isTree(copy) || !alike(original, copy)) {
    found.push(path)
    return
  }
  for (const [key, value] of Object.entries(original)) {
    const step = Array.isArray(original) ? `${path}[${key}]` : path ? `${path}.${key}` : key
    compare(value, Object.hasOwn(copy, key) ? copy[key] : undefined, step, found)
  }
}

type Tree = Record<string, unknown>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** Of one kind, and the copy without a key of its own. */
const alike = (original: Tree, copy: Tree): boolean =>
  Array.isArray(original) === Array.isArray(copy) &&
  Object.keys(copy).every(key => Object.hasOwn(original, key))
