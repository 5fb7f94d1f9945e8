-- Quotes: the draft in quotes and quote_lines, what was sent in quote_revisions, who opened it in
-- quote_views, what became of it in quote_decisions. State is a row: inserting a revision is the sending,
-- inserting a decision is the acceptance or the rejection; triggers move quotes.state along.
-- Amounts: minor units. discount_percent, tax_rate: percent × 10^4. quantity × 10^4.
-- unit_price: thousandths of a minor unit. Long texts stand last, so that lists read past none. expires_at: the instant at which valid_until ends, frozen at sending.
CREATE TABLE quotes (
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'quo_??????????????????????????'),
  business_id TEXT NOT NULL REFERENCES businesses (id),
  client_id TEXT NOT NULL,
  number TEXT CHECK (number <> ''),
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'accepted', 'rejected', 'closed')),
  revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0),
  title TEXT NOT NULL CHECK (title <> ''),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  valid_until TEXT NOT NULL CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  discount_percent INTEGER CHECK (discount_percent BETWEEN 0 AND 1000000),
  discount_amount INTEGER CHECK (discount_amount >= 0),
  subtotal INTEGER NOT NULL CHECK (subtotal BETWEEN 0 AND 999999999999999),
  discount_total INTEGER NOT NULL CHECK (discount_total BETWEEN 0 AND subtotal),
  tax_total INTEGER NOT NULL CHECK (tax_total >= 0),
  total INTEGER NOT NULL CHECK (total BETWEEN 0 AND 999999999999999),
  expires_at INTEGER,
  sent_at INTEGER,
  decided_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  description TEXT,
  terms TEXT,
  note TEXT,
  CHECK (total = subtotal - discount_total + tax_total),
  CHECK (discount_percent IS NULL OR discount_amount IS NULL),
  CHECK (state = 'draft' OR (number IS NOT NULL AND revision > 0 AND expires_at IS NOT NULL AND sent_at IS NOT NULL)),
  CHECK ((state IN ('accepted', 'rejected', 'closed')) = (decided_at IS NOT NULL)),
  UNIQUE (business_id, number),
  UNIQUE (business_id, id),
  FOREIGN KEY (business_id, client_id) REFERENCES clients (business_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX quotes_open_of_client ON quotes (client_id, state, expires_at, id);
CREATE INDEX quotes_decided_of_client ON quotes (client_id, state, decided_at, id);
CREATE INDEX quotes_of_client ON quotes (business_id, client_id, id);
CREATE INDEX quotes_by_update ON quotes (business_id, updated_at);

CREATE TABLE quote_lines (
  quote_id TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  business_id TEXT NOT NULL,
  description TEXT NOT NULL CHECK (description <> ''),
  category TEXT NOT NULL CHECK (category IN ('labor', 'material', 'service', 'equipment', 'other')),
  quantity INTEGER NOT NULL CHECK (quantity >= 0),
  unit TEXT,
  unit_price INTEGER NOT NULL CHECK (unit_price >= 0),
  tax_rate INTEGER NOT NULL CHECK (tax_rate BETWEEN 0 AND 1000000),
  total INTEGER NOT NULL CHECK (total >= 0),
  PRIMARY KEY (quote_id, position),
  FOREIGN KEY (business_id, quote_id) REFERENCES quotes (business_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- `quote_version`: the version of the draft that the content was made from. title, currency, total, valid_until and its
-- time_zone are what lists show of it: a draft, or the business, may have moved on since.
CREATE TABLE quote_revisions (
  quote_id TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  business_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  currency TEXT NOT NULL,
  total INTEGER NOT NULL,
  valid_until TEXT NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  time_zone TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  sent_at INTEGER NOT NULL,
  quote_version INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (quote_id, revision),
  FOREIGN KEY (business_id, quote_id) REFERENCES quotes (business_id, id),
  FOREIGN KEY (business_id, client_id) REFERENCES clients (business_id, id)
) STRICT, WITHOUT ROWID;

-- The first opening of a revision by a person.
CREATE TABLE quote_views (
  quote_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  business_id TEXT NOT NULL,
  link_id TEXT NOT NULL,
  viewed_at INTEGER NOT NULL,
  PRIMARY KEY (quote_id, revision),
  FOREIGN KEY (quote_id, revision) REFERENCES quote_revisions (quote_id, revision),
  FOREIGN KEY (business_id, quote_id) REFERENCES quotes (business_id, id),
  FOREIGN KEY (business_id, link_id) REFERENCES portal_links (business_id, id)
) STRICT, WITHOUT ROWID;

-- One decision per revision, one acceptance per quote. `decided_by` business: recorded for a client who
-- answered by phone or on paper; it carries no signature and no link.
CREATE TABLE quote_decisions (
  quote_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  business_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('accepted', 'rejected')),
  decided_by TEXT NOT NULL CHECK (decided_by IN ('client', 'business')),
  content_hash TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  link_id TEXT,
  signed_name TEXT,
  po_number TEXT,
  reason TEXT CHECK (reason IN ('price', 'timing', 'chose_someone_else', 'project_cancelled', 'scope', 'other')),
  note TEXT,
  PRIMARY KEY (quote_id, revision),
  CHECK ((decided_by = 'client') = (link_id IS NOT NULL)),
  CHECK ((decided_by = 'client' AND kind = 'accepted') = (signed_name IS NOT NULL)),
  FOREIGN KEY (quote_id, revision) REFERENCES quote_revisions (quote_id, revision),
  FOREIGN KEY (business_id, quote_id) REFERENCES quotes (business_id, id),
  FOREIGN KEY (business_id, link_id) REFERENCES portal_links (business_id, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX quote_decisions_one_acceptance ON quote_decisions (quote_id) WHERE kind = 'accepted';

-- quotes: what may change, and when
CREATE TRIGGER quotes_step_by_step BEFORE UPDATE ON quotes
WHEN NEW.version <> OLD.version + 1
BEGIN SELECT RAISE(ABORT, 'stale'); END;

CREATE TRIGGER quotes_accepted_never_change BEFORE UPDATE ON quotes
WHEN OLD.state = 'accepted'
BEGIN SELECT RAISE(ABORT, 'quote_accepted'); END;

CREATE TRIGGER quotes_sent_are_frozen BEFORE UPDATE OF client_id, number, title, description, currency, valid_until, discount_percent, discount_amount, terms, note, subtotal, discount_total, tax_total, total ON quotes
WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'quote_not_draft'); END;

CREATE TRIGGER quotes_keep_their_number BEFORE UPDATE OF number ON quotes
WHEN OLD.revision > 0 AND NEW.number IS NOT OLD.number
BEGIN SELECT RAISE(ABORT, 'number_is_fixed'); END;

CREATE TRIGGER quotes_keep_their_owner BEFORE UPDATE ON quotes
WHEN NEW.id <> OLD.id OR NEW.business_id <> OLD.business_id
  OR (OLD.revision > 0 AND NEW.client_id <> OLD.client_id)
BEGIN SELECT RAISE(ABORT, 'quote_is_fixed'); END;

CREATE TRIGGER quotes_open_by_a_revision BEFORE UPDATE OF state, revision ON quotes
WHEN (NEW.state = 'open' OR NEW.revision <> OLD.revision)
  AND NOT (OLD.state = 'draft' AND NEW.state = 'open' AND NEW.revision = OLD.revision + 1
    AND EXISTS (SELECT 1 FROM quote_revisions WHERE quote_id = NEW.id AND revision = NEW.revision))
BEGIN SELECT RAISE(ABORT, 'quote_needs_a_revision'); END;

CREATE TRIGGER quotes_validity_is_the_revisions BEFORE UPDATE OF expires_at, sent_at ON quotes
WHEN NOT EXISTS (
  SELECT 1 FROM quote_revisions WHERE quote_id = NEW.id AND revision = NEW.revision
    AND expires_at = NEW.expires_at AND sent_at = NEW.sent_at)
BEGIN SELECT RAISE(ABORT, 'quote_needs_a_revision'); END;

CREATE TRIGGER quotes_are_decided_by_a_decision BEFORE UPDATE OF state ON quotes
WHEN NEW.state IN ('accepted', 'rejected') AND NOT (OLD.state = 'open' AND EXISTS (
  SELECT 1 FROM quote_decisions WHERE quote_id = NEW.id AND revision = NEW.revision AND kind = NEW.state
    AND decided_at = NEW.decided_at))
BEGIN SELECT RAISE(ABORT, 'quote_needs_a_decision'); END;

CREATE TRIGGER quotes_keep_the_instant_of_their_decision BEFORE UPDATE OF decided_at ON quotes
WHEN NEW.state = OLD.state AND NEW.decided_at IS NOT OLD.decided_at
BEGIN SELECT RAISE(ABORT, 'quote_needs_a_decision'); END;

CREATE TRIGGER quotes_go_to_clients_that_are_there BEFORE UPDATE OF client_id ON quotes
WHEN EXISTS (SELECT 1 FROM clients WHERE id = NEW.client_id AND deleted_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'client_deleted'); END;

CREATE TRIGGER quotes_close_only_once_sent BEFORE UPDATE OF state ON quotes
WHEN NEW.state = 'closed' AND NOT (OLD.state = 'open' OR (OLD.state = 'draft' AND OLD.revision > 0))
BEGIN SELECT RAISE(ABORT, 'quote_cannot_close'); END;

CREATE TRIGGER quotes_once_sent_stay BEFORE DELETE ON quotes
WHEN OLD.state <> 'draft' OR OLD.revision > 0
BEGIN SELECT RAISE(ABORT, 'quote_was_sent'); END;

CREATE TRIGGER quotes_start_as_drafts BEFORE INSERT ON quotes
WHEN NEW.state <> 'draft' OR NEW.revision <> 0
  OR EXISTS (SELECT 1 FROM clients WHERE id = NEW.client_id AND deleted_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'quote_not_draft'); END;

CREATE TRIGGER quotes_are_not_replaced BEFORE INSERT ON quotes
WHEN EXISTS (SELECT 1 FROM quotes WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM quotes WHERE business_id = NEW.business_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'exists'); END;

CREATE TRIGGER quotes_do_not_take_a_number BEFORE UPDATE OF number ON quotes
WHEN EXISTS (SELECT 1 FROM quotes WHERE business_id = NEW.business_id AND number = NEW.number AND id <> NEW.id)
BEGIN SELECT RAISE(ABORT, 'number_taken'); END;

-- quote_lines: change with the draft only
CREATE TRIGGER quote_lines_insert_in_draft BEFORE INSERT ON quote_lines
WHEN NOT EXISTS (SELECT 1 FROM quotes WHERE id = NEW.quote_id AND state = 'draft')
  OR EXISTS (SELECT 1 FROM quote_lines WHERE quote_id = NEW.quote_id AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'quote_not_draft'); END;

CREATE TRIGGER quote_lines_are_written_anew BEFORE UPDATE ON quote_lines
BEGIN SELECT RAISE(ABORT, 'lines_are_fixed'); END;

CREATE TRIGGER quote_lines_delete_in_draft BEFORE DELETE ON quote_lines
WHEN EXISTS (SELECT 1 FROM quotes WHERE id = OLD.quote_id AND state <> 'draft')
BEGIN SELECT RAISE(ABORT, 'quote_not_draft'); END;

-- quote_revisions: append-only, the next one of an unchanged draft
CREATE TRIGGER quote_revisions_follow_the_draft BEFORE INSERT ON quote_revisions
WHEN NOT EXISTS (
  SELECT 1 FROM quotes WHERE id = NEW.quote_id AND client_id = NEW.client_id AND state = 'draft'
    AND revision = NEW.revision - 1 AND version = NEW.quote_version AND number = NEW.number
    AND title = NEW.title AND currency = NEW.currency AND total = NEW.total AND valid_until = NEW.valid_until)
BEGIN SELECT RAISE(ABORT, 'stale'); END;

CREATE TRIGGER quote_revisions_are_valid_when_sent BEFORE INSERT ON quote_revisions
WHEN NEW.expires_at <= NEW.sent_at
BEGIN SELECT RAISE(ABORT, 'quote_past_validity'); END;

CREATE TRIGGER quote_revisions_need_a_client BEFORE INSERT ON quote_revisions
WHEN EXISTS (SELECT 1 FROM clients WHERE id = NEW.client_id AND deleted_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'client_deleted'); END;

CREATE TRIGGER quote_revisions_need_a_link BEFORE INSERT ON quote_revisions
WHEN NOT EXISTS (
  SELECT 1 FROM portal_links JOIN businesses ON businesses.id = portal_links.business_id
  WHERE portal_links.client_id = NEW.client_id AND died_at IS NULL AND born_at > links_from)
BEGIN SELECT RAISE(ABORT, 'link_dead'); END;

CREATE TRIGGER quote_revisions_open_the_quote AFTER INSERT ON quote_revisions
BEGIN
  UPDATE quotes SET state = 'open', revision = NEW.revision, expires_at = NEW.expires_at, sent_at = NEW.sent_at,
    decided_at = NULL, version = version + 1, updated_at = NEW.sent_at WHERE id = NEW.quote_id;
END;

CREATE TRIGGER quote_revisions_never_change BEFORE UPDATE ON quote_revisions
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER quote_revisions_stay BEFORE DELETE ON quote_revisions
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- quote_views: append-only, of what is open now
CREATE TRIGGER quote_views_are_of_what_is_open BEFORE INSERT ON quote_views
WHEN NOT EXISTS (
  SELECT 1 FROM quotes WHERE id = NEW.quote_id AND state = 'open' AND revision = NEW.revision
    AND NEW.viewed_at < expires_at)
  OR EXISTS (SELECT 1 FROM quote_views WHERE quote_id = NEW.quote_id AND revision = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'quote_not_open'); END;

CREATE TRIGGER quote_views_come_through_a_living_link BEFORE INSERT ON quote_views
WHEN NOT EXISTS (
  SELECT 1 FROM portal_links JOIN businesses ON businesses.id = portal_links.business_id
  WHERE portal_links.id = NEW.link_id AND died_at IS NULL AND born_at > links_from
    AND portal_links.client_id = (SELECT client_id FROM quotes WHERE id = NEW.quote_id))
BEGIN SELECT RAISE(ABORT, 'link_dead'); END;

CREATE TRIGGER quote_views_never_change BEFORE UPDATE ON quote_views
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER quote_views_stay BEFORE DELETE ON quote_views
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- quote_decisions: append-only; on the open revision, with the hash of what was shown, in time, by a living link
CREATE TRIGGER quote_decisions_happen_once BEFORE INSERT ON quote_decisions
WHEN EXISTS (SELECT 1 FROM quote_decisions WHERE quote_id = NEW.quote_id AND revision = NEW.revision)
  OR (NEW.kind = 'accepted'
    AND EXISTS (SELECT 1 FROM quote_decisions WHERE quote_id = NEW.quote_id AND kind = 'accepted'))
BEGIN SELECT RAISE(ABORT, 'already_decided'); END;

CREATE TRIGGER quote_decisions_are_on_what_is_open BEFORE INSERT ON quote_decisions
WHEN NOT EXISTS (
  SELECT 1 FROM quotes WHERE id = NEW.quote_id AND state = 'open' AND revision = NEW.revision
    AND NEW.decided_at < expires_at)
BEGIN SELECT RAISE(ABORT, 'quote_not_open'); END;

CREATE TRIGGER quote_decisions_are_on_what_was_shown BEFORE INSERT ON quote_decisions
WHEN NOT EXISTS (
  SELECT 1 FROM quote_revisions WHERE quote_id = NEW.quote_id AND revision = NEW.revision
    AND content_hash = NEW.content_hash)
BEGIN SELECT RAISE(ABORT, 'quote_changed'); END;

CREATE TRIGGER quote_decisions_come_through_a_living_link BEFORE INSERT ON quote_decisions
WHEN NEW.decided_by = 'client' AND NOT EXISTS (
  SELECT 1 FROM portal_links JOIN businesses ON businesses.id = portal_links.business_id
  WHERE portal_links.id = NEW.link_id AND died_at IS NULL AND born_at > links_from
    AND portal_links.client_id = (SELECT client_id FROM quotes WHERE id = NEW.quote_id))
BEGIN SELECT RAISE(ABORT, 'link_dead'); END;

CREATE TRIGGER quote_decisions_decide_the_quote AFTER INSERT ON quote_decisions
BEGIN
  UPDATE quotes SET state = NEW.kind, decided_at = NEW.decided_at, version = version + 1,
    updated_at = NEW.decided_at WHERE id = NEW.quote_id;
END;

CREATE TRIGGER quote_decisions_never_change BEFORE UPDATE ON quote_decisions
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER quote_decisions_stay BEFORE DELETE ON quote_decisions
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- A client that is deleted takes its drafts along (product.md §1).
CREATE TRIGGER clients_deleted_lose_draft_quotes AFTER UPDATE OF deleted_at ON clients
WHEN NEW.deleted_at IS NOT NULL
BEGIN
  DELETE FROM quotes WHERE client_id = NEW.id AND state = 'draft' AND revision = 0;
END;

-- One that was sent before can't be deleted: it is closed.
CREATE TRIGGER clients_deleted_close_withdrawn_quotes AFTER UPDATE OF deleted_at ON clients
WHEN NEW.deleted_at IS NOT NULL
BEGIN
  UPDATE quotes SET state = 'closed', decided_at = NEW.deleted_at, version = version + 1, updated_at = NEW.deleted_at
  WHERE client_id = NEW.id AND state = 'draft' AND revision > 0;
END;
