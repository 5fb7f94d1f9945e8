/**
 * The form in which a document is signed: what is agreed to, a typed name, a ticked box. It carries the hash of what
 * was read and the consent that was shown, so that exactly these can be recorded. It has never heard of quotes.
 */
import { AT_MISTAKES, Check, Hidden, Submit, TextField, Wrong } from '../../ui/fields.tsx'
import { Figure } from '../../ui/parts.tsx'
import { useWords } from '../../ui/surroundings.ts'
import { type Consent, LONGEST_NAME, LONGEST_PO_NUMBER } from '../record.ts'
import { formWords } from '../words.ts'

export type SignFormProps = {
  action: string
  contentHash: string
  /** "Total in USD", and how much. */
  label: string
  figure: string
  /** Two texts: what signing accepts, and the notice beside the box. */
  consent: Consent
  typed: { signature: string; poNumber: string; consent: boolean }
  faults: { signature?: string; consent?: string; poNumber?: string }
}

/** The fields in order. */
const fields = {
  signature: { id: 'sign-name', name: 'signature' },
  poNumber: { id: 'sign-po', name: 'po_number' },
  consent: { id: 'sign-consent', name: 'consent' },
} as const

/** Posts `signature`, `consent`, `content_hash`, `consent_text`, `po_number`. */
export const SignForm = ({ action, contentHash, label, figure, consent, typed, faults }: SignFormProps) => {
  const words = useWords(formWords)
  const [accepts, notice = ''] = consent.texts
  const wrong = (['signature', 'poNumber', 'consent'] as const).filter(field => faults[field])
  return (
    <form method="post" action={action + AT_MISTAKES}>
      <Hidden fields={{ content_hash: contentHash, consent_text: consent.id }} />
      <Wrong fields={wrong.map(field => ({ id: fields[field].id, brief: words.brief[field] }))} />
      <div>
        <p>{label}</p>
        <Figure text={figure} />
      </div>
      <p>{accepts}</p>
      <TextField
        {...fields.signature}
        {...{ label: words.name, value: typed.signature, fault: faults.signature, maxlength: LONGEST_NAME }}
        autocomplete="name"
        required
      />
      <TextField
        {...fields.poNumber}
        {...{
          label: words.poNumber,
          value: typed.poNumber,
          fault: faults.poNumber,
          maxlength: LONGEST_PO_NUMBER,
        }}
        autocomplete="off"
      />
      <Check
        {...fields.consent}
        {...{ label: notice, checked: typed.consent, fault: faults.consent }}
        required
      />
      <Submit kind="yes" busy={words.busy}>
        {words.button}
      </Submit>
      <p class="hint">{words.after}</p>
    </form>
  )
}
