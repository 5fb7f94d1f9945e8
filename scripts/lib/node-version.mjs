// Imported before all else by every command: an old node gets a sentence instead of a syntax error later on.
// On Linux the install brings its own Node 24 along, so there npm's node may be older than elsewhere.

const needed = { linux: [20, 0], elsewhere: [22, 12] }

/**
 * What is wrong with this node, or nothing.
 * @param {string} version such as `20.11.1`
 * @param {string} platform such as `linux`
 */
export function nodeProblem(version, platform) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [wantMajor = 0, wantMinor = 0] = platform === 'linux' ? needed.linux : needed.elsewhere
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return undefined
  const want = wantMinor ? `${wantMajor}.${wantMinor}` : `${wantMajor}`
  return `Node ${want} or newer is needed, and this is ${version}. Install a newer one from https://nodejs.org and try again.`
}

const problem = nodeProblem(process.versions.node, process.platform)
if (problem) {
  console.error(problem)
  process.exit(1)
}
