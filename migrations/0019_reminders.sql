-- When clients are reminded (product.md §5): days before a quote expires, before and after an invoice is due.
ALTER TABLE businesses ADD COLUMN reminders TEXT NOT NULL
  DEFAULT '{"enabled":true,"quote_days_before":[3],"invoice_days_before":[3],"invoice_days_after":[1,7,14]}'
  CHECK (json_type(reminders) = 'object');

DROP TRIGGER businesses_keep_what_has_a_default;

CREATE TRIGGER businesses_keep_what_has_a_default BEFORE UPDATE ON businesses
WHEN NEW.version IS NULL OR NEW.links_from IS NULL OR NEW.tax_rate IS NULL OR NEW.reminders IS NULL
BEGIN SELECT RAISE(ABORT, 'null'); END;

-- When the job next looks through a business's documents: once a day, at a decent hour there.
CREATE TABLE reminder_rounds (
  business_id TEXT PRIMARY KEY NOT NULL REFERENCES businesses (id),
  due_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX reminder_rounds_due ON reminder_rounds (due_at);

INSERT INTO reminder_rounds (business_id, due_at) SELECT id, 0 FROM businesses;

CREATE TRIGGER businesses_have_a_reminder_round AFTER INSERT ON businesses
BEGIN INSERT INTO reminder_rounds (business_id, due_at) VALUES (NEW.id, 0); END;

CREATE TRIGGER businesses_change_their_reminder_round AFTER UPDATE OF time_zone, reminders ON businesses
WHEN NEW.time_zone <> OLD.time_zone OR NEW.reminders <> OLD.reminders
BEGIN UPDATE reminder_rounds SET due_at = 0 WHERE business_id = NEW.id; END;

CREATE TRIGGER reminder_rounds_stay BEFORE DELETE ON reminder_rounds
BEGIN SELECT RAISE(ABORT, 'round_stays'); END;

CREATE TRIGGER reminder_rounds_are_not_replaced BEFORE INSERT ON reminder_rounds
WHEN EXISTS (SELECT 1 FROM reminder_rounds WHERE business_id = NEW.business_id)
BEGIN SELECT RAISE(ABORT, 'exists'); END;

-- One reminder: at most one a day for a client, and each step once for what was sent. day: the date in the business's zone.
-- step: days from the date that it reminds of, negative before it.
CREATE TABLE reminders (
  client_id TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  business_id TEXT NOT NULL,
  document_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  step INTEGER NOT NULL,
  message_id TEXT NOT NULL,
  PRIMARY KEY (client_id, day),
  UNIQUE (document_id, revision, step),
  FOREIGN KEY (business_id, client_id) REFERENCES clients (business_id, id),
  FOREIGN KEY (business_id, message_id) REFERENCES messages (business_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX reminders_of_message ON reminders (message_id);

CREATE TRIGGER reminders_never_change BEFORE UPDATE ON reminders
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER reminders_stay BEFORE DELETE ON reminders
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER reminders_are_not_replaced BEFORE INSERT ON reminders
WHEN EXISTS (SELECT 1 FROM reminders WHERE client_id = NEW.client_id AND day = NEW.day)
  OR EXISTS (SELECT 1 FROM reminders WHERE document_id = NEW.document_id AND revision = NEW.revision AND step = NEW.step)
BEGIN SELECT RAISE(ABORT, 'exists'); END;

-- A client that wants no reminders, until it asks for them again.
CREATE TABLE reminder_stops (
  client_id TEXT PRIMARY KEY NOT NULL,
  business_id TEXT NOT NULL,
  link_id TEXT NOT NULL,
  stopped_at INTEGER NOT NULL,
  FOREIGN KEY (business_id, client_id) REFERENCES clients (business_id, id),
  FOREIGN KEY (business_id, link_id) REFERENCES portal_links (business_id, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER reminder_stops_never_change BEFORE UPDATE ON reminder_stops
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER reminder_stops_are_not_replaced BEFORE INSERT ON reminder_stops
WHEN EXISTS (SELECT 1 FROM reminder_stops WHERE client_id = NEW.client_id)
BEGIN SELECT RAISE(ABORT, 'exists'); END;

-- What a look through a business's documents asks: those that may come near their date.
CREATE INDEX quotes_to_remind_of ON quotes (business_id, valid_until) WHERE state = 'open';
CREATE INDEX invoices_to_remind_of ON invoices (business_id, due_on) WHERE state = 'sent';
