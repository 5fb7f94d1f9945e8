-- Invoices: the draft in invoices and invoice_lines, what was sent in invoice_revisions, money in payments.
-- Inserting the revision is the sending; payments alone move an invoice between sent and paid. Units as in
-- 0004. due_ends_at: the instant at which due_on ends in the business's zone, frozen at sending with that zone. `paid`: the
-- sum of the payments applied. Overdue and partial are read from these, never stored (product.md §4).
CREATE TABLE invoices (
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'inv_??????????????????????????'),
  business_id TEXT NOT NULL REFERENCES businesses (id),
  client_id TEXT NOT NULL,
  quote_id TEXT,
  number TEXT CHECK (number <> ''),
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'sent', 'paid', 'void')),
  title TEXT NOT NULL CHECK (title <> ''),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  due_on TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  discount_percent INTEGER CHECK (discount_percent BETWEEN 0 AND 1000000),
  discount_amount INTEGER CHECK (discount_amount >= 0),
  subtotal INTEGER NOT NULL CHECK (subtotal BETWEEN 0 AND 999999999999999),
  discount_total INTEGER NOT NULL CHECK (discount_total BETWEEN 0 AND subtotal),
  tax_total INTEGER NOT NULL CHECK (tax_total >= 0),
  total INTEGER NOT NULL CHECK (total BETWEEN 0 AND 999999999999999),
  paid INTEGER NOT NULL DEFAULT 0 CHECK (paid BETWEEN 0 AND total),
  time_zone TEXT,
  due_ends_at INTEGER,
  sent_at INTEGER,
  settled_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  description TEXT,
  terms TEXT,
  note TEXT,
  CHECK (total = subtotal - discount_total + tax_total),
  CHECK (discount_percent IS NULL OR discount_amount IS NULL),
  CHECK (state = 'draft' OR (number IS NOT NULL AND time_zone IS NOT NULL AND due_ends_at IS NOT NULL AND sent_at IS NOT NULL)),
  CHECK (state = 'sent' OR state = 'paid' OR paid = 0),
  CHECK (state <> 'paid' OR paid = total),
  CHECK (state <> 'sent' OR paid < total),
  CHECK ((state IN ('paid', 'void')) = (settled_at IS NOT NULL)),
  UNIQUE (business_id, number),
  UNIQUE (business_id, id),
  FOREIGN KEY (business_id, client_id) REFERENCES clients (business_id, id),
  FOREIGN KEY (business_id, quote_id) REFERENCES quotes (business_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX invoices_open_of_client ON invoices (client_id, state, due_ends_at, id);
CREATE INDEX invoices_settled_of_client ON invoices (client_id, state, settled_at, id);
CREATE INDEX invoices_of_client ON invoices (business_id, client_id, id);
CREATE INDEX invoices_by_update ON invoices (business_id, updated_at);
CREATE INDEX invoices_of_quote ON invoices (quote_id);

CREATE TABLE invoice_lines (
  invoice_id TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  business_id TEXT NOT NULL,
  description TEXT NOT NULL CHECK (description <> ''),
  category TEXT NOT NULL CHECK (category IN ('labor', 'material', 'service', 'equipment', 'other')),
  quantity INTEGER NOT NULL CHECK (quantity >= 0),
  unit TEXT,
  unit_price INTEGER NOT NULL CHECK (unit_price >= 0),
  tax_rate INTEGER NOT NULL CHECK (tax_rate BETWEEN 0 AND 1000000),
  total INTEGER NOT NULL CHECK (total >= 0),
  PRIMARY KEY (invoice_id, position),
  FOREIGN KEY (business_id, invoice_id) REFERENCES invoices (business_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- An invoice is sent once: revision is always 1.
CREATE TABLE invoice_revisions (
  invoice_id TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision = 1),
  business_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  number TEXT NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  time_zone TEXT NOT NULL,
  due_ends_at INTEGER NOT NULL,
  sent_at INTEGER NOT NULL,
  invoice_version INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (invoice_id, revision),
  FOREIGN KEY (business_id, invoice_id) REFERENCES invoices (business_id, id),
  FOREIGN KEY (business_id, client_id) REFERENCES clients (business_id, id)
) STRICT, WITHOUT ROWID;

-- Money received, append-only. amount = what came in; applied = the part that lowers this invoice's balance;
-- credit = the part that the client keeps as credit (negative where credit was used). A reversal names the
-- payment that it takes back and carries its figures with the opposite sign.
CREATE TABLE payments (
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'pay_??????????????????????????'),
  business_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  invoice_id TEXT NOT NULL,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount <> 0 AND amount BETWEEN -999999999999999 AND 999999999999999),
  applied INTEGER NOT NULL,
  credit INTEGER NOT NULL,
  method TEXT NOT NULL CHECK (method <> ''),
  paid_on TEXT NOT NULL CHECK (paid_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reference TEXT,
  note TEXT,
  reverses TEXT UNIQUE REFERENCES payments (id),
  created_at INTEGER NOT NULL,
  CHECK ((method = 'credit' AND applied = amount AND credit = -amount)
    OR (method <> 'credit' AND amount = applied + credit)),
  CHECK (reverses IS NOT NULL OR (amount > 0 AND applied >= 0)),
  UNIQUE (business_id, id),
  FOREIGN KEY (business_id, client_id) REFERENCES clients (business_id, id),
  FOREIGN KEY (business_id, invoice_id) REFERENCES invoices (business_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX payments_of_invoice ON payments (invoice_id, paid_on, id);
CREATE INDEX payments_of_client ON payments (client_id, currency);

-- What a client has left over, per currency: the sum of payments.credit, kept by trigger.
CREATE TABLE client_credits (
  client_id TEXT NOT NULL,
  currency TEXT NOT NULL,
  business_id TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 999999999999999),
  PRIMARY KEY (client_id, currency),
  FOREIGN KEY (business_id, client_id) REFERENCES clients (business_id, id)
) STRICT, WITHOUT ROWID;

-- invoices: what may change, and when
CREATE TRIGGER invoices_step_by_step BEFORE UPDATE ON invoices
WHEN NEW.version <> OLD.version + 1
BEGIN SELECT RAISE(ABORT, 'stale'); END;

CREATE TRIGGER invoices_sent_are_frozen BEFORE UPDATE OF client_id, quote_id, number, title, description, currency, due_on, discount_percent, discount_amount, terms, note, subtotal, discount_total, tax_total, total ON invoices
WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'invoice_not_draft'); END;

CREATE TRIGGER invoices_keep_their_owner BEFORE UPDATE ON invoices
WHEN NEW.id <> OLD.id OR NEW.business_id <> OLD.business_id
BEGIN SELECT RAISE(ABORT, 'invoice_is_fixed'); END;

CREATE TRIGGER invoices_leave_draft_by_a_revision BEFORE UPDATE OF state, time_zone, due_ends_at, sent_at ON invoices
WHEN NEW.state <> 'draft' AND NOT EXISTS (
  SELECT 1 FROM invoice_revisions WHERE invoice_id = NEW.id AND time_zone = NEW.time_zone
    AND due_ends_at = NEW.due_ends_at AND sent_at = NEW.sent_at)
BEGIN SELECT RAISE(ABORT, 'invoice_needs_a_revision'); END;

CREATE TRIGGER invoices_once_sent_stay_sent BEFORE UPDATE OF state ON invoices
WHEN (OLD.state <> 'draft' AND NEW.state = 'draft') OR (OLD.state = 'void') OR (OLD.state = 'draft' AND NEW.state = 'void')
BEGIN SELECT RAISE(ABORT, 'invoice_state'); END;

CREATE TRIGGER invoices_are_paid_by_payments BEFORE UPDATE OF paid ON invoices
WHEN NEW.paid <> (SELECT coalesce(sum(applied), 0) FROM payments WHERE invoice_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'paid_by_payments'); END;

CREATE TRIGGER invoices_keep_the_instant_of_their_settling BEFORE UPDATE OF settled_at ON invoices
WHEN NEW.state = OLD.state AND NEW.settled_at IS NOT OLD.settled_at
BEGIN SELECT RAISE(ABORT, 'paid_by_payments'); END;

CREATE TRIGGER invoices_go_to_clients_that_are_there BEFORE UPDATE OF client_id ON invoices
WHEN EXISTS (SELECT 1 FROM clients WHERE id = NEW.client_id AND deleted_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'client_deleted'); END;

CREATE TRIGGER invoices_are_for_quotes_that_were_sent BEFORE INSERT ON invoices
WHEN EXISTS (SELECT 1 FROM quotes WHERE id = NEW.quote_id AND (revision = 0 OR client_id <> NEW.client_id))
BEGIN SELECT RAISE(ABORT, 'quote_not_sent'); END;

CREATE TRIGGER invoices_stay_for_quotes_that_were_sent BEFORE UPDATE OF quote_id, client_id ON invoices
WHEN EXISTS (SELECT 1 FROM quotes WHERE id = NEW.quote_id AND (revision = 0 OR client_id <> NEW.client_id))
BEGIN SELECT RAISE(ABORT, 'quote_not_sent'); END;

CREATE TRIGGER invoices_once_sent_stay BEFORE DELETE ON invoices
WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'invoice_was_sent'); END;

