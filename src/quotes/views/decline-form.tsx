// The form in which a client declines a quote: everything in it may be left empty.
import { AT_MISTAKES, Hidden, Radios, Submit, TextArea, Wrong } from '../../ui/fields.tsx'
import { LONGEST_NOTE } from '../rules.ts'
import { words } from '../words.ts'

export type DeclineFormProps = {
  action: string
  contentHash: string
  /** `reason`: a code of words.reasons, or empty. */
  typed: { reason: string; note: string }
  faults: { reason?: string | undefined; note?: string | undefined }
}

const fields = {
  reason: { id: 'decline-reason', name: 'reason', label: words.declining.reason },
  note: { id: 'decline-note', name: 'note', label: words.declining.note },
} as const

/** Posts `content_hash`, `reason`, `note`. */
export const DeclineForm = ({ action, contentHash, typed, faults }: DeclineFormProps) => {
  const wrong = (['reason', 'note'] as const).filter(field => faults[field])
  return (
    <form method="post" action={action + AT_MISTAKES}>
      <Hidden fields={{ content_hash: contentHash }} />
      <Wrong fields={wrong.map(field => ({ id: fields[field].id, brief: words.declining.brief[field] }))} />
      <p>{words.declining.lead}</p>
      <Radios {...fields.reason} {...{ options: words.reasons, value: typed.reason, fault: faults.reason }} />
      <TextArea {...fields.note} {...{ value: typed.note, fault: faults.note, maxlength: LONGEST_NOTE }} />
      <Submit kind="no" busy={words.declining.busy}>
        {words.declining.button}
      </Submit>
    </form>
  )
}
