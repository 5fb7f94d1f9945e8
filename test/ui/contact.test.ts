// Numbers to tap and addresses to write to.
import { describe, expect, it } from 'vitest'
import { dialled, writeTo } from '../../src/ui/contact.tsx'
import { initialsOf } from '../../src/ui/layout.tsx'

describe('dialled', () => {
  it.each([
    ['(207) 555-0188', 'tel:2075550188'],
    ['+49 (0)30 901820', 'tel:+4930901820'],
    ['+1 207 555 0188', 'tel:+12075550188'],
    ['207-555-0188 ext. 12', 'tel:2075550188;ext=12'],
    ['207 555 0188 x12', 'tel:2075550188;ext=12'],
    ['0800 ROOFERS', null],
    ['ask for Ines', null],
    ['', null],
    ['12', null],
  ])('%j is %j', (phone, href) => {
    expect(dialled(phone)).toBe(href)
  })
})

describe('writeTo', () => {
  it.each([
    ['office@x.example', undefined, 'mailto:office@x.example'],
    ['office@x.example', 'Quote Q-1 & more', 'mailto:office@x.example?subject=Quote%20Q-1%20%26%20more'],
    ['a?bcc=evil@x.example', undefined, 'mailto:a%3Fbcc%3Devil@x.example'],
  ])('%j about %j is %j', (email, subject, href) => {
    expect(writeTo(email, subject)).toBe(href)
  })
})

describe('initialsOf', () => {
  it.each([
    ['Alder & Finch Joinery', 'AF'],
    ['smith', 'S'],
    ['4 Seasons', '4S'],
    ['Ångström-Öberg', 'ÅÖ'],
    ['נגריית האלון', 'נ'],
    ['大和 建設', '大'],
    ['😀', ''],
    ['  ', ''],
  ])('%j is %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
