// Settings of the test runs: fixed, public, worth nothing. Each secret is set here, so that no test reads .dev.vars.
const base64 = (fill: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(fill)))

export const testSecrets = {
  BASE_URL: 'https://portal.test',
  MAIL_TRANSPORT: 'postmark',
  MAIL_FROM: 'portal@mail.test',
  POSTMARK_STREAM: 'outbound',
  POSTMARK_HOST: '',
  POSTMARK_SERVER_TOKEN: 'test-server-token',
  POSTMARK_WEBHOOK_PASSWORD: 'test-webhook-password',
  LINK_KEYS: `k2:${base64(2)},k1:${base64(1)},k0`,
  SIGNING_KEYS: JSON.stringify([
    {
      kty: 'OKP',
      crv: 'Ed25519',
      kid: 'test-1',
      // The key pair of RFC 8037, appendix A.1.
      d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    },
  ]),
}
