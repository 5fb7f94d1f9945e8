// What became different between the quote that was read and the one that stands.
import { Text } from '../../ui/parts.tsx'
import type { Change } from '../changes.ts'
import { refusalWords as words } from './words.ts'

export type { Change }

const Was = ({ before, after }: Omit<Change, 'what'>) => (
  <dl>
    <div>
      <dt>{words.was}</dt>
      <dd>{before === null ? <p>{words.added}</p> : <Text>{before}</Text>}</dd>
    </div>
    <div>
      <dt>{words.now}</dt>
      <dd>{after === null ? <p>{words.removed}</p> : <Text>{after}</Text>}</dd>
    </div>
  </dl>
)

/** Where nothing stands on either side, its name says it all. */
const One = ({ what, before, after }: Change) => (
  <li>
    <b dir="auto">{what}</b>
    {(before ?? after) !== null && <Was before={before} after={after} />}
  </li>
)

/** One below the other; before and after side by side where there is room. */
export const Changes = ({ changes }: { changes: Change[] }) => (
  <section class="changes" aria-label={words.changes}>
    <p>
      <strong>{words.changes}</strong>
    </p>
    <ul class="rows">
      {changes.map(change => (
        <One {...change} />
      ))}
    </ul>
  </section>
)
