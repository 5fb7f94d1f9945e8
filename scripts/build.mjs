// What wrangler runs before a deployment and before `wrangler dev` ([build] in wrangler.toml): bundles src/ into dist/.
import './lib/node-version.mjs'
import { build } from './lib/build.mjs'

await build()
