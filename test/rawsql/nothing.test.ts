// Raw SQL that says NULL where a column has a default: UPDATE OR REPLACE then puts the default there, after the BEFORE
// triggers have seen a NULL, on which no comparison is true. So a rule that asks `NEW.state <> …` is not asked at all.
import { type Attack, any, attacks } from '../support/attack.ts'
import { change, id, literal, NOW } from '../support/raw-world.ts'

const said = (table: string, key: string, set: string) =>
  change(table, key, set).replace('update', 'update or replace')
const quote = (name: string, set: string) => said('quotes', id('quo', name), set)
const invoice = (name: string, set: string) => said('invoices', id('inv', name), set)
const business = (set: string) => change('businesses', id('biz', 'a'), set)

const oneOfEach = [id('biz', 'a'), id('cli', 'dana'), id('quo', 'fresh'), id('inv', 'fresh')]
  .map(literal)
  .join(', ')

attacks('a change that says nothing', [
  ['of a draft’s revision, so that what was sent is sent anew', any, quote('withdrawn', 'revision = null')],
  ['of an open quote’s revision', any, quote('open', `state = 'draft', revision = null`)],
  [
    'of a declined quote’s revision',
    any,
    quote('rejected', `state = 'draft', decided_at = null, revision = null`),
  ],
  ['of a sent invoice’s state, so that it is a draft again', any, invoice('sent', 'state = null')],
  ['of what was paid on an invoice', any, invoice('partial', 'paid = null')],
  [
    'of a cancelled message’s state, so that it waits again',
    any,
    'update or replace messages set state = null',
    [`update messages set state = 'cancelled'`],
  ],
  [
    'of the instant that ended a business’s links',
    any,
    business('links_from = null').replace('update', 'update or replace'),
    [business(`links_from = ${NOW}`)],
  ],
  ...['businesses', 'clients', 'quotes', 'invoices'].map(
    (table): Attack => [
      `of the version of one of ${table}, so that a stale change is none`,
      any,
      `update or replace ${table} set version = null, updated_at = 7 where id in (${oneOfEach})`,
      [`update ${table} set version = version + 1 where id in (${oneOfEach})`],
    ],
  ),
])
