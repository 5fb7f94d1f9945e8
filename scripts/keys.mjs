// `npm run keys`: makes a link key and a signing key for a deployment, and says where they go.
import './lib/node-version.mjs'
import { keyIdOf, newLinkKey, newSigningKey } from './lib/secrets.mjs'

const id = keyIdOf(new Date())

console.log(`Put this first in the secret LINK_KEYS, a comma before the pairs that are there: new links are made with it.

${newLinkKey(id)}

Put this first in the JSON array of the secret SIGNING_KEYS, and keep the others, which old receipts need:

${JSON.stringify(newSigningKey(id))}

Keep both where only you can read them: whoever has them can make links and sign receipts.`)
