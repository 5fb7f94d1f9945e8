// JSON with one thing changed: every value, name, order, in every place of it. Objects are kept as lists of members,
// so that a name can stand twice.

export type Tree = null | boolean | number | string | Tree[] | Members
export type Change = { what: string; tree: Tree }

export class Members {
  list: [string, Tree][]
  constructor(list: [string, Tree][]) {
    this.list = list
  }
}

export const read = (text: string): Tree => treeOf(JSON.parse(text))

function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) return value.map(treeOf)
  if (typeof value !== 'object' || value === null) return value as Tree
  return new Members(Object.entries(value).map(([name, member]) => [name, treeOf(member)]))
}

/** As JSON.stringify writes it, or with the members in canonical order. */
export function write(tree: Tree, canonical: boolean): string {
  if (Array.isArray(tree)) return `[${tree.map(item => write(item, canonical)).join(',')}]`
  if (!(tree instanceof Members)) return JSON.stringify(tree)
  const list = canonical ? tree.list.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) : tree.list
  return `{${list.map(([name, member]) => `${JSON.stringify(name)}:${write(member, canonical)}`).join(',')}}`
}

/** Every tree that is this one but for a single change; `what` says which. */
export function* changesOf(tree: Tree, path = '$'): Generator<Change> {
  for (const other of othersThan(tree)) yield { what: `${path} becomes ${write(other, false)}`, tree: other }
  if (Array.isArray(tree)) yield* changesOfList(tree, path)
  if (tree instanceof Members) yield* changesOfMembers(tree, path)
}

/** Values to stand instead: near ones first. */
function othersThan(tree: Tree): Tree[] {
  if (typeof tree === 'number') return [tree + 1, -tree, tree / 10, String(tree), null]
  if (typeof tree === 'string')
    return [`${tree} `, tree.slice(1), swapCase(tree), tree.normalize('NFD'), '', null, 0]
  if (tree === null) return ['', 'null', 0, false, [], new Members([])]
  if (typeof tree === 'boolean') return [!tree, String(tree)]
  return [null, '', [], new Members([]), [tree], write(tree, true)]
}

const swapCase = (text: string): string =>
  text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase()

function* changesOfList(list: Tree[], path: string): Generator<Change> {
  yield { what: `${path} backwards`, tree: list.toReversed() }
  yield { what: `${path} gets an item`, tree: [...list, null] }
  for (const [at, item] of list.entries()) {
    const here = `${path}[${at}]`
    yield { what: `${here} goes`, tree: list.toSpliced(at, 1) }
    yield { what: `${here} twice`, tree: list.toSpliced(at, 0, item) }
    for (const { what, tree } of changesOf(item, here)) yield { what, tree: list.with(at, tree) }
  }
}

function* changesOfMembers({ list }: Members, path: string): Generator<Change> {
  const others: [string, [string, Tree][]][] = [
    ['backwards', list.toReversed()],
    ['gets a member', [...list, ['more', null]]],
    ['gets a prototype', [['__proto__', new Members([['format', 'x']])], ...list]],
  ]
  for (const [what, other] of others) yield { what: `${path} ${what}`, tree: new Members(other) }
  for (const [at, member] of list.entries()) yield* changesOfMember(list, at, member, `${path}.${member[0]}`)
}

function* changesOfMember(
  list: [string, Tree][],
  at: number,
  [name, value]: [string, Tree],
  path: string,
): Generator<Change> {
  const others: [string, [string, Tree][]][] = [
    ['goes', list.toSpliced(at, 1)],
    ['renamed', list.with(at, [`${name}_`, value])],
    ['in capitals', list.with(at, [swapCase(name), value])],
    ['twice', list.toSpliced(at, 0, [name, value])],
    ['twice, the first another', list.toSpliced(at, 0, [name, 'x'])],
    ['twice, the last another', list.toSpliced(at + 1, 0, [name, 'x'])],
  ]
  for (const [what, other] of others) yield { what: `${path} ${what}`, tree: new Members(other) }
  for (const { what, tree } of changesOf(value, path))
    yield { what, tree: new Members(list.with(at, [name, tree])) }
}
