// The API through the client that is generated from its description, as a program of a business would use it.
import createClient from 'openapi-fetch'
import type { components, paths } from '../../scripts/lib/api-types.d.ts'
import { request } from './world.ts'

/** What the answers hold, by the names of the description. */
export type Schemas = components['schemas']

/** The typed client, on the Worker itself. */
export const clientWith = (key: string) =>
  createClient<paths>({
    baseUrl: 'https://portal.test/api/v1',
    headers: { authorization: `Bearer ${key}` },
    fetch: async ({ url, method, headers, body }: Request) => {
      const { pathname, search } = new URL(url)
      return request(pathname + search, { method, headers, body: body && (await new Response(body).text()) })
    },
  })

type Asked<Data> = Promise<{ data?: Data; error?: unknown; response: Response }>

/** What was answered, and the version that it names for If-Match. Throws where the API refused. */
export async function answered<Data>(asked: Asked<Data>): Promise<{ data: Data; etag: string }> {
  const { data, error, response } = await asked
  if (!response.ok) throw new Error(`refused: ${response.status} ${JSON.stringify(error)}`)
  return { data: data as Data, etag: response.headers.get('etag') ?? '' }
}
