// Starts the stand-in for Postmark alone: node test/support/postmark/serve.ts --port 9925 [--token T] [--journal FILE].
// With a journal it can be killed and started again, and knows its tokens and messages, as Postmark would.
import { parseArgs } from 'node:util'
import { serve } from './server.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    token: { type: 'string' },
    journal: { type: 'string' },
  },
})

const { host } = await serve({
  port: Number(values.port),
  ...(values.journal !== undefined && { journal: values.journal }),
})
if (values.token !== undefined) {
  const isOpen = await fetch(`http://${host}/_stub/servers/${values.token}/requests`)
  const body = JSON.stringify({ token: values.token })
  if (!isOpen.ok) await fetch(`http://${host}/_stub/servers`, { method: 'POST', body })
}
console.log(`A stand-in for Postmark listens on http://${host}`)
