// What wrangler prints may hold a request's path, and with it a link's token: it goes through here first.

const secrets = /** @type {[RegExp, string][]} */ ([
  [/\/portal\/[^\s"'<>/?#]+/g, '/portal/...'],
  [/\b[0-9a-z]{1,12}_[0-9a-z]{40}\b/gi, '...'],
  [/sqk_[0-9a-z]+/gi, 'sqk_...'],
])

/** Notices of wrangler about what we know and say in our own documents. */
const noise = [
  /Scheduled Workers are not automatically triggered/,
  /To manually trigger a scheduled event, run:/,
  /curl "http\S+\/cdn-cgi\/\S+scheduled"/,
  /For more details, see \S*\/cron-triggers\//,
]

/** @param {string} text */
export const redact = text => secrets.reduce((all, [secret, shown]) => all.replace(secret, shown), text)

/** @param {string} line */
export const isNoise = line => noise.some(pattern => pattern.test(line))

/**
 * Cuts a stream of text into whole lines, so that no secret is missed because it came in two pieces.
 * @param {(line: string) => void} take
 */
export function lineCutter(take) {
  let rest = ''
  return {
    /** @param {string} text */
    push(text) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(take)
    },
    end() {
      if (rest) take(rest)
      rest = ''
    },
  }
}
