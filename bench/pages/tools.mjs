// Installs the packages that only the pages' measurements need. They have a package.json of their own, bench/package.json,
// because they are 200 MB that nothing else needs.
import { run } from '../../scripts/lib/children.mjs'
import { installFailure, missingPackages } from '../../scripts/lib/install.mjs'
import { inProject } from '../../scripts/lib/paths.mjs'
import { Stop } from '../../scripts/lib/stop.mjs'

/** Makes sure that they are installed, with a word when it takes its time. */
export async function ensureTools() {
  const folder = inProject('bench')
  if (missingPackages(folder).length === 0) return
  console.log('Installing Lighthouse and the Nu HTML checker: about a quarter of a minute, once.')
  const [program, args] = process.platform === 'win32' ? ['cmd', ['/c', 'npm']] : ['npm', []]
  const { code, stderr } = await run(program, [...args, 'ci', '--loglevel=error'], {
    cwd: folder,
    show: true,
  })
  if (code !== 0) throw new Stop(installFailure(stderr))
}

/** A file of theirs. @param {string} path below the folder of packages */
export const benchTool = path => inProject('bench', 'node_modules', ...path.split('/'))
