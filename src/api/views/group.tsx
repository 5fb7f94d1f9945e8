// The operations of one noun in the documentation, the key to try them with, and what their answers hold.
import { raw } from 'hono/html'
import { Go } from '../../ui/parts.tsx'
import type { Json } from '../describe.ts'
import type { Group } from '../operations.ts'
import { tryScript } from '../try.ts'
import { fieldsOf } from './fields.tsx'
import { DocsFrame } from './frame.tsx'
import { answerOf, OperationSection } from './operation.tsx'
import { Prose } from './prose.tsx'

/** A noun in the path of its page: `api-keys`. */
export const slugOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-')

export const GroupPage = ({ group, document }: { group: Group; document: Json }) => {
  const answers = group.operations.map(one => answerOf(one, document).name)
  const named = [...new Set(answers)].filter(name => name !== undefined)
  return (
    <DocsFrame title={group.name} lead={group.about}>
      <form>
        <div>
          <label for="key">Your API key, to try the calls on this page</label>
          <input id="key" type="password" autocomplete="off" placeholder="sqk_…" />
        </div>
      </form>
      {group.operations.map(one => (
        <OperationSection one={one} document={document} />
      ))}
      {named.map(name => (
        <section>
          <h2>
            <code>{name}</code>
          </h2>
          <p>
            <Prose
              text={fieldsOf({ $ref: name }, document)
                .map(field => `\`${field.name}\``)
                .join(', ')}
            />
          </p>
        </section>
      ))}
      <Go href="/api/v1/docs/codes">What each code means, and what cures it</Go>
      <script>{raw(tryScript)}</script>
    </DocsFrame>
  )
}
