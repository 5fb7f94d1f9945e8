/** Why a file is no logo: problems of the API, each in a sentence that says what is wrong and one that says what would be right. */
import { Problem } from '../../core/problem.ts'

/** On each side, in pixels. */
const MOST_PIXELS = 1024

/** `why`: a part of a sentence about the file. */
export const unreadable = (why: string) =>
  new Problem(
    'logo_unreadable',
    `The file can’t be read as a picture: ${why}. Save it anew as PNG, JPEG or WebP.`,
  )

/** For a part of a file that is not as its specification says. */
export const invalid = (part: string) => unreadable(`its ${part} is not valid`)

export const animated = () =>
  new Problem('logo_animated', 'The picture is animated. Send one that stands still.')

/** Without its EXIF data, which is dropped, the picture would lie on its side. */
export const turned = () =>
  new Problem('logo_turned', 'The picture is turned by its EXIF orientation. Save it anew, upright.')

/** Throws unless a picture is as large as a logo may be. */
export function checkSides(width: number, height: number): void {
  if (width === 0 || height === 0) throw unreadable('it has no pixels')
  if (width > MOST_PIXELS || height > MOST_PIXELS)
    throw new Problem(
      'logo_dimensions',
      `The picture is ${width} × ${height} pixels. Send one of at most ${MOST_PIXELS} × ${MOST_PIXELS}.`,
    )
}
