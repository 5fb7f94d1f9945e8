// What is not as it should be, told once however many pages have it.

/** @typedef {{ figure: string, value: number, bar: string }} Figure */
/** @typedef {{ what: string, where: string, page: import('./shown.mjs').Shown }} Fault `what`: the same for all that are one */

/** Pages that are named before "and more". */
const NAMED = 4

/** @param {Fault[]} faults */
export function printFaults(faults) {
  for (const [what, same] of Object.entries(Object.groupBy(faults, fault => fault.what))) {
    const pages = [...new Set(same?.map(({ page }) => nameOf(page)))]
    const more = pages.length > NAMED ? `, and ${pages.length - NAMED} more` : ''
    const times = same?.length === pages.length ? '' : `, ${same?.length} times`
    console.log(`  ${what}\n    ${pages.slice(0, NAMED).join(', ')}${more}${times}`)
    if (same?.[0]?.where) console.log(`    ${same[0].where.replaceAll(/\s+/g, ' ').slice(0, 200)}`)
  }
}

/** @param {import('./shown.mjs').Shown} page */
export const nameOf = ({ name, locale }) => `${name} (${locale})`
