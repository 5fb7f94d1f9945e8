// Raw SQL against money: balances and credit move by payments alone, and never beyond what is there.
import { attacks, check, foreignKey } from '../support/attack.ts'
import { change, id, insert, literal, NOW, type Row, rows } from '../support/raw-world.ts'

const invoice = (name: string, set: string) => change('invoices', id('inv', name), set)
const pay = (to: string, more: Row = {}, verb = 'insert') =>
  insert('payments', rows.payment('x', to, more), verb)
const tooMuch = { amount: 5000, applied: 5000 }
const fromCredit = (amount: number): Row => ({ method: 'credit', amount, applied: amount, credit: -amount })
const reversal = (of: string, amount: number, applied = amount, credit = amount - applied): Row => ({
  ...{ reverses: id('pay', of), amount: -amount, applied: -applied, credit: -credit },
})
const credits = (set: string) => `update client_credits set ${set}`

attacks('an invoice', [
  ['an edit on a stale version', 'stale', `update invoices set title = 'x' where state = 'draft'`],
  [
    'paid without a payment',
    'paid_by_payments',
    invoice('sent', `paid = 1000, state = 'paid', settled_at = ${NOW}`),
  ],
  ['partly paid without a payment', 'paid_by_payments', invoice('sent', 'paid = 1')],
  [
    'unpaid again without a reversal',
    'paid_by_payments',
    invoice('paid', `paid = 0, state = 'sent', settled_at = null`),
  ],
  ['called paid with a balance', check, invoice('partial', `state = 'paid', settled_at = ${NOW}`)],
  ['called open without one', check, invoice('paid', `state = 'sent', settled_at = null`)],
  [
    'void with money on it',
    'invoice_has_payments',
    invoice('partial', `state = 'void', settled_at = ${NOW}`),
  ],
  ['a draft void', 'invoice_', invoice('draft', `state = 'void', settled_at = ${NOW}`)],
  ['void and alive again', 'invoice_state', invoice('void', `state = 'sent', settled_at = null`)],
  ['sent and a draft again', 'invoice_state', invoice('sent', `state = 'draft'`)],
  [
    'sent without a revision',
    'invoice_needs_a_revision',
    invoice('draft', `state = 'sent', due_ends_at = 1, sent_at = 1`),
  ],
  ['due later', 'invoice_needs_a_revision', invoice('sent', 'due_ends_at = due_ends_at + 1')],
  ['the instant of its settling moved', 'paid_by_payments', invoice('paid', 'settled_at = 1')],
  ['deleted when sent', 'invoice_was_sent', `delete from invoices where id = ${literal(id('inv', 'sent'))}`],
  ['deleted when void', 'invoice_was_sent', `delete from invoices where id = ${literal(id('inv', 'void'))}`],
  ['born paid', 'invoice_not_draft', insert('invoices', { ...rows.invoice('x'), paid: 1000 })],
  [
    'replaced by its id',
    'exists',
    insert('invoices', { ...rows.invoice('paid'), number: 'x' }, 'insert or replace'),
  ],
  [
    'replaced by its number',
    'exists',
    insert('invoices', { ...rows.invoice('x'), number: 'INV-paid' }, 'insert or replace'),
  ],
  [
    'that is a draft, pushed out by its number',
    'number_taken',
    invoice('draft', `number = 'INV-fresh'`).replace('update', 'update or replace'),
  ],
  [
    'pushed out by its number',
    'number_taken',
    invoice('draft', `number = 'INV-paid'`).replace('update', 'update or replace'),
  ],
  ['given another id', 'invoice_is_fixed', invoice('fresh', `id = ${literal(id('inv', 'x'))}`)],
  [
    'for another business’s client',
    foreignKey,
    insert('invoices', { ...rows.invoice('x'), client_id: id('cli', 'other') }),
  ],
  [
    'for another business’s quote',
    'quote_not_sent',
    insert('invoices', { ...rows.invoice('x'), quote_id: id('quo', 'other') }),
  ],
  [
    'for a quote that was never sent',
    'quote_not_sent',
    insert('invoices', { ...rows.invoice('x'), quote_id: id('quo', 'draft') }),
  ],
  [
    'moved to a quote that was never sent',
    'quote_not_sent',
    invoice('fresh', `quote_id = ${literal(id('quo', 'draft'))}`),
  ],
  [
    'of another client than its quote',
    'quote_not_sent',
    invoice('fresh', `client_id = ${literal(id('cli', 'eve'))}`),
    [invoice('fresh', `quote_id = ${literal(id('quo', 'open'))}`)],
  ],
  [
    'for a client that was deleted',
    'invoice_not_draft',
    insert('invoices', { ...rows.invoice('x'), client_id: id('cli', 'gone') }),
  ],
  [
    'moved to a client that was deleted',
    'client_deleted',
    invoice('fresh', `client_id = ${literal(id('cli', 'gone'))}`),
  ],
])

