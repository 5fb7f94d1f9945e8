// The `postmark` package on the stand-in, and messages for it.
import { type Errors, type Message as PackageMessage, ServerClient } from 'postmark'
import { openPostmark } from '../../support/postmark/client.ts'
import type { Message, Settings } from '../../support/postmark/types.ts'

/** A token with a client of its own, which gives up after `timeout` seconds. */
export async function aServer({ timeout = 5, ...settings }: Settings & { timeout?: number } = {}) {
  const postmark = await openPostmark(settings)
  return { ...postmark, client: clientOf(postmark, timeout) }
}

export const clientOf = ({ token, host }: { token: string; host: string }, timeout = 5) =>
  new ServerClient(token, { requestHost: host, useHttps: false, timeout })

/** As the package wants it; it may be wrong, as nothing of the package's checks it. */
export const aMessage = (more: Partial<Message> = {}) =>
  ({
    ...{ From: 'portal@mail.example', To: 'dana@example.com', Subject: 'Your quote', TextBody: 'Hello' },
    ...more,
  }) as PackageMessage

/** `200`, or `InvalidAPIKeyError 10/401`: the class of what was thrown, Postmark's code and the status. */
export async function outcomeOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked
    return '200'
  } catch (error) {
    const { code, statusCode } = error as Errors.PostmarkError
    return `${(error as Error).constructor.name} ${code}/${statusCode}`
  }
}
