// The form in which a client declines a quote: everything in it may be left empty.
import { AT_MISTAKES, Check, Hidden, Radios, Submit, TextArea, Wrong } from '../../ui/fields.tsx'
import { LONGEST_NOTE } from '../rules.ts'
import { words } from '../words.ts'

export type DeclineFormProps = {
  action: string
  contentHash: string
  /** `reason`: a code of words.reasons, or empty. */
  typed: { reason: string; note: string; confirm: boolean }
  faults: { reason?: string | undefined; note?: string | undefined; confirm?: string | undefined }
}

const fields = {
  reason: { id: 'decline-reason', name: 'reason', label: words.declining.reason },
  note: { id: 'decline-note', name: 'note', label: words.declining.note },
  confirm: { id: 'decline-confirm', name: 'confirm', label: words.declining.confirm },
} as const

/** No reason is one to choose, too: without a script, a choice can't be taken back. */
const options = { ...words.reasons, '': words.declining.none }

/**
 * Posts `content_hash`, `reason`, `note`, and `confirm`: `on` where the box is ticked, and in any case `no` behind it, so
 * that a form that is sent as it stands declines nothing, also where a robot gathers its fields one over the other.
 */
export const DeclineForm = ({ action, contentHash, typed, faults }: DeclineFormProps) => {
  const wrong = (['reason', 'note', 'confirm'] as const).filter(field => faults[field])
  return (
    <form method="post" action={action + AT_MISTAKES}>
      <Hidden fields={{ content_hash: contentHash }} />
      <Wrong fields={wrong.map(field => ({ id: fields[field].id, brief: words.declining.brief[field] }))} />
      <p>{words.declining.lead}</p>
      <Radios {...fields.reason} {...{ options, value: typed.reason, fault: faults.reason }} />
      <TextArea {...fields.note} {...{ value: typed.note, fault: faults.note, maxlength: LONGEST_NOTE }} />
      <Check {...fields.confirm} {...{ checked: typed.confirm, fault: faults.confirm }} required />
      <Hidden fields={{ confirm: 'no' }} />
      <Submit kind="no" busy={words.declining.busy}>
        {words.declining.button}
      </Submit>
    </form>
  )
}