CREATE TRIGGER invoices_start_as_drafts BEFORE INSERT ON invoices
WHEN NEW.state <> 'draft' OR NEW.paid <> 0
  OR EXISTS (SELECT 1 FROM clients WHERE id = NEW.client_id AND deleted_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'invoice_not_draft'); END;

CREATE TRIGGER invoices_are_not_replaced BEFORE INSERT ON invoices
WHEN EXISTS (SELECT 1 FROM invoices WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM invoices WHERE business_id = NEW.business_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'exists'); END;

CREATE TRIGGER invoices_do_not_take_a_number BEFORE UPDATE OF number ON invoices
WHEN EXISTS (SELECT 1 FROM invoices WHERE business_id = NEW.business_id AND number = NEW.number AND id <> NEW.id)
BEGIN SELECT RAISE(ABORT, 'number_taken'); END;

-- invoice_lines: change with the draft only
CREATE TRIGGER invoice_lines_insert_in_draft BEFORE INSERT ON invoice_lines
WHEN NOT EXISTS (SELECT 1 FROM invoices WHERE id = NEW.invoice_id AND state = 'draft')
  OR EXISTS (SELECT 1 FROM invoice_lines WHERE invoice_id = NEW.invoice_id AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'invoice_not_draft'); END;

CREATE TRIGGER invoice_lines_are_written_anew BEFORE UPDATE ON invoice_lines
BEGIN SELECT RAISE(ABORT, 'lines_are_fixed'); END;

