// What mail clients make of a mail's HTML, by the data of caniemail.com that the package caniemail brings along.
import { caniemail, rawData } from 'caniemail'

type Versions = Record<string, string>

/** Per feature: family, client, and what each version of it makes of the feature ("y", "a" in part, "n" not, "u" unknown). */
const support = new Map(rawData.data.map(({ title, stats }) => [title, stats as Stats]))
type Stats = Record<string, Record<string, Versions>>

const families = ['gmail', 'outlook', 'apple-mail']

// The package finds out which features a mail uses, but stops at one of which it knows nothing in some client, and takes
// "2016" for newer than "16.80". So it is asked about a single client that supports nothing: its answer is all features.
const probe = 'gmail.desktop-webmail'
for (const feature of rawData.data)
  Object.assign(feature, { stats: { gmail: { 'desktop-webmail': { '1': 'n' } } } })

/** The features that a mail uses, by caniemail's titles. */
export function featuresOf(html: string): string[] {
  const { issues } = caniemail({ clients: [probe], html })
  return [...new Set([...issues.errors.values()].flat().map(({ title }) => title))]
}

/** What the newest version makes of it. The order of the data is by time, but whole numbers come first in any object. */
const isUnsupported = (versions: Versions): boolean => {
  const inOrder = Object.keys(versions)
  const newest = [inOrder.at(-1), inOrder.toSorted().at(-1)]
  return newest.some(version => versions[version ?? '']?.startsWith('n'))
}

/** The clients of Gmail, Outlook and Apple Mail that don't support a feature: `outlook.windows`. */
export function clientsWithout(title: string): string[] {
  const stats = support.get(title)
  if (!stats) throw new Error(`caniemail knows no “${title}”`)
  return families.flatMap(family =>
    Object.entries(stats[family] ?? {})
      .filter(([, versions]) => isUnsupported(versions))
      .map(([client]) => `${family}.${client}`),
  )
}

/** `border-radius: outlook.windows, …` for each feature of a mail that one of them doesn't support. */
export const unsupportedIn = (html: string): string[] =>
  featuresOf(html)
    .map(title => ({ title, clients: clientsWithout(title) }))
    .filter(({ clients }) => clients.length > 0)
    .map(({ title, clients }) => `${title}: ${clients.join(', ')}`)
