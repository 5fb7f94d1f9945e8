// EXIF data of one field or a few, in both byte orders.
import { type Bytes, be16, be32, bytes, le16, le32 } from './bytes.ts'

/** As it stands in JPEG; PNG and WebP have it without the six bytes in front. */
export const exifIn = (orientation: number, order: 'II' | 'MM' = 'MM', secret = 'SECRET'): Bytes =>
  bytes('Exif\0\0', tiff(orientation, order, secret))

/** A maker's name, and behind it the orientation. */
export function tiff(orientation: number, order: 'II' | 'MM' = 'MM', secret = 'SECRET'): Bytes {
  const [u16, u32] = order === 'II' ? [le16, le32] : [be16, be32]
  const make = [...u16(0x010f), ...u16(2), ...u32(secret.length), ...u32(38)]
  const turned = [...u16(0x0112), ...u16(3), ...u32(1), ...u16(orientation), ...u16(0)]
  return bytes(order, u16(42), u32(8), u16(2), make, turned, u32(0), secret)
}