attacks('a payment', [
  ['above the balance', 'above_the_balance', pay('sent', tooMuch)],
  ['above the balance, what breaks ignored', 'above_the_balance', pay('sent', tooMuch, 'insert or ignore')],
  ['above the balance, failing half-way', 'above_the_balance', pay('sent', tooMuch, 'insert or fail')],
  ['on a paid invoice, as if something were owed', 'above_the_balance', pay('paid')],
  ['on a draft', 'invoice_not_payable', pay('draft')],
  ['on a void invoice', 'invoice_not_payable', pay('void')],
  ['in another currency', 'invoice_not_payable', pay('sent', { currency: 'EUR' })],
  ['by another client', 'invoice_not_payable', pay('sent', { client_id: id('cli', 'eve') })],
  ['in another business’s name', foreignKey, pay('sent', { business_id: id('biz', 'b') })],
  ['of nothing', check, pay('sent', { amount: 0, applied: 0 })],
  ['negative, and no reversal', check, pay('partial', { amount: -100, applied: -100 })],
  ['that does not add up', check, pay('sent', { amount: 100, applied: 50 })],
  [
    'under the id of another',
    'exists',
    insert('payments', rows.payment('part', 'sent'), 'insert or replace'),
  ],
])

attacks('a reversal', [
  ['of another amount', 'reversal_mirrors', pay('partial', reversal('part', 50))],
  ['on another invoice', 'reversal_mirrors', pay('paid', reversal('part', 100))],
  ['by another method', 'reversal_mirrors', pay('partial', { ...reversal('part', 100), method: 'card' })],
  ['of a payment that is none', 'reversal_mirrors', pay('partial', reversal('none', 100))],
  [
    'for the second time',
    'exists',
    pay('partial', reversal('part', 100)),
    [
      insert('payments', rows.payment('more', 'partial')),
      insert('payments', rows.payment('back', 'partial', reversal('part', 100))),
    ],
  ],
  [
    'of a reversal',
    'reversal_mirrors',
    pay('partial', { reverses: id('pay', 'back') }),
    [insert('payments', rows.payment('back', 'partial', reversal('part', 100)))],
  ],
  [
    'of credit that was used',
    'not_enough_credit',
    pay('paid', reversal('over', 1500, 1000)),
    [insert('payments', rows.payment('used', 'sent', fromCredit(300)))],
  ],
  [
    'of credit that was used, what breaks ignored',
    'not_enough_credit',
    pay('paid', reversal('over', 1500, 1000), 'insert or ignore'),
    [insert('payments', rows.payment('used', 'sent', fromCredit(300)))],
  ],
])

attacks('credit', [
  ['from nowhere', 'credit_by_payments', credits('amount = 99900')],
  [
    'from nowhere, in a currency without payments',
    'credit_by_payments',
    `${credits('amount = 1')} where currency = 'EUR'`,
    [insert('client_credits', rows.credit('EUR'))],
  ],
  ['born with money', 'credit_by_payments', insert('client_credits', { ...rows.credit('EUR'), amount: 1 })],
  ['taken away', 'credit_by_payments', credits('amount = 0')],
  ['in another currency', 'credit_by_payments', credits(`currency = 'EUR'`)],
  ['of another client', 'credit_by_payments', credits(`client_id = ${literal(id('cli', 'eve'))}`)],
  ['of another business', foreignKey, credits(`business_id = ${literal(id('biz', 'b'))}`)],
  ['replaced', 'credit_by_payments', insert('client_credits', rows.credit('USD'), 'insert or replace')],
  ['deleted', 'append_only', 'delete from client_credits'],
  ['used beyond what there is', 'not_enough_credit', pay('sent', fromCredit(600))],
  [
    'used beyond what there is, what breaks ignored',
    'not_enough_credit',
    pay('sent', fromCredit(600), 'insert or ignore'),
  ],
  [
    'used beyond what there is, failing half-way',
    'not_enough_credit',
    pay('sent', fromCredit(600), 'insert or fail'),
  ],
  [
    'used by who has none',
    'not_enough_credit|invoice_not_payable',
    pay('sent', { ...fromCredit(1), currency: 'EUR' }),
  ],
])
