// What wrangler runs before a deployment and before `wrangler dev` ([build] in wrangler.toml): bundles src/ into dist/.
import './lib/node-version.mjs'

// `npm run dev` serves src/dev.ts, which wrangler bundles itself.
if (!process.env.SERVES_SOURCES) {
  const { build } = await import('./lib/build.mjs')
  await build()
}
