// Vitest's globalSetup: one stand-in for Postmark serves all the tests of a run, in workerd and in node.
import type { TestProject } from 'vitest/node'
import { testSecrets } from '../secrets.ts'
import { serve } from './server.ts'

/** A test that opens no token of its own is told to try again later, whatever it sends: its messages wait. */
async function open(host: string): Promise<void> {
  const chance = { seed: 1, rate: 1, faults: ['rate'] }
  const body = JSON.stringify({ token: testSecrets.POSTMARK_SERVER_TOKEN, chance })
  await fetch(`http://${host}/_stub/servers`, { method: 'POST', body })
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { host, close } = await serve()
  project.provide('postmarkHost', host)
  await open(host)
  return close
}
