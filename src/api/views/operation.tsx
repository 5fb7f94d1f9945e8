// One operation in the documentation: what it takes and gives, why it may refuse, and a form to try it.
import type { Operation } from '../../core/operation.ts'
import type { Json } from '../describe.ts'
import { contentSchema, Fields, fieldsOf } from './fields.tsx'
import { Prose } from './prose.tsx'

type Props = { one: Operation; document: Json }

export const OperationSection = ({ one, document }: Props) => {
  const isOfAnother = one.isChange && one.path.includes('{id}')
  const taken = contentSchema(describedBy(document, one)?.requestBody)
  const fields = isOfAnother
    ? filtersOf(one, document)
    : [...filtersOf(one, document), ...fieldsOf(taken, document)]
  const own = [...new Set(one.refusals)]
  return (
    <section id={one.name}>
      <h2>
        <code>
          {one.method} {one.path}
        </code>
      </h2>
      <p>
        <b>{one.summary}.</b> {one.description && <Prose text={one.description} />}
      </p>
      <p>
        Scope <code>{one.scope}</code>. Answers {one.status} <Answer one={one} document={document} />
        {isOfAnother && ' Takes the fields of a new one, none required; null empties what may be left out.'}
      </p>
      {fields.length > 0 && <Fields fields={fields} />}
      {own.length > 0 && (
        <p>
          Own refusals: <Prose text={own.map(code => `\`${code}\``).join(', ')} />.
        </p>
      )}
      <Try one={one} />
    </section>
  )
}

type Described = { requestBody?: Json; parameters?: Json[]; responses: Record<string, Json> }

const describedBy = (document: Json, { path, method }: Operation): Described | undefined =>
  (document.paths as Record<string, Record<string, Described>>)[path]?.[method.toLowerCase()]

/** The parameters of a query, as fields: all but those that every list takes. */
function filtersOf(one: Operation, document: Json) {
  const all = (describedBy(document, one)?.parameters ?? []) as { in?: string; name: string; schema: Json }[]
  const own = all.filter(({ in: where, name }) => where === 'query' && !['limit', 'cursor'].includes(name))
  const properties = Object.fromEntries(
    own.map(({ name, schema, ...about }) => [name, { ...schema, ...about }]),
  )
  return fieldsOf({ properties }, document, '?')
}

/** What an operation answers with: the name of a schema, one of it or a page of a list of it. */
export function answerOf(one: Operation, document: Json): { name?: string; isList: boolean } {
  const schema = contentSchema(describedBy(document, one)?.responses[one.status])
  const { data } = (schema?.properties ?? {}) as { data?: { items: Json } }
  const ref = (data?.items ?? schema)?.$ref
  return { ...(typeof ref === 'string' ? { name: ref.split('/').at(-1) ?? '' } : {}), isList: !!data }
}

const Answer = ({ one, document }: Props) => {
  const { name, isList } = answerOf(one, document)
  if (one.type) return <>with the page.</>
  if (!name) return <>{one.status === 204 ? 'without a body.' : 'with the file.'}</>
  return (
    <>
      with {isList ? 'a list of' : 'one'} <code>{name}</code>.
    </>
  )
}

type InputProps = { of: string; name: string; label: string; value?: string }

const Input = ({ of, name, label, value = '' }: InputProps) => (
  <div>
    <label for={`${of}-${name}`}>{label}</label>
    <input id={`${of}-${name}`} name={name} value={value} autocomplete="off" />
  </div>
)

const Try = ({ one }: { one: Operation }) => (
  <details>
    <summary class="btn">Try it</summary>
    <form data-method={one.method} data-path={one.path}>
      {one.path.includes('{id}') && <Input of={one.name} name="id" label="id" />}
      {one.query && <Input of={one.name} name="query" label="Query" value="limit=20" />}
      {one.ifMatch && <Input of={one.name} name="if-match" label="If-Match" value="*" />}
      {one.method === 'POST' && (
        <Input of={one.name} name="idempotency-key" label="Idempotency-Key (optional)" />
      )}
      {one.body && (
        <div>
          <label for={`${one.name}-body`}>Body</label>
          <textarea id={`${one.name}-body`} name="body" rows={12}>
            {JSON.stringify(one.example ?? {}, null, 2)}
          </textarea>
        </div>
      )}
      {one.file && (
        <div>
          <label for={`${one.name}-body`}>File</label>
          <input id={`${one.name}-body`} name="body" type="file" accept={one.file.types.join()} />
        </div>
      )}
      <button type="submit" class="btn">
        Send {one.method}
      </button>
      <output aria-live="polite"></output>
    </form>
  </details>
)
