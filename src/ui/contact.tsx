// How to reach the business: tap to call, tap to write.
import { useWords } from './surroundings.ts'
import { words as uiWords } from './words.ts'

export type Contact = { phone: string | null; email: string | null }

/** The number to dial, or null where the text holds more than a number and an extension. */
export function dialled(phone: string): string | null {
  const [, number = '', extension] = /^(.*?)(?:\s*(?:ext\.?|x|#)\s*(\d+))?$/i.exec(phone.trim()) ?? []
  // "+49 (0)30": the zero is dialled at home only.
  const digits = number.replace(/^(\+.*?)\(0\)/, '$1').replace(/[^\d+*]/g, '')
  if (/\p{L}/u.test(number) || digits.length < 3) return null
  return `tel:${digits}${extension ? `;ext=${extension}` : ''}`
}

/** A link that starts an e-mail, about the document that is being read where there is one. */
export function writeTo(email: string, subject?: string): string {
  const address = encodeURIComponent(email).replaceAll('%40', '@')
  return `mailto:${address}${subject ? `?subject=${encodeURIComponent(subject)}` : ''}`
}

const Phone = ({ phone }: { phone: string }) => {
  const words = useWords(uiWords)
  const href = dialled(phone)
  if (href === null) return <bdi>{phone}</bdi>
  return (
    <a href={href}>
      <span class="hide">{words.call} </span>
      <bdi>{phone}</bdi>
    </a>
  )
}

/** The plain links of header, footer and banners; in brief, a phone shows a word instead of the address. */
export const Reach = ({ phone, email, subject, brief }: Contact & { subject?: string; brief?: boolean }) => {
  const words = useWords(uiWords)
  return (
    (phone ?? email) && (
      <p class="reach">
        {phone && <Phone phone={phone} />}{' '}
        {email && (
          <a href={writeTo(email, subject)}>
            {brief && <span class="short">{words.email}</span>}
            <span class={brief ? 'full' : undefined}>
              <span class="hide">{words.write} </span>
              <bdi>{email}</bdi>
            </span>
          </a>
        )}
      </p>
    )
  )
}

/** The same as two large buttons, where calling or writing is what there is to do. */
export const ReachButtons = ({ phone, email, subject }: Contact & { subject?: string }) => {
  const words = useWords(uiWords)
  const number = phone === null ? null : dialled(phone)
  return (
    <p class="buttons">
      {phone && number && (
        <a class="btn" href={number}>
          <span>
            {words.call} <bdi>{phone}</bdi>
          </span>
        </a>
      )}
      {email && (
        <a class="btn" href={writeTo(email, subject)}>
          {words.writeThem}
        </a>
      )}
    </p>
  )
}
