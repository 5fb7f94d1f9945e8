// Checks a value against a JSON Schema, in the few words of it that demo/schema.json uses, so that an editor and
// the loader go by the same rules. A rule's `title` says in words what would be right.

/** @typedef {{ $ref?: string, title?: string, type?: string, const?: unknown, enum?: unknown[], pattern?: string, minLength?: number, maxLength?: number, minItems?: number, maxItems?: number, minProperties?: number, maxProperties?: number, items?: Schema, properties?: Record<string, Schema>, required?: string[], $defs?: Record<string, Schema> }} Schema */

/**
 * Everything that is wrong, each as `where: what would be right`.
 * @param {Schema} root
 * @param {unknown} document
 * @returns {string[]}
 */
export function faultsOf(root, document) {
  return check(root, document, '')

  /**
   * @param {Schema} given
   * @param {unknown} value
   * @param {string} path
   * @returns {string[]}
   */
  function check(given, value, path) {
    const schema = given.$ref ? { ...resolve(given.$ref), ...given } : given
    const fault = faultOfKind(schema, value) ?? faultOfValue(schema, value)
    if (fault) return [`${path || 'the file'}: ${fault}`]
    if (Array.isArray(value))
      return value.flatMap((item, i) => check(schema.items ?? {}, item, `${path}[${i}]`))
    if (isObject(value)) return checkFields(schema, value, path)
    return []
  }

  /**
   * @param {Schema} schema
   * @param {Record<string, unknown>} value
   * @param {string} path
   */
  function checkFields(schema, value, path) {
    const fields = schema.properties ?? {}
    const missing = (schema.required ?? [])
      .filter(name => !(name in value))
      .map(name => `${join(path, name)}: is required`)
    const wrong = Object.entries(value).flatMap(([name, field]) => {
      const rule = Object.hasOwn(fields, name) ? fields[name] : undefined
      if (rule) return check(rule, field, join(path, name))
      return [`${join(path, name)}: unknown field; known here are ${Object.keys(fields).join(', ')}`]
    })
    return [...missing, ...wrong]
  }

  /** @param {string} reference such as `#/$defs/line` */
  function resolve(reference) {
    const found = root.$defs?.[reference.replace('#/$defs/', '')]
    if (!found) throw new Error(`the schema lacks ${reference}`)
    return found
  }
}

/** @param {string} path @param {string} name */
const join = (path, name) => (path ? `${path}.${name}` : name)

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value)

/** @param {unknown} value */
const kindOf = value => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

const kinds = /** @type {Record<string, string>} */ ({
  string: 'a text in double quotes',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'an object in { }',
})

/**
 * @param {Schema} schema
 * @param {unknown} value
 */
function faultOfKind({ type, title }, value) {
  if (!type || kindOf(value) === type) return undefined
  return `must be ${title ?? kinds[type]}, not ${value === null ? 'null' : `${kindOf(value)} ${shown(value)}`.trim()}`
}

/**
 * @param {Schema} schema
 * @param {unknown} value
 */
function faultOfValue(schema, value) {
  if (schema.enum && !schema.enum.includes(value))
    return `must be one of ${schema.enum.join(', ')}, not ${shown(value)}`
  if ('const' in schema && value !== schema.const) return `must be ${shown(schema.const)}`
  if (typeof value === 'string') return faultOfText(schema, value)
  if (Array.isArray(value)) return faultOfSize(value.length, schema.minItems, schema.maxItems, 'items')
  if (isObject(value))
    return faultOfSize(Object.keys(value).length, schema.minProperties, schema.maxProperties, 'fields')
  return undefined
}

/**
 * @param {Schema} schema
 * @param {string} value
 */
function faultOfText({ pattern, title, minLength, maxLength }, value) {
  if (pattern && !new RegExp(pattern, 'u').test(value))
    return `must be ${title ?? `of the form ${pattern}`}, not ${shown(value)}`
  return faultOfSize([...value].length, minLength, maxLength, 'characters')
}

/**
 * @param {number} size
 * @param {number | undefined} min
 * @param {number | undefined} max
 * @param {string} what
 */
function faultOfSize(size, min, max, what) {
  if (min === 1 && size === 0) return 'must not be empty'
  if (min !== undefined && size < min) return `must have at least ${min} ${what}`
  if (max !== undefined && size > max) return `must have at most ${max} ${what}`
  return undefined
}

/** @param {unknown} value */
function shown(value) {
  if (typeof value === 'object' && value !== null) return ''
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…"` : text
}
