/**
 * What a client posts with an answer: read leniently (a form is a person's), checked field by field. A mistake has a
 * sentence of its own, stands beside its field, and what was typed is kept.
 */
import { type Consent, LONGEST_NAME, LONGEST_PO_NUMBER } from '../signing/record.ts'
import { consents } from './consents.ts'
import { LONGEST_NOTE } from './rules.ts'
import { declineReasons } from './tables.ts'
import { holdsUnseen, textIn } from './unseen.ts'
import type { QuoteWords } from './words.ts'

/** A form's texts by name; `''` where a field is missing or was sent as a file. */
export type Form = (name: string) => string

/**
 * The form of a body as hono parses it, with all values of a name. Of several the last counts; but a box that was ticked
 * is ticked, whatever stands behind it.
 */
export const formOf =
  (body: Record<string, unknown>): Form =>
  name => {
    const values = [body[name]].flat().filter(value => typeof value === 'string')
    return values.includes('on') ? 'on' : (values.at(-1) ?? '')
  }

/** What can be wrong with a field, by the names of its sentences. */
export type FormFault = keyof QuoteWords['faults']

type Faults<Field extends string> = { [Name in Field]?: FormFault }

export type TypedSignature = { signature: string; poNumber: string; consent: boolean }

/** An acceptance as it was typed, with its mistakes; `consent`: the texts that the form showed, null where it doesn't say. */
export type SignatureForm = {
  contentHash: string
  typed: TypedSignature
  consent: Consent | null
  faults: Faults<'signature' | 'consent' | 'poNumber'>
}

/** `content_hash`, `signature`, `consent`, `po_number`, and `consent_text`: which notice stood in the form. */
export function signatureForm(form: Form): SignatureForm {
  const contentHash = form('content_hash')
  const shown = form('consent_text')
  const consent = Object.hasOwn(consents, shown) ? (consents[shown] ?? null) : null
  const typed = {
    signature: textIn(form('signature')),
    poNumber: textIn(form('po_number')),
    // Who read a notice that is no longer known, or says nothing of what was read, agreed to nothing that is shown now.
    consent: form('consent') === 'on' && (consent !== null || shown === '') && contentHash !== '',
  }
  const faults: Given<'signature' | 'consent' | 'poNumber'> = {
    signature: nameFault(typed.signature),
    consent: typed.consent ? undefined : 'consentMissing',
    poNumber: lineFault(typed.poNumber, LONGEST_PO_NUMBER, 'poTooLong', 'poUnreadable'),
  }
  return { contentHash, typed, consent, faults: some(faults) }
}

export type TypedDecline = { reason: string; note: string; confirm: boolean }

export type DeclineForm = {
  contentHash: string
  typed: TypedDecline
  faults: Faults<'reason' | 'note' | 'confirm'>
}

/**
 * `content_hash`, and, both optional, `reason` of the short list and `note`. The form on the page also asks for a tick,
 * `confirm`, because a scanner that submits forms as they stand would decline with it; who posts without having been
 * asked (`confirm` is absent) needs none.
 */
export function declineForm(form: Form): DeclineForm {
  // A browser sends the line breaks of a text area as CR LF.
  const note = textIn(form('note').replaceAll('\r\n', '\n'))
  const contentHash = form('content_hash')
  const typed = { reason: form('reason'), note, confirm: form('confirm') === 'on' && contentHash !== '' }
  const unasked = form('confirm') === '' && contentHash !== ''
  const faults: Given<'reason' | 'note' | 'confirm'> = {
    confirm: typed.confirm || unasked ? undefined : 'confirmMissing',
    reason: typed.reason === '' || isReason(typed.reason) ? undefined : 'reasonUnknown',
    note: textFault(note.replace(/[\n\t]/g, ' '), LONGEST_NOTE, 'noteTooLong', 'noteUnreadable'),
  }
  return { contentHash, typed, faults: some(faults) }
}

export const isReason = (text: string): text is (typeof declineReasons)[number] =>
  (declineReasons as readonly string[]).includes(text)

/** Whether a form can be taken as it is. */
export const isMistaken = (faults: object): boolean => Object.keys(faults).length > 0

/** A name is written with letters, of whatever script. */
function nameFault(name: string): FormFault | undefined {
  if (name === '') return 'nameMissing'
  const fault = lineFault(name, LONGEST_NAME, 'nameTooLong', 'nameUnreadable')
  return fault ?? (/\p{L}/u.test(name) ? undefined : 'nameUnreadable')
}

/** One line that reads the same in every place where the record is shown. */
const lineFault = (text: string, most: number, tooLong: FormFault, unreadable: FormFault) =>
  holdsUnseen(text) ? unreadable : textFault(text, most, tooLong, unreadable)

/** Without control characters, halves of characters, and what stands where bytes could not be read. */
function textFault(text: string, most: number, tooLong: FormFault, unreadable: FormFault) {
  if (text.length > most) return tooLong
  return text.isWellFormed() && !/[\p{Cc}\ufffd]/u.test(text) ? undefined : unreadable
}

type Given<Field extends string> = Record<Field, FormFault | undefined>

/** Only what is there. */
const some = <Field extends string>(given: Given<Field>) =>
  Object.fromEntries(Object.entries(given).filter(([, fault]) => fault !== undefined)) as Faults<Field>
