/**
 * The business's colour, made readable. A business may choose any `#rrggbb`; text and lines drawn in it must
 * still reach WCAG's 4.5:1 on every ground of ours, in light and in dark, and so must the ink upon it.
 */

/** The grounds that text stands on; the stylesheet takes its own values from here. */
export const grounds = {
  light: { paper: '#f7f6f2', card: '#ffffff', tint: '#efece5' },
  dark: { paper: '#131312', card: '#1d1c1b', tint: '#292826' },
} as const

/** What the dark pages are written in; the stylesheet takes it from here. */
export const DARK_INK = '#f1eee9'

const OWN_COLOUR = '#14594b'
const READABLE = 4.5
/** On a dark ground a saturated colour of no more than that still tires the eye. */
const COMFORTABLE = 6
/** From here on a colour is dark enough that deepening it for white ink still looks like itself. */
const NEARLY_READABLE = 3

type Rgb = readonly [number, number, number]
const BLACK: Rgb = [0, 0, 0]
const WHITE: Rgb = [255, 255, 255]

const parse = (hex: string): Rgb =>
  [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb

const format = (rgb: Rgb): string => `#${rgb.map(part => part.toString(16).padStart(2, '0')).join('')}`

const linear = (part: number): number => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4)

const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

const ratio = (one: Rgb, other: Rgb): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((part, at) => Math.round(part + ((to[at] as number) - part) * share)) as unknown as Rgb

/** The colour, moved towards `end` only as far as it must be to stand out from all of `others`. */
function readableAgainst(others: readonly Rgb[], colour: Rgb, end: Rgb, goal = READABLE): Rgb {
  for (let step = 0; step < 50; step++) {
    const tried = mix(colour, end, step / 50)
    if (others.every(other => ratio(tried, other) >= goal)) return tried
  }
  return end
}

const groundsOf = (scheme: keyof typeof grounds): Rgb[] => Object.values(grounds[scheme]).map(parse)

/** A surface of the business's own colour, and the ink that reads on it. */
function surface(colour: Rgb): { fill: Rgb; ink: Rgb } {
  const ink = ratio(colour, WHITE) >= NEARLY_READABLE ? WHITE : BLACK
  return { fill: readableAgainst([ink], colour, ink === WHITE ? BLACK : WHITE), ink }
}

/** WCAG 2 contrast of two `#rrggbb` colours, 1 to 21. */
export const contrast = (one: string, other: string): number => ratio(parse(one), parse(other))

/**
 * As text and lines on light and on dark, as a surface, as ink upon that surface, and as a surface among dark ones, on which
 * the dark pages' own ink reads.
 */
export type Accent = { light: string; dark: string; fill: string; onFill: string; deep: string }

/** Kept, because a page needs it twice and finding it costs as much as drawing a page; bounded, as colours are given. */
const known = new Map<string, Accent>()

/** What the pages use of a business's colour; anything but `#rrggbb` gives our own. */
export function accentOf(colour: string | null): Accent {
  const chosen = colour !== null && /^#[0-9a-f]{6}$/i.test(colour) ? colour : OWN_COLOUR
  const accent = known.get(chosen) ?? made(parse(chosen))
  if (known.size >= 1000) known.clear()
  known.set(chosen, accent)
  return accent
}

function made(chosen: Rgb): Accent {
  const { fill, ink } = surface(chosen)
  const light = readableAgainst(groundsOf('light'), chosen, BLACK)
  const dark = readableAgainst(groundsOf('dark'), chosen, WHITE, COMFORTABLE)
  const deep = readableAgainst(
    [parse(DARK_INK)],
    mix(chosen, parse(grounds.dark.card), 0.4),
    BLACK,
    COMFORTABLE,
  )
  return {
    ...{ light: format(light), dark: format(dark), fill: format(fill), onFill: format(ink) },
    deep: format(deep),
  }
}

/** The text of a page's second style element: these bytes are hashed for the Content-Security-Policy. */
export function accentStyle(colour: string | null): string {
  const { light, dark, fill, onFill, deep } = accentOf(colour)
  const inDark = `--accent:${dark};--owed:${deep};--on-owed:${DARK_INK}`
  const rule = `--accent:${light};--fill:${fill};--on-fill:${onFill};--owed:${fill};--on-owed:${onFill}`
  return `:root{${rule}}@media screen and (prefers-color-scheme:dark){:root{${inDark}}}`
}
