// A person's JSON file: faults are told by line and column, and nothing is kept silently from a name given twice.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readJsonFile } from '../../scripts/lib/json-file.mjs'

test.each([
  ['{"clients": [}', ':1:14: not valid JSON: expected a value, found "}"'],
  ['{\n  "clients": [],\n}', ':3:1: not valid JSON: expected a name in double quotes, found "}"'],
  ["{'clients': []}", ':1:2: not valid JSON: expected a name in double quotes, found "\'"'],
  ['{"clients": []', ':1:15: not valid JSON: expected "," or "}", found the end of the file'],
  ['', ':1:1: not valid JSON: expected a value, found the end of the file'],
  ['{"a": 01}', ':1:7: not valid JSON: expected a value, found "0"'],
  ['{"a": "b\nc"}', ':1:7: not valid JSON: expected a value'],
  ['{"a": 1} x', ':1:10: not valid JSON: expected the end of the file, found "x"'],
  ['{"name": 1,\n "name": 2}', ':2:2: the name "name" stands twice in the same object'],
])('JSON with a fault: %j', (text, sentence) => {
  expect(() => readJsonFile(written(text))).toThrow(sentence)
})

test('a byte order mark is no fault', () => {
  expect(readJsonFile(written('\ufeff{"a": [1.5e3, true, null, "\\u00e9"]}'))).toEqual({
    a: [1500, true, null, 'é'],
  })
})

function written(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'semaquote-load-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'business.json')
  writeFileSync(path, text)
  return path
}
