/** Where two pieces of JSON differ, as paths: `document.content.lines[2].total`. */

/** More than that help nobody. */
const MOST = 20

/** Deeper than any record; a file that nests further is not followed there. */
const DEEPEST = 16

/** The innermost paths at which `b` is not `a`; the empty path where they are different things altogether. */
export function differences(a: unknown, b: unknown): string[] {
  return found(a, b, '', 0).slice(0, MOST)
}

function found(a: unknown, b: unknown, path: string, depth: number): string[] {
  if (Object.is(a, b)) return []
  if (depth > DEEPEST || !isTree(a) || !isTree(b) || Array.isArray(a) !== Array.isArray(b)) return [path]
  const step = (key: string) => (Array.isArray(a) ? `${path}[${key}]` : path ? `${path}.${key}` : key)
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return keys.flatMap(key => found(own(a, key), own(b, key), step(key), depth + 1))
}

type Tree = Record<string, unknown>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** Own properties alone: a file may name `__proto__`. */
const own = (tree: Tree, key: string): unknown => (Object.hasOwn(tree, key) ? tree[key] : undefined)
