// Raw SQL against logos: each is one business's, of a kind and a size that may be, and never another under its address.
import {
  type Attack,
  attacks,
  check,
  foreignKey,
  type Insertion,
  insertions,
  missing,
  updateVerbs,
} from '../support/attack.ts'
import { hash, id, insert, rows } from '../support/raw-world.ts'

const fresh = rows.logo('b')

const logos: Insertion[] = [
  ['a second one of a business', 'exists', { ...rows.logo('a'), hash: '0b'.repeat(32) }],
  ['of nobody', foreignKey, { ...fresh, business_id: id('biz', 'nobody') }],
  ['by a hash that is too short', check, { ...fresh, hash: '0a' }],
  ['by a hash that is none', check, { ...fresh, hash: hash('x') }],
  ['by a hash in capitals', check, { ...fresh, hash: '0A'.repeat(32) }],
  ['of another type', check, { ...fresh, media_type: 'image/svg+xml' }],
  ['of no width', check, { ...fresh, width: 0 }],
  ['that is too wide', check, { ...fresh, width: 1025 }],
  ['of no height', check, { ...fresh, height: 0 }],
  ['that is too high', check, { ...fresh, height: 1025 }],
  ['of nothing', check, { ...fresh, bytes: new Uint8Array() }],
  ['that is a text', 'cannot store TEXT value in BLOB column', { ...fresh, bytes: 'text' }],
  ['without its bytes', missing, { ...fresh, bytes: null }],
]

insertions('logos', 'a logo', logos)

attacks(
  'a logo that is there',
  updateVerbs.flatMap(verb =>
    [
      `hash = '${'0b'.repeat(32)}'`,
      `bytes = x'00'`,
      `business_id = '${id('biz', 'b')}'`,
      'width = width',
    ].map(
      (change): Attack => [
        `${verb} of ${change.split(' ')[0]}`,
        'append_only',
        `${verb} logos set ${change}`,
      ],
    ),
  ),
)

// As a literal it would be longer than a statement may be.
attacks('a logo of more than 100 KB', [
  ['is none', check, insert('logos', fresh).replace(/x'\w+'/, `zeroblob(${100 * 1024 + 1})`)],
])
