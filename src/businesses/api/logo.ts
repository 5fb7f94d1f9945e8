/** The logo of a business in the API. */

import { operation } from '../../core/operation.ts'
import { removeLogo, setLogo } from '../actions/logo.ts'
import { logoPath } from '../logo/address.ts'
import { logoAnswer } from '../schema.ts'
import { mediaTypes } from '../tables.ts'

export const logoOperations = [
  operation({
    name: 'setLogo',
    method: 'PUT',
    path: '/business/logo',
    scope: 'admin',
    summary: 'Set your logo',
    description:
      'The body is the file itself: `image/png`, `image/jpeg` or `image/webp`, which `Content-Type` says; at most 100 KB, and 1024 pixels on each side. It is shown in the place of your initials, also above what was sent before. What does not show is taken out of it: EXIF, comments, colour profiles. The same file again changes nothing. `url` is open to everybody who knows it.',
    file: { types: mediaTypes, mostBytes: 100 * 1024 },
    status: 200,
    answer: logoAnswer,
    refusals: ['logo_unreadable', 'logo_type_differs', 'logo_dimensions', 'logo_animated', 'logo_turned'],
    run: ({ act, file }) => setLogo(act, file),
    draw: ({ hash, mediaType, width, height, size }, act) => ({
      body: {
        url: `${act.config.baseUrl}${logoPath(hash, mediaType)}`,
        media_type: mediaType,
        ...{ width, height, size },
      },
    }),
  }),
  operation({
    name: 'removeLogo',
    method: 'DELETE',
    path: '/business/logo',
    scope: 'admin',
    summary: 'Remove your logo',
    description:
      'Your initials take its place. Its address is dead before this answers; who has seen it may keep it.',
    status: 204,
    run: ({ act }) => removeLogo(act),
  }),
]
