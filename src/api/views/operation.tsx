// One operation in the documentation: what it takes and gives, why it may refuse, and a form to try it.
import type { Operation } from '../../core/operation.ts'
import { codesOf, type Json } from '../describe.ts'
import { Prose } from './prose.tsx'

type Props = { one: Operation; document: Json }

export const OperationSection = ({ one, document }: Props) => {
  const described = (document.paths as Record<string, Record<string, Json>>)[one.path]?.[
    one.method.toLowerCase()
  ]
  const fields = fieldsOf(contentSchema(described?.requestBody), document)
  const answered = fieldsOf(
    contentSchema((described?.responses as Record<string, Json>)?.[one.status]),
    document,
  )
  return (
    <section id={one.name}>
      <h3>
        <code>
          {one.method} {one.path}
        </code>
      </h3>
      <p>
        <b>{one.summary}.</b> {one.description && <Prose text={one.description} />}
      </p>
      <p>
        Scope <code>{one.scope}</code>. Answers {one.status}
        {one.status === 204 ? '.' : one.type ? ' with the page.' : ':'}{' '}
        {answered.length > 0 && <Names fields={answered} />}
      </p>
      {fields.length > 0 && <Fields fields={fields} />}
      <p class="codes">
        Refused with{' '}
        {[...new Set(codesOf(one))].map((code, at) => (
          <>
            {at > 0 && ', '}
            <a href={`#${code}`}>{code}</a>
          </>
        ))}
        .
      </p>
      <Try one={one} />
    </section>
  )
}

type Field = { name: string; required: boolean; kind: string; about: string }

const contentSchema = (part: unknown): Json | undefined => {
  const content = (part as { content?: Record<string, { schema?: Json }> } | undefined)?.content
  return content?.['application/json']?.schema
}

const resolved = (schema: Json, document: Json): Json => {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined
  const schemas = (document.components as { schemas: Record<string, Json> }).schemas
  return name ? (schemas[name] ?? schema) : schema
}

function fieldsOf(schema: Json | undefined, document: Json): Field[] {
  if (!schema) return []
  const { properties = {}, required = [] } = resolved(schema, document) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, field]) => ({
    ...{ name, required: required.includes(name) },
    ...kindOf(field, document),
  }))
}

function kindOf(field: Json, document: Json): Pick<Field, 'kind' | 'about'> {
  const options = (field.anyOf as Json[] | undefined)?.filter(({ type }) => type !== 'null')
  const [only] = options ?? []
  if (only) return kindOf({ ...field, anyOf: undefined, ...only }, document)
  const {
    enum: words,
    type,
    format,
    items,
    description = '',
    examples,
  } = { ...resolved(field, document), ...field }
  const example = (examples as unknown[] | undefined)?.[0]
  const about = [description, example === undefined ? '' : `Such as \`${JSON.stringify(example)}\`.`]
  const kind = words ? (words as string[]).join(' | ') : items ? 'list' : String(format ?? type ?? 'object')
  return { kind, about: about.filter(Boolean).join(' ') }
}

const Names = ({ fields }: { fields: Field[] }) => (
  <Prose text={fields.map(({ name }) => `\`${name}\``).join(', ')} />
)

const Fields = ({ fields }: { fields: Field[] }) => (
  <dl class="facts">
    {fields.map(({ name, required, kind, about }) => (
      <div>
        <dt>
          <code>{name}</code>
        </dt>
        <dd>
          {kind}
          {required && ', required'}
          {about && (
            <>
              . <Prose text={about} />
            </>
          )}
        </dd>
      </div>
    ))}
  </dl>
)

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
          <textarea id={`${one.name}-body`} name="body" rows={6}>
            {JSON.stringify(one.example ?? {}, null, 2)}
          </textarea>
        </div>
      )}
      <button type="submit" class="btn">
        Send {one.method}
      </button>
      <output class="text" aria-live="polite"></output>
    </form>
  </details>
)
