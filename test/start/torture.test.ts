// `npm run torture`: its seed stands at the beginning and at the end, with the command that repeats the run.
import { expect, test } from 'vitest'
import { root, runScript } from './support/project.ts'

test.each([
  ['a seed that is no number', ['--seed', 'x'], 'The seed is "x": it must be a number below 2147483648.'],
  ['a seed that is too large', ['--seed', '2147483648'], 'it must be a number below'],
  ['an unknown flag', ['--quik'], "Unknown option '--quik'"],
])('with %s: usage, exit code 2', async (_, args, sentence) => {
  const { code, printed } = await runScript(root, 'torture.mjs', args)
  expect(printed).toContain(sentence)
  expect(printed).toContain('Usage: npm run torture')
  expect(code).toBe(2)
})

test('a run that fails says how to repeat it, first and last', async () => {
  const args = ['--quick', '--seed', '7', 'no-such-run']
  const { code, printed } = await runScript(root, 'torture.mjs', args)
  const again = 'Seed: 7. Again: npm run torture -- --quick --seed 7 no-such-run\n'
  expect(printed.split(again)).toHaveLength(3)
  expect(code).toBe(1)
})

test('without a seed it chooses one', async () => {
  const { printed } = await runScript(root, 'torture.mjs', ['--quick', 'no-such-run'])
  expect(printed).toMatch(/^Seed: \d+\. Again: npm run torture -- --quick --seed \d+ no-such-run$/m)
})
