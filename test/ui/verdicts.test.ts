// What a check of a proof file says in plain text, as the command prints it.
import { describe, expect, it } from 'vitest'
import { acceptance } from '../../src/dev/pages/receipts.tsx'
import { formatsFor } from '../../src/i18n/format.ts'
import { verdictLines } from '../../src/signing/report.ts'
import type { Fault } from '../../src/signing/verify.ts'
import { verifyWords } from '../../src/signing/words.ts'

const formats = formatsFor('en-US')
const { faults } = verifyWords(formats)
const key = { keyId: 'sig-1', hash: 'ab12' }

describe('the lines of a verdict', () => {
  it('say which quote, whose name, when and for how much', () => {
    const lines = verdictLines({ valid: true, record: acceptance, ...key }, formats)
    expect(lines[0]).toBe('Valid. This receipt is genuine and unchanged.')
    expect(lines).toContain('Document: Quote Q-2026-0042, Kitchen renovation')
    expect(lines).toContain('Total: $23,546.13')
    expect(lines).toContain('Signed by: Marta Okafor')
    expect(lines).toContain('Signed on: Nov 20, 2026, 3:04 PM EST (Nov 20, 2026, 8:04 PM UTC)')
  })

  it('say how far a chain went', () => {
    const record = {
      ...{ format: 'semaquote/chain-head@1' as const, issuer: 'https://portal.example' },
      ...{ business: acceptance.business, chain: { sequence: 1, hash: 'cd34' } },
      sealed_at: '2026-11-22T06:00:00.000Z',
    }
    const lines = verdictLines({ valid: true, record, ...key }, formats)
    expect(lines[0]).toBe('Valid. Alder & Finch Joinery had 1 signed record on Nov 22, 2026, 6:00 AM UTC.')
    expect(lines).toContain('Hash of the newest record: cd34')
  })

  it.each(Object.keys(faults) as Fault[])('say one sentence of what is wrong: %s', fault => {
    const lines = verdictLines({ valid: false, fault, parts: [], signed: null }, formats)
    const title = ['unreadable', 'keys', 'format'].includes(fault) ? 'Not a valid proof file' : 'Not valid'
    expect(lines).toEqual([`${title}. ${faults[fault]}`])
  })

  it('name the parts that don’t fit, the record as a whole too', () => {
    const path = 'document.content.lines[2].unit_price'
    const verdict = {
      valid: false,
      fault: 'copy',
      parts: [path, 'document.id', ''],
      signed: acceptance,
    } as const
    const lines = verdictLines({ ...verdict, parts: [...verdict.parts] }, formats)
    expect(lines[1]).toBe(
      `What doesn’t fit: line 3, unit price (${path}), document.id, the record as a whole`,
    )
    expect(lines[2]).toBe('What was signed:')
    expect(lines).toContain(`Signed by: ${acceptance.signature.name}`)
  })

  it('hand no control character and no turned line to a terminal', () => {
    const signature = { ...acceptance.signature, name: 'Mal\u001b[2Jlory\r\nValid.\u202Eeslaf' }
    const lines = verdictLines({ valid: true, record: { ...acceptance, signature }, ...key }, formats)
    const parts = verdictLines(
      { valid: false, fault: 'copy', parts: ['a\u0007b\u2067'], signed: null },
      formats,
    )
    expect([...lines, ...parts].join('')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
    expect(lines.filter(line => line.startsWith('Valid.'))).toHaveLength(1)
  })
})
