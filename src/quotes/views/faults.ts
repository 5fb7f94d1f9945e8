// What is wrong with a form's fields, from the names of the faults to their sentences.
import type { FormFault } from '../form.ts'
import type { QuoteWords } from '../words.ts'

export type Faults<Field extends string> = { [Name in Field]?: FormFault | undefined }

/** The sentences, field by field. */
export const saidOf = <Field extends string>(
  faults: Faults<Field>,
  words: QuoteWords,
): { [Name in Field]?: string } =>
  Object.fromEntries(
    Object.entries(faults).flatMap(([field, fault]) =>
      fault ? [[field, words.faults[fault as FormFault]]] : [],
    ),
  ) as { [Name in Field]?: string }
