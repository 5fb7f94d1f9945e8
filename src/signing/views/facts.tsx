// Names and values below one another: what was recorded, or what a receipt says.
import type { Child } from 'hono/jsx'

export type FactRow = {
  label: string
  /** One or several; those that are null are left out, and so is a row that has none. */
  values: (Child | null)[]
  /** To compare character by character. */
  code?: boolean | undefined
}

/** Rows of a name and its values. */
export const Facts = ({ rows }: { rows: FactRow[] }) => (
  <dl class="facts">
    {rows.map(({ label, values, code }) => {
      const known = values.filter(value => value !== null)
      return (
        known.length > 0 && (
          <div>
            <dt>{label}</dt>
            {known.map(value => (
              <dd>{code ? <code>{value}</code> : value}</dd>
            ))}
          </div>
        )
      )
    })}
  </dl>
)
