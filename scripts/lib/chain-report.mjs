// The records of one business as a chain, in words: whether they are whole, and what is missing, changed or cut off.
import { chainFaults } from '../../src/signing/chain.ts'

/**
 * @typedef {import('../../src/signing/record.ts').Acceptance} Acceptance
 * @typedef {import('../../src/signing/record.ts').ChainHead} ChainHead
 * @typedef {import('../../src/signing/chain.ts').ChainFault} ChainFault
 * @typedef {{ name: string, hash: string, record: Acceptance | ChainHead }} File a file that is valid by itself
 * @typedef {{ name: string, hash: string, record: Acceptance }} Link
 * @typedef {{ links: Link[], first: number, last: number, heads: ChainHead[], day: (head: ChainHead) => string }} Chain
 */

/**
 * @param {File[]} files of one business, one at least
 * @param {{ instant: (ms: number, zone: string) => string }} formats
 */
export function chainReport(files, formats) {
  const day = (/** @type {ChainHead} */ { sealed_at }) => formats.instant(Date.parse(sealed_at), 'UTC')
  const heads = files.flatMap(({ record }) => (isHead(record) ? [record] : []))
  const links = recordsIn(files)
  const first = links[0]?.record.chain.sequence ?? 1
  const chain = { links, first, last: links.at(-1)?.record.chain.sequence ?? 0, heads, day }
  const faults = links.length > 0 ? faultsIn(chain) : noRecords
  const title = `The chain of ${files[0]?.record.business.name}`
  return { title, lines: faults.length > 0 ? faults : wholeness(chain), holds: faults.length === 0 }
}

/** @param {Acceptance | ChainHead} record @returns {record is ChainHead} */
const isHead = record => record.format === 'semaquote/chain-head@1'

const noRecords = ['No record of it is among these files: there is nothing to compare its head with.']

/** In their order, the same file given twice once. @param {File[]} files */
function recordsIn(files) {
  const links = files.flatMap(({ name, hash, record }) => (isHead(record) ? [] : [{ name, hash, record }]))
  return [...new Map(links.map(link => [link.hash, link])).values()].sort(
    (a, b) => a.record.chain.sequence - b.record.chain.sequence,
  )
}

/** Heads that were sealed right before the first record here: each stands for all that came before it. @param {Chain} chain */
const sealedBefore = ({ heads, first }) => heads.filter(({ chain }) => chain.sequence === first - 1)

/** @param {Chain} chain */
function faultsIn(chain) {
  const { links, first, last, heads, day } = chain
  const before = sealedBefore(chain)
  const others = before.filter(head => head.chain.hash !== links[0]?.record.chain.previous_hash)
  const inside = heads.filter(head => head.chain.sequence >= first)
  const faults = chainFaults(links, inside)
    .filter(({ at }) => at >= first || before.length === 0)
    // A record that a head names and that lies in a gap is missing there already.
    .filter(({ at, fault }) => fault !== 'cut' || at > last)
    .map(fault => sentence(fault, chain))
  return [
    ...others.map(head => `Record ${first} does not follow the one that the head of ${day(head)} sealed.`),
    ...faults,
  ]
}

/** @param {ChainFault} fault @param {Chain} chain */
function sentence({ at, fault }, { links, first, last, heads, day }) {
  const head = heads.find(({ chain }) => chain.sequence === at)
  const sealed = head && `the head of ${day(head)}`
  if (fault === 'missing') {
    const next = links.find(({ record }) => record.chain.sequence > at)?.record.chain.sequence ?? at + 1
    const advice = at < first ? ` A head that was sealed at record ${next - 1} can stand for them.` : ''
    return `${records(at, next - 1)} not given, or taken away.${advice}`
  }
  if (fault === 'cut')
    return `The chain ends too early, at record ${last}: ${sealed} goes on to record ${at}. ${records(last + 1, at)} not given, or cut off.`
  if (fault === 'other_head')
    return `Record ${at} is not the one that ${sealed} sealed: one of the two belongs to another history.`
  if (fault === 'out_of_place')
    return `There are several records with the number ${at} (${namesOf(links, at)}): only one can belong to this chain.`
  return at === 1
    ? 'Record 1 names a record before it, and there can be none.'
    : `Record ${at} does not follow record ${at - 1}: it names another one as the one before it.`
}

/** @param {number} from @param {number} to */
const records = (from, to) => (from === to ? `Record ${from} was` : `Records ${from} to ${to} were`)

/** @param {Link[]} links @param {number} at */
const namesOf = (links, at) =>
  links.flatMap(({ name, record }) => (record.chain.sequence === at ? [name] : [])).join(', ')

/** What is shown, and what is not. @param {Chain} chain */
function wholeness(chain) {
  const { first, last, heads, day } = chain
  const [before] = sealedBefore(chain)
  const newest = heads
    .filter(head => head.chain.sequence >= first)
    .sort((a, b) => b.chain.sequence - a.chain.sequence)[0]
  const sealed = newest?.chain.sequence ?? 0
  return [
    ...(first < last
      ? [`Records ${first} to ${last} are whole: each follows the one before, none is missing.`]
      : []),
    ...(before ? [`Record ${first} follows the one that the head of ${day(before)} sealed.`] : []),
    ...(newest ? [`Up to record ${sealed} it is what the head of ${day(newest)} sealed.`] : []),
    ...(sealed < last
      ? [`Nothing here shows whether there were more after record ${last}: that takes a head sealed later.`]
      : []),
  ]
}
