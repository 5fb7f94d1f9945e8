// Evidence files, and every way to hand one to POST /verify.
import { expect } from 'vitest'
import { accept, asked } from '../../support/answers.ts'
import { request } from '../../support/world.ts'

export async function aFile(signature = 'Dana Whitfield', more: Parameters<typeof asked>[0] = {}) {
  const one = await asked(more)
  expect((await accept(one, { signature, po_number: 'PO-7' })).status).toBe(303)
  return { ...one, file: await (await request(`${one.at}/receipt.json`)).text() }
}

export const form = (...evidence: (string | File)[]) => {
  const body = new FormData()
  for (const one of evidence) body.append('evidence', one)
  return { method: 'POST', body }
}
export const uploaded = (...parts: (string | Uint8Array<ArrayBuffer>)[]) =>
  form(new File(parts, 'x.json'), '')
export const pasted = (text: string) => form(new File([], ''), text)
export const raw = (body: BodyInit, type = 'application/json') => ({
  method: 'POST',
  body,
  headers: { 'content-type': type },
})
export const urlencoded = (text: string) => ({
  method: 'POST',
  body: new URLSearchParams({ evidence: text }),
})
