// The Worker's sources as data, for tests that read them: where each file lies, what it imports, how long it is.
const texts = import.meta.glob<string>('../../src/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** `names`: what is imported by value; `type` imports leave no trace in the bundle and stand apart. */
export type Import = { from: string; to: string; names: string[]; types: string[] }

export type Source = {
  /** Below src: `quotes/store/portal.ts`. */
  path: string
  /** The folder: `quotes`; empty at the top level. */
  noun: string
  /** The file's or its folder's name inside the noun: `store`. */
  role: string
  text: string
  lines: number
  imports: Import[]
  /** What is imported from packages: `hono`. */
  packages: string[]
}

const statement =
  /^(?:import|export)\s+(?:(type)\s+)?(?:([\w*{}\s,]*?)\s+from\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm

export const sources: Source[] = Object.entries(texts).map(([file, text]) => {
  const path = file.replace('../../src/', '')
  const [noun = '', below = ''] = path.includes('/') ? path.split('/') : ['', path]
  const all = importsOf(path, text)
  return {
    ...{ path, noun, role: below.replace(/\.tsx?$/, ''), text, lines: text.split('\n').length - 1 },
    imports: all.filter(one => one.to !== ''),
    packages: packagesOf(text),
  }
})

/** The source text without its comments. */
export const codeOf = ({ text }: Source): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

export const sourceAt = (path: string): Source => {
  const found = sources.find(one => one.path === path)
  if (!found) throw new Error(`no source ${path}`)
  return found
}

function importsOf(from: string, text: string): Import[] {
  return [...text.matchAll(statement)].map(([, allTypes, clause = '', name, dynamic]) => {
    const names = clause
      .replace(/[{}]/g, ' ')
      .split(',')
      .map(one => one.trim())
      .filter(Boolean)
    const isType = (one: string) => allTypes !== undefined || one.startsWith('type ')
    return {
      ...{ from, to: resolved(from, name ?? dynamic ?? '') },
      names: names.filter(one => !isType(one)),
      types: names.filter(isType).map(one => one.replace(/^type /, '')),
    }
  })
}

function packagesOf(text: string): string[] {
  const names = [...text.matchAll(statement)].map(([, , , name, dynamic]) => name ?? dynamic ?? '')
  return names.filter(name => !name.startsWith('.'))
}

/** Where a relative import leads below src; empty for a package. */
function resolved(from: string, name: string): string {
  if (!name.startsWith('.')) return ''
  return new URL(name, `file:///${from}`).pathname.slice(1)
}
