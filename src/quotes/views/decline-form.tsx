// The form in which a client declines a quote: everything in it may be left empty.
import { AT_MISTAKES, Check, Hidden, Radios, Submit, TextArea, Wrong } from '../../ui/fields.tsx'
import { useWords } from '../../ui/surroundings.ts'
import { LONGEST_NOTE } from '../rules.ts'
import { words as quoteWords } from '../words.ts'

export type DeclineFormProps = {
  action: string
  contentHash: string
  /** `reason`: a code of words.reasons, or empty. */
  typed: { reason: string; note: string; confirm: boolean }
  faults: { reason?: string; note?: string; confirm?: string }
}

const fields = ['reason', 'note', 'confirm'] as const
const idOf = (field: (typeof fields)[number]) => `decline-${field}`

/**
 * Posts `content_hash`, `reason`, `note`, and `confirm`: `on` where the box is ticked, and in any case `no` behind it, so
 * that a form that is sent as it stands declines nothing, also where a robot gathers its fields one over the other.
 */
export const DeclineForm = ({ action, contentHash, typed, faults }: DeclineFormProps) => {
  const { reasons, declining: words } = useWords(quoteWords)
  const wrong = fields.filter(field => faults[field])
  const named = (name: (typeof fields)[number]) => ({ id: idOf(name), name, label: words[name] })
  return (
    <form method="post" action={action + AT_MISTAKES}>
      <Hidden fields={{ content_hash: contentHash }} />
      <Wrong fields={wrong.map(field => ({ id: idOf(field), brief: words.brief[field] }))} />
      <p>{words.lead}</p>
      {/* No reason is one to choose, too: without a script, a choice can't be taken back. */}
      <Radios
        {...named('reason')}
        {...{ options: { ...reasons, '': words.none }, value: typed.reason, fault: faults.reason }}
      />
      <TextArea {...named('note')} {...{ value: typed.note, fault: faults.note, maxlength: LONGEST_NOTE }} />
      <Check {...named('confirm')} {...{ checked: typed.confirm, fault: faults.confirm }} required />
      <Hidden fields={{ confirm: 'no' }} />
      <Submit kind="no" busy={words.busy}>
        {words.button}
      </Submit>
    </form>
  )
}
