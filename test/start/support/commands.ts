// The commands that are used beside a running `npm run dev`: npm run key and npm run load, on its data.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { api, type Dev } from './dev.ts'
import { root, runScript } from './project.ts'

/** Registers their tests. */
export function commandsBesideDev(world: () => { folder: string; dev: Dev }): void {
  let key: string

  test('npm run key makes a business whose key works at once', async () => {
    const args = [
      '--business',
      "Ann's <Studio>",
      '--email',
      'ann@studio.example',
      '--currency',
      'EUR',
      '--locale',
      'de-DE',
    ]
    const { code, printed } = await runScript(world().folder, 'key.mjs', args)
    expect(code).toBe(0)
    key = /^API key: (sqk_\w+)$/m.exec(printed)?.[1] ?? ''
    const { body } = await api(world().dev.origin, key, 'GET', '/business')
    expect(body).toMatchObject({ name: "Ann's <Studio>", currency: 'EUR', locale: 'de-DE', time_zone: 'UTC' })
  })

  test('npm run key --for makes one more key for a business that has lost its own, and for no other', async () => {
    const { id } = (await api(world().dev.origin, key, 'GET', '/business')).body
    const { code, printed } = await runScript(world().folder, 'key.mjs', ['--for', id])
    expect(code).toBe(0)
    const further = /^API key: (sqk_\w+)$/m.exec(printed)?.[1] ?? ''
    const { body } = await api(world().dev.origin, further, 'GET', '/api-keys')
    const names = [key, further].map(made => ({
      name: 'First key',
      short_id: made.slice(0, 9),
      status: 'active',
    }))
    expect(body.data).toMatchObject(names)
    const unknown = await runScript(world().folder, 'key.mjs', ['--for', `biz_${'0'.repeat(26)}`])
    expect(unknown).toMatchObject({ code: 1, printed: expect.stringContaining('There is no business') })
  })

  const load = (fields: object, steps: object = { steps: ['send'] }) => {
    const line = { description: 'Work', category: 'labor', quantity: '2.5', unit_price: '150.00', ...fields }
    const quote = { title: 'Logo', valid_until: '+14d', lines: [line], ...steps }
    const file = { clients: [{ name: 'Bo', email: 'bo@example.com', quotes: [quote] }] }
    writeFileSync(join(world().folder, 'own.json'), JSON.stringify(file))
    return runScript(world().folder, 'load.mjs', [
      join(world().folder, 'own.json'),
      '--url',
      world().dev.origin,
      '--key',
      key,
    ])
  }

  test("npm run load loads a business's own file", async () => {
    expect(await load({})).toMatchObject({
      code: 0,
      printed: expect.stringContaining('Loaded: 1 clients, 1 quotes'),
    })
    const { body } = await api(world().dev.origin, key, 'GET', '/quotes')
    expect(body.data).toMatchObject([{ title: 'Logo', status: 'sent', total: '375.00', currency: 'EUR' }])
  })

  test('npm run load tells where in the file the API found a fault', async () => {
    const { code, printed } = await load({ unit_price: '1.1234567' })
    expect(printed).toContain('clients[0].quotes[0].lines[0].unit_price: ')
    expect(code).toBe(1)
  })

  test('npm run load signs and declines as a client does, and tells where the portal refused', async () => {
    const answers = [
      { steps: ['send', 'sign'], signature: { name: 'Bo Lund', po_number: '7' } },
      { steps: ['send', 'open', 'decline'], decline: { reason: 'price', note: 'Too much,\nsorry.' } },
      { steps: ['send', 'decline', 'cancel', 'send'] },
    ]
    for (const answer of answers) expect(await load({}, answer)).toMatchObject({ code: 0 })
    const { body } = await api(world().dev.origin, key, 'GET', '/quotes')
    const statuses = body.data.map(({ status }: { status: string }) => status)
    expect(statuses.sort()).toEqual(['accepted', 'rejected', 'sent', 'sent'])

    const { code, printed } = await load({}, { steps: ['send', 'sign'], signature: { name: '7' } })
    expect(printed).toContain('clients[0].quotes[0].signature: the portal did not take it (422): ')
    expect(code).toBe(1)
  })

  test('npm run load with a wrong key says so', async () => {
    const args = [join(root, 'demo/harbor-roofing.json'), '--url', world().dev.origin, '--key', 'sqk_wrong']
    const { code, printed } = await runScript(world().folder, 'load.mjs', args)
    expect(printed).toContain('The API does not know this key')
    expect(code).toBe(1)
  })
}
