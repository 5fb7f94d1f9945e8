// Vitest's globalSetup: one stand-in for Postmark serves all the tests of a run, in workerd and in node.
import type { TestProject } from 'vitest/node'
import { serve } from './server.ts'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { host, close } = await serve()
  project.provide('postmarkHost', host)
  return close
}
