/**
 * Where a logo lies: `/logos/<SHA-256 of its business and its bytes in hex>.<png, jpg or webp>`. So an address shows the same for good, another
 * logo has another, and neither says whose it is.
 */
import { urls } from '../../core/urls.ts'
import type { Logo } from '../../ui/layout.tsx'
import type { MediaType } from '../tables.ts'

const extensions: Record<MediaType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
}

export const logoPath = (hash: string, type: MediaType): string => urls.logo(`${hash}.${extensions[type]}`)

type Joined = {
  logoHash: string | null
  logoType: MediaType | null
  logoWidth: number | null
  logoHeight: number | null
}

/** The logo in a row that it was joined to (store/logo.ts), as pages show it; null where there is none. */
export function logoIn({ logoHash, logoType, logoWidth, logoHeight }: Joined): Logo | null {
  if (logoHash === null || logoType === null || logoWidth === null || logoHeight === null) return null
  return { url: logoPath(logoHash, logoType), width: logoWidth, height: logoHeight }
}
