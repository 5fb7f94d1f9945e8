/**
 * Reads a file that is to be a logo and writes it anew: what shows is kept byte for byte, all else is dropped, and what is not
 * as its format says is refused. Of its structure clients’ browsers get only what was understood here (compressed pixels go
 * through as they came), and nobody learns from a logo with which camera or program, where or when it was made.
 */
import { Problem } from '../../core/problem.ts'
import type { MediaType } from '../tables.ts'
import { type Bytes, joined, type Read } from './bytes.ts'
import { isJpeg, readJpeg } from './jpeg.ts'
import { isPng, readPng } from './png.ts'
import { unreadable } from './refusals.ts'
import { isWebp, readWebp } from './webp.ts'

/** A picture as it is served. Read again it is the very same. */
export type Picture = { mediaType: MediaType; width: number; height: number; bytes: Bytes }

type Format = { is: (file: Bytes) => boolean; read: (file: Bytes) => Read | Promise<Read> }

const formats: Record<MediaType, Format> = {
  'image/png': { is: isPng, read: readPng },
  'image/jpeg': { is: isJpeg, read: readJpeg },
  'image/webp': { is: isWebp, read: readWebp },
}

/**
 * The picture in a file. `said`: the media type that it came with. Throws the problem that says why it is refused, one of
 * `logo_unreadable`, `logo_type_differs`, `logo_dimensions`, `logo_animated`, `logo_turned`, and nothing else.
 */
export async function readPicture(file: Bytes, said: MediaType): Promise<Picture> {
  const [mediaType, format] =
    (Object.entries(formats) as [MediaType, Format][]).find(([, { is }]) => is(file)) ?? []
  if (!mediaType || !format) throw unreadable('it is neither a PNG nor a JPEG nor a WebP')
  if (mediaType !== said)
    throw new Problem(
      'logo_type_differs',
      `The file is ${mediaType}, but Content-Type says ${said}. Say what it is.`,
    )
  const { width, height, parts } = await format.read(file)
  return { mediaType, width, height, bytes: joined(parts) }
}
