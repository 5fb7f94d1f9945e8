/**
 * Where a logo lies: `/logos/<SHA-256 of its bytes in hex>.<png, jpg or webp>`. So an address shows the same for good, another
 * logo has another, and neither says whose it is.
 */
import { urls } from '../../core/urls.ts'
import type { MediaType } from '../tables.ts'

const extensions: Record<MediaType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
}

export const logoPath = (hash: string, type: MediaType): string => urls.logo(`${hash}.${extensions[type]}`)
