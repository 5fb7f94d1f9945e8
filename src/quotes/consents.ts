/**
 * The texts that a client agrees to by signing, by their ids. A record holds them as they were shown: once a text has stood
 * here it never changes, a better one gets the next id. All of them are here whichever language is read, because a form may
 * come back in another one than it was given in.
 */
import { english, type Language, type Spoken } from '../i18n/words.ts'
import type { Consent } from '../signing/record.ts'

export const consents: Record<string, Consent> = {
  'en-1': {
    id: 'en-1',
    language: 'en',
    texts: [
      'By signing you accept this quote and its terms as shown above.',
      'I agree that pressing “Sign & Accept” makes my electronic signature the legal equivalent of my manual signature.',
    ],
  },
  'de-1': {
    id: 'de-1',
    language: 'de',
    texts: [
      'Mit Ihrer Unterschrift nehmen Sie dieses Angebot und seine Bedingungen so an, wie sie oben angezeigt werden.',
      'Ich bin damit einverstanden, dass meine elektronische Unterschrift meiner handschriftlichen Unterschrift rechtlich gleichsteht, wenn ich auf „Unterschreiben und annehmen“ drücke.',
    ],
  },
  'fr-1': {
    id: 'fr-1',
    language: 'fr',
    texts: [
      'En signant, vous acceptez ce devis et ses conditions tels qu’ils figurent ci-dessus.',
      'J’accepte que le fait d’appuyer sur « Signer et accepter » fasse de ma signature électronique l’équivalent juridique de ma signature manuscrite.',
    ],
  },
  'es-1': {
    id: 'es-1',
    language: 'es',
    texts: [
      'Al firmar, usted acepta este presupuesto y sus condiciones tal como se muestran arriba.',
      'Estoy de acuerdo en que pulsar «Firmar y aceptar» convierte mi firma electrónica en el equivalente legal de mi firma manuscrita.',
    ],
  },
}

/** The newest of each language. */
const current: Record<string, string> = { en: 'en-1', de: 'de-1', fr: 'fr-1', es: 'es-1' } satisfies Record<
  Language,
  string
>

/** The one that a form shows. */
export function currentConsent({ language }: Spoken): Consent {
  const consent = consents[current[language] ?? ''] ?? consents[current[english.language] ?? '']
  if (!consent) throw new TypeError(`There is no consent in ${language}.`)
  return consent
}
