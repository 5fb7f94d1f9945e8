/**
 * The parts of a form. Each field says beside itself what is wrong with it, and keeps what was typed. A typed text
 * takes its own direction, so that a name written right to left is typed and shown that way.
 */
import type { Child, PropsWithChildren } from 'hono/jsx'
import { useWords } from './surroundings.ts'
import { words as uiWords } from './words.ts'

type Said = { hint?: string | undefined; fault?: string | undefined }

export type FieldProps = Said & {
  /** Unique in the page; the summary of what is wrong links to it. */
  id: string
  name: string
  label: string
}

const wrong = ({ id, fault }: { id: string; fault?: string | undefined }) =>
  fault ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${id}-fault` } : {}

const described = ({ id, hint, fault }: Said & { id: string }) => ({
  ...(hint ? { 'aria-describedby': `${id}-hint` } : {}),
  ...wrong({ id, fault }),
  ...(hint && fault ? { 'aria-describedby': `${id}-hint ${id}-fault` } : {}),
})

const Fault = ({ id, fault }: { id: string; fault?: string | undefined }) =>
  fault ? (
    <p class="fault" id={`${id}-fault`}>
      {fault}
    </p>
  ) : null

const Labelled = ({ id, label, hint, fault, children }: PropsWithChildren<Omit<FieldProps, 'name'>>) => (
  <div>
    <label for={id}>{label}</label>
    {hint && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    <Fault id={id} fault={fault} />
    {children}
  </div>
)

export type TextFieldProps = FieldProps & {
  value: string
  maxlength: number
  required?: boolean
  autocomplete?: string
  /** Which keyboard a phone shows, and what a browser checks by itself. */
  type?: 'email'
}

/** One line of text. */
export const TextField = ({
  name,
  value,
  maxlength,
  required,
  autocomplete,
  type,
  ...field
}: TextFieldProps) => (
  <Labelled {...field}>
    <input
      id={field.id}
      {...{ type, name, value, maxlength, required, autocomplete }}
      {...described(field)}
      dir="auto"
    />
  </Labelled>
)

export type TextAreaProps = FieldProps & { value: string; maxlength?: number; rows?: number }

/** Several lines of text. The first line break inside a textarea is dropped by browsers, hence one of our own. */
export const TextArea = ({ name, value, maxlength, rows = 4, ...field }: TextAreaProps) => (
  <Labelled {...field}>
    <textarea id={field.id} {...{ name, maxlength, rows }} {...described(field)} dir="auto">
      {`\n${value}`}
    </textarea>
  </Labelled>
)

/** A file to choose. */
export const FileField = ({ name, accept, ...field }: FieldProps & { accept: string }) => (
  <Labelled {...field}>
    <input id={field.id} type="file" {...{ name, accept }} {...described(field)} />
  </Labelled>
)

export type CheckProps = FieldProps & { checked: boolean; required?: boolean }

/** A box to tick; its whole label is the target. */
export const Check = ({ id, name, label, checked, required, fault }: CheckProps) => (
  <div>
    <Fault id={id} fault={fault} />
    <label class="tick">
      <input type="checkbox" value="on" {...{ id, name, checked, required }} {...wrong({ id, fault })} />
      <span>{label}</span>
    </label>
  </div>
)

export type RadiosProps = Omit<FieldProps, 'hint'> & { options: Record<string, string>; value: string }

/** One of a few, or none. `id` is the first one's. */
export const Radios = ({ id, name, label, options, value, fault }: RadiosProps) => (
  <fieldset aria-describedby={fault && `${id}-fault`}>
    <legend>{label}</legend>
    <Fault id={id} fault={fault} />
    {Object.entries(options).map(([code, option], at) => (
      <label class="tick">
        <input
          type="radio"
          id={at === 0 ? id : undefined}
          {...{ name, value: code, checked: code === value }}
        />
        <span>{option}</span>
      </label>
    ))}
  </fieldset>
)

/** What a form carries unseen. */
export const Hidden = ({ fields }: { fields: Record<string, string> }) => (
  <>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" {...{ name, value }} />
    ))}
  </>
)

export type SubmitProps = { busy: string; children: Child; kind?: 'yes' | 'no' }

/** The button of a form: green where it agrees, gray where it declines. `busy` shows while it is at work. */
export const Submit = ({ busy, kind, children }: SubmitProps) => (
  <button type="submit" class={kind ? `btn ${kind}` : 'btn'} data-busy={busy}>
    {children}
  </button>
)

export type Mistake = { id: string; brief: string }

/**
 * The end of a form's address: a page that comes back with mistakes opens at them, any other at its start, because this
 * place is nowhere else.
 */
export const AT_MISTAKES = '#form'

/** What is wrong in a form, at its top, with the way to each field; `brief`: its name inside a sentence. */
export const Wrong = ({ fields }: { fields: Mistake[] }) =>
  fields.length > 0 && (
    <div class="fault" id="form" tabindex={-1}>
      <p>{useWords(uiWords).pleaseCheck}</p>
      <ul>
        {fields.map(({ id, brief }) => (
          <li>
            <a href={`#${id}`}>{brief}</a>
          </li>
        ))}
      </ul>
    </div>
  )
