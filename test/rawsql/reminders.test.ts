// Raw SQL against what is remembered of reminders: one a day for a client, each step once, a stop that nobody replaces, and
// a round for each business.
import {
  type Attack,
  attacks,
  check,
  foreignKey,
  type Insertion,
  insertions,
  missing,
} from '../support/attack.ts'
import { id, insert, literal, rows } from '../support/raw-world.ts'

const sent = rows.reminder('2026-01-31', 1)
const next = rows.reminder('2026-02-01', 7)

const reminders: Insertion[] = [
  ['a second on the same day, of another step', 'exists', { ...next, day: '2026-01-31' }],
  [
    'a second on the same day, of another document',
    'exists',
    { ...sent, document_id: id('inv', 'late'), step: 9 },
  ],
  ['the same step on another day', 'exists', { ...next, step: 1 }],
  ['the same step for another client', 'exists', { ...next, step: 1, client_id: id('cli', 'eve') }],
  ['of no day', check, { ...next, day: 'today' }],
  ['of another business’s client', foreignKey, { ...next, client_id: id('cli', 'other') }],
  ['by a message of nobody', foreignKey, { ...next, message_id: id('msg', 'nobody') }],
]

insertions('reminders', 'a reminder', reminders)

insertions('reminder_stops', 'a stop', [
  ['in the place of one that stands', 'exists', { ...rows.stop('eve'), stopped_at: 1 }],
  ['of another business’s client', foreignKey, { ...rows.stop('dana'), business_id: id('biz', 'b') }],
  ['by a link of another business', foreignKey, { ...rows.stop('dana'), link_id: id('lnk', 'other') }],
])

insertions('reminder_rounds', 'a round', [
  ['a second one of a business', 'exists', { business_id: id('biz', 'a'), due_at: 9 }],
  ['of no business', foreignKey, { business_id: id('biz', 'nobody'), due_at: 0 }],
])

const changes: Attack[] = [
  ['a reminder moved to another day', 'append_only', `update reminders set day = '2026-02-02'`],
  ['a reminder taken away, so that another could come', 'append_only', 'delete from reminders'],
  ['a stop dated back', 'append_only', 'update reminder_stops set stopped_at = 1'],
  [
    'a stop turned to another client',
    'append_only',
    `update reminder_stops set client_id = ${literal(id('cli', 'dana'))}`,
  ],
  [
    'a round taken away, so that a business is never looked through',
    'round_stays',
    'delete from reminder_rounds',
  ],
  ['a round without a time', missing, 'update reminder_rounds set due_at = null'],
  [
    'settings that are none',
    'null|NOT NULL',
    `update businesses set reminders = null, version = version + 1`,
  ],
  ['settings that are no object', check, `update businesses set reminders = '[]', version = version + 1`],
]

attacks('a change', changes)

attacks('a second reminder in one batch with the first', [
  [
    'the same day twice',
    'exists',
    `insert into reminders (client_id, day, business_id, document_id, revision, step, message_id)
     select client_id, day, business_id, document_id, revision, 30, message_id from reminders`,
  ],
  [
    'by INSERT OR REPLACE over the day',
    'exists',
    insert('reminders', { ...next, day: '2026-01-31' }, 'insert or replace'),
  ],
])
