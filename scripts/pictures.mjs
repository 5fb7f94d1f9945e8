// `npm run pictures`: makes the pictures of every page in docs/pictures anew. After a change of how pages look: make them,
// and look at the ones that changed.
import './lib/node-version.mjs'
import { ensureBrowser } from './lib/browser.mjs'
import { stopAll, stopOnSignals } from './lib/children.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runStep, vitestInNode } from './lib/step.mjs'
import { command } from './lib/stop.mjs'

await command(async () => {
  stopOnSignals()
  await ensureInstalled()
  const env = { ...process.env, UPDATE: 'all', TORTURE: 'full', CHROMIUM_PATH: await ensureBrowser() }
  await runStep('pictures of every page', [...vitestInNode, 'test/torture/browser/pictures.test.ts'], env)
}).finally(stopAll)