CREATE TRIGGER invoice_lines_delete_in_draft BEFORE DELETE ON invoice_lines
WHEN EXISTS (SELECT 1 FROM invoices WHERE id = OLD.invoice_id AND state <> 'draft')
BEGIN SELECT RAISE(ABORT, 'invoice_not_draft'); END;

-- invoice_revisions: append-only, of an unchanged draft
CREATE TRIGGER invoice_revisions_follow_the_draft BEFORE INSERT ON invoice_revisions
WHEN NOT EXISTS (
  SELECT 1 FROM invoices WHERE id = NEW.invoice_id AND client_id = NEW.client_id AND state = 'draft'
    AND version = NEW.invoice_version AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'stale'); END;

CREATE TRIGGER invoice_revisions_need_a_client BEFORE INSERT ON invoice_revisions
WHEN EXISTS (SELECT 1 FROM clients WHERE id = NEW.client_id AND deleted_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'client_deleted'); END;

CREATE TRIGGER invoice_revisions_need_a_link BEFORE INSERT ON invoice_revisions
WHEN NOT EXISTS (
  SELECT 1 FROM portal_links JOIN businesses ON businesses.id = portal_links.business_id
  WHERE portal_links.client_id = NEW.client_id AND died_at IS NULL AND born_at > links_from)
BEGIN SELECT RAISE(ABORT, 'link_dead'); END;

CREATE TRIGGER invoice_revisions_send_the_invoice AFTER INSERT ON invoice_revisions
BEGIN
  UPDATE invoices SET state = iif(total = 0, 'paid', 'sent'), settled_at = iif(total = 0, NEW.sent_at, NULL),
    time_zone = NEW.time_zone, due_ends_at = NEW.due_ends_at, sent_at = NEW.sent_at, version = version + 1,
    updated_at = NEW.sent_at
  WHERE id = NEW.invoice_id;
END;

CREATE TRIGGER invoice_revisions_never_change BEFORE UPDATE ON invoice_revisions
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER invoice_revisions_stay BEFORE DELETE ON invoice_revisions
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- payments: append-only, on an invoice that was sent, in its currency, by its client
CREATE TRIGGER payments_are_on_a_sent_invoice BEFORE INSERT ON payments
WHEN NOT EXISTS (
  SELECT 1 FROM invoices WHERE id = NEW.invoice_id AND client_id = NEW.client_id AND currency = NEW.currency
    AND state IN ('sent', 'paid'))
