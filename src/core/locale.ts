/** Which language tags the portal takes. */
const LONGEST_TAG = 35

/** Whether a text is a well-formed BCP 47 tag of a language that Intl knows, at most 35 characters (RFC 5646). */
export function isLocale(text: string): boolean {
  if (text.length > LONGEST_TAG) return false
  try {
    return Intl.NumberFormat.supportedLocalesOf(text).length === 1
  } catch {
    return false
  }
}
