// What became different between the quote that was read and the one that stands.
import { Text } from '../../ui/parts.tsx'
import { useWords } from '../../ui/surroundings.ts'
import { refusalWords } from '../answer-words.ts'
import type { Change } from '../changes.ts'

export type { Change }

const Was = ({ before, after }: Omit<Change, 'what'>) => {
  const words = useWords(refusalWords)
  return (
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
}

/** Where nothing stands on either side, its name says it all. */
const One = ({ what, before, after }: Change) => (
  <li>
    <b dir="auto">{what}</b>
    {(before ?? after) !== null && <Was before={before} after={after} />}
  </li>
)

/** One below the other; before and after side by side where there is room. */
export const Changes = ({ changes }: { changes: Change[] }) => {
  const title = useWords(refusalWords).changes
  return (
    <section class="changes" aria-label={title}>
      <p>
        <strong>{title}</strong>
      </p>
      <ul class="rows">
        {changes.map(change => (
          <One {...change} />
        ))}
      </ul>
    </section>
  )
}
