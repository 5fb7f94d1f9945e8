// Installs a Debian package where that can be done without asking: on Linux with apt-get, as root.
import { existsSync } from 'node:fs'
import { run } from './children.mjs'
import { Stop } from './stop.mjs'

/**
 * Whether one of the packages is installed now: the first that this Debian has, with what goes along. False where it can't be done
 * here; throws a Stop where apt-get fails, after its own words.
 * @param {{ what: string, packages: string[], along?: string[], otherwise: string }} wish `what`: its name in a sentence;
 * `otherwise`: the setting that names one
 */
export async function aptInstalls({ what, packages, along = [], otherwise }) {
  const canInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!canInstall) return false
  console.log(`There is no ${what}: installing it with apt-get (about half a minute, once).`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (/** @type {string[]} */ ...args) => run('/usr/bin/apt-get', ['-qq', ...args], { env })
  const said = [await apt('update')]
  for (const name of packages) {
    said.push(await apt('install', '-y', '--no-install-recommends', name, ...along))
    if (said.at(-1)?.code === 0) return true
  }
  console.error(said.map(({ stdout, stderr }) => `${stdout}${stderr}`.trim()).join('\n'))
  throw new Stop(
    `apt-get could not install ${what}; what it says stands above. Check the network, or set ${otherwise}.`,
  )
}
