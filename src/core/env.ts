/** What the platform hands to the Worker: bindings, vars and secrets by the names of wrangler.toml. */
export type Env = {
  DB: D1Database
  KV: KVNamespace
  API_LIMIT: RateLimit
  PUBLIC_LIMIT: RateLimit
  BASE_URL: string
  MAIL_TRANSPORT: string
  MAIL_FROM: string
  POSTMARK_STREAM: string
  POSTMARK_HOST: string
  POSTMARK_SERVER_TOKEN: string
  POSTMARK_WEBHOOK_PASSWORD: string
  LINK_KEYS: string
  SIGNING_KEYS: string
}

type Bindings = Env

declare global {
  namespace Cloudflare {
    interface Env extends Bindings {}
  }
}
