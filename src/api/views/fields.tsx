// The fields of a schema of the OpenAPI document, as the documentation lists them.
import type { Json } from '../describe.ts'
import { Prose } from './prose.tsx'

type Field = { name: string; required: boolean; kind: string; about: string }

/** The schema of a request's or a response's JSON. */
export const contentSchema = (part: unknown): Json | undefined => {
  const content = (part as { content?: Record<string, { schema?: Json }> } | undefined)?.content
  return content?.['application/json']?.schema
}

/** What a `$ref` leads to. */
const resolved = (schema: Json, document: Json): Json => {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined
  const schemas = (document.components as { schemas: Record<string, Json> }).schemas
  return name ? (schemas[name] ?? schema) : schema
}

/** The fields of an object, and behind each list or object its own: `lines[].category`, `discount.percent`. */
export function fieldsOf(schema: Json | undefined, document: Json, before = ''): Field[] {
  if (!schema) return []
  const { properties = {}, required = [] } = resolved(schema, document) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = before + name
    const own = { name: path, required: required.includes(name), ...kindOf(field, document) }
    return [own, ...partsOf(field, document, path)]
  })
}

function partsOf(field: Json, document: Json, path: string): Field[] {
  const options = [field, ...((field.anyOf as Json[] | undefined) ?? [])].map(one => resolved(one, document))
  return options.flatMap(one =>
    one.items
      ? fieldsOf(one.items as Json, document, `${path}[].`)
      : fieldsOf(one.properties ? one : undefined, document, `${path}.`),
  )
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

export const Fields = ({ fields }: { fields: Field[] }) => (
  <dl class="facts wide">
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
