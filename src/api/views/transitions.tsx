// The lives of quotes and invoices in the documentation: the tables that the rules are made of.
import { invoiceTransitions, quoteTransitions } from '../../documents/transitions.ts'
import { DocsFrame } from './frame.tsx'

export const TransitionsPage = () => (
  <DocsFrame
    title="Transitions"
    lead="What each act makes of a document in each situation, or the code with which it is refused. Redraft: taken back to draft after it was sent. Lapsed: past its last day. Free: with nothing to pay. Paying what is due makes an invoice paid."
  >
    <Lives caption="Quotes" table={quoteTransitions} />
    <Lives caption="Invoices" table={invoiceTransitions} />
  </DocsFrame>
)

type Table = Record<string, Record<string, string>>

const Lives = ({ caption, table }: { caption: string; table: Table }) => (
  <section>
    <h2>{caption}</h2>
    {Object.entries(table).map(([act, cells]) => (
      <dl class="facts">
        <div>
          <dt>{act}</dt>
          <dd>
            {Object.entries(cells).map(([situation, cell]) => (
              <span class="case">
                {situation} → {cell.includes('_') ? <code>{cell}</code> : <b>{cell}</b>}
              </span>
            ))}
          </dd>
        </div>
      </dl>
    ))}
  </section>
)