BEGIN SELECT RAISE(ABORT, 'invoice_not_payable'); END;

-- The two that CHECKs keep as well, said here again: INSERT OR IGNORE lets a CHECK that fails in a trigger's own
-- UPDATE pass in silence.
CREATE TRIGGER payments_stay_within_the_total BEFORE INSERT ON payments
WHEN EXISTS (
  SELECT 1 FROM invoices WHERE id = NEW.invoice_id AND (paid + NEW.applied > total OR paid + NEW.applied < 0))
BEGIN SELECT RAISE(ABORT, 'above_the_balance'); END;

CREATE TRIGGER payments_use_credit_that_is_there BEFORE INSERT ON payments
WHEN coalesce((SELECT amount FROM client_credits WHERE client_id = NEW.client_id AND currency = NEW.currency), 0)
  + NEW.credit NOT BETWEEN 0 AND 999999999999999
BEGIN SELECT RAISE(ABORT, 'not_enough_credit'); END;

CREATE TRIGGER payments_reversals_mirror BEFORE INSERT ON payments
WHEN NEW.reverses IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM payments WHERE id = NEW.reverses AND reverses IS NULL AND invoice_id = NEW.invoice_id
    AND method = NEW.method AND amount = -NEW.amount AND applied = -NEW.applied AND credit = -NEW.credit)
BEGIN SELECT RAISE(ABORT, 'reversal_mirrors'); END;

CREATE TRIGGER payments_are_not_replaced BEFORE INSERT ON payments
WHEN EXISTS (SELECT 1 FROM payments WHERE id = NEW.id OR reverses = NEW.reverses)
BEGIN SELECT RAISE(ABORT, 'exists'); END;

CREATE TRIGGER payments_move_the_balance AFTER INSERT ON payments
BEGIN
  UPDATE invoices SET paid = paid + NEW.applied,
    state = iif(paid + NEW.applied >= total, 'paid', 'sent'),
    settled_at = iif(paid + NEW.applied >= total, coalesce(settled_at, NEW.created_at), NULL),
    version = version + 1, updated_at = NEW.created_at
  WHERE id = NEW.invoice_id;
END;

CREATE TRIGGER payments_open_the_credit BEFORE INSERT ON payments
WHEN NEW.credit <> 0 AND NOT EXISTS (
  SELECT 1 FROM client_credits WHERE client_id = NEW.client_id AND currency = NEW.currency)
BEGIN
  INSERT INTO client_credits (client_id, currency, business_id, amount)
  VALUES (NEW.client_id, NEW.currency, NEW.business_id, 0);
END;

CREATE TRIGGER payments_move_the_credit AFTER INSERT ON payments
WHEN NEW.credit <> 0
BEGIN
  UPDATE client_credits SET amount = amount + NEW.credit
  WHERE client_id = NEW.client_id AND currency = NEW.currency;
END;

CREATE TRIGGER payments_never_change BEFORE UPDATE ON payments
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER payments_stay BEFORE DELETE ON payments
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER client_credits_start_empty BEFORE INSERT ON client_credits
WHEN NEW.amount <> 0 OR EXISTS (
  SELECT 1 FROM client_credits WHERE client_id = NEW.client_id AND currency = NEW.currency)
BEGIN SELECT RAISE(ABORT, 'credit_by_payments'); END;

CREATE TRIGGER client_credits_are_the_payments BEFORE UPDATE ON client_credits
WHEN NEW.client_id <> OLD.client_id OR NEW.currency <> OLD.currency
  OR NEW.amount IS NOT (SELECT coalesce(sum(credit), 0) FROM payments WHERE client_id = NEW.client_id AND currency = NEW.currency)
BEGIN SELECT RAISE(ABORT, 'credit_by_payments'); END;

CREATE TRIGGER client_credits_stay BEFORE DELETE ON client_credits
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- A client that is deleted takes its drafts along (product.md §1).
CREATE TRIGGER clients_deleted_lose_draft_invoices AFTER UPDATE OF deleted_at ON clients
WHEN NEW.deleted_at IS NOT NULL
BEGIN
  DELETE FROM invoices WHERE client_id = NEW.id AND state = 'draft';
END;
