// Logos as a business's programs send them.
import type { Answer, Api } from '../world.ts'
import type { Bytes } from './bytes.ts'

/** Sends a file as the logo. */
export const putLogo = (api: Api, file: Bytes, type = 'image/png'): Promise<Answer> =>
  api('PUT', '/business/logo', file, { 'content-type': type })
