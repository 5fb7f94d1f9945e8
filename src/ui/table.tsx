/**
 * A table of what, how and how much. A table for every reader: columns on paper and wide screens; on a phone
 * its rows are stacked, and the roles say again what that layout takes away.
 */
import type { Child, PropsWithChildren } from 'hono/jsx'

// Some browsers forget that a table is one as soon as its rows are laid out otherwise. Spread, because the
// linter, rightly elsewhere, calls such roles redundant.
const as = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader', scope: 'col' },
  head: { role: 'rowheader', scope: 'row' },
  cell: { role: 'cell' },
} as const

export type TableProps = PropsWithChildren<{
  caption: string
  columns: [string, string, string]
  /** The middle column holds words, not figures. */
  noted?: boolean
}>

/** The caption is the table's heading; the columns' names show where there is room for columns. */
export const Table = ({ caption, columns, noted, children }: TableProps) => (
  <table {...as.table} class={noted ? 'lines noted' : 'lines'}>
    <caption>{caption}</caption>
    <thead {...as.group}>
      <tr {...as.row}>
        {columns.map(column => (
          <th {...as.column}>{column}</th>
        ))}
      </tr>
    </thead>
    <tbody {...as.group}>{children}</tbody>
  </table>
)

export type TableRowProps = { head: Child; how: Child; sum: string }

/** One line; `head` is what the other cells are about. */
export const TableRow = ({ head, how, sum }: TableRowProps) => (
  <tr {...as.row}>
    <th {...as.head}>{head}</th>
    <td {...as.cell} class="how">
      {how}
    </td>
    <td {...as.cell} class="sum">
      {sum}
    </td>
  </tr>
)
