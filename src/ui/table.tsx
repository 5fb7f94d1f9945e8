/**
 * A table of what, how and how much. A table for every reader, at every width: where there is no room for three columns,
 * the middle one moves into the first, below what it is about, so no row has to be laid out as anything but a row.
 */
import type { Child, PropsWithChildren } from 'hono/jsx'

export type TableProps = PropsWithChildren<{
  caption: string
  columns: [string, string, string]
  /** The middle column holds words, not figures. */
  noted?: boolean
}>

/** The caption is the table's heading; the columns' names show where there is room for columns. */
export const Table = ({ caption, columns: [what, how, sum], noted, children }: TableProps) => (
  <table class={noted ? 'lines noted' : 'lines'}>
    <caption>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{what}</th>
        <th scope="col" class="how">
          {how}
        </th>
        <th scope="col">{sum}</th>
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
)

export type TableRowProps = { head: Child; how: Child; sum: string }

/** Longer than that, a sum may be broken where nothing else has room. */
const LONGEST_SUM = 14

/** One line; `head` is what the other cells are about. `how` stands twice, and is shown once. */
export const TableRow = ({ head, how, sum }: TableRowProps) => (
  <tr>
    <th scope="row">
      {head}
      <small class="under">{how}</small>
    </th>
    <td class="how">{how}</td>
    <td class={sum.length > LONGEST_SUM ? 'sum broken' : 'sum'}>{sum}</td>
  </tr>
)
