// Which processes a command has started, and whether any of them is left.
import { execFileSync, spawnSync } from 'node:child_process'

/** All descendants of a process. */
export function descendants(pid: number): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const rows = table.split('\n').map(row => row.trim().split(/\s+/).map(Number))
  const below = (parent: number): number[] =>
    rows.filter(([, of]) => of === parent).flatMap(([own = 0]) => [own, ...below(own)])
  return below(pid)
}

/** Those of them that still run. One that has died and waits for its parent to notice (Z) does not. */
export function stillRunning(pids: readonly number[]): number[] {
  const table = spawnSync('ps', ['-o', 'pid=,stat=', '-p', pids.join(',')], { encoding: 'utf8' }).stdout
  const rows = table.split('\n').map(row => row.trim().split(/\s+/))
  return rows.filter(([pid, state]) => pid && !state?.startsWith('Z')).map(([pid]) => Number(pid))
}
