-- A client of a business. `cc`: further addresses, a JSON array; `notes`: internal, on no page and in no mail.
-- Deleting sets deleted_at: what was sent, paid and signed stays (product.md §1).
CREATE TABLE clients (
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'cli_??????????????????????????'),
  business_id TEXT NOT NULL REFERENCES businesses (id),
  name TEXT NOT NULL CHECK (name <> ''),
  email TEXT NOT NULL CHECK (email LIKE '%_@_%'),
  cc TEXT NOT NULL DEFAULT '[]' CHECK (json_type(cc) = 'array'),
  phone TEXT,
  company TEXT,
  locale TEXT,
  notes TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  UNIQUE (business_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX clients_by_update ON clients (business_id, updated_at);

CREATE TRIGGER clients_step_by_step BEFORE UPDATE ON clients
WHEN NEW.version <> OLD.version + 1
BEGIN SELECT RAISE(ABORT, 'stale'); END;

CREATE TRIGGER clients_stay_deleted BEFORE UPDATE ON clients
WHEN OLD.deleted_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'client_deleted'); END;

CREATE TRIGGER clients_keep_their_business BEFORE UPDATE ON clients
WHEN NEW.id <> OLD.id OR NEW.business_id <> OLD.business_id
BEGIN SELECT RAISE(ABORT, 'client_is_fixed'); END;

CREATE TRIGGER clients_stay BEFORE DELETE ON clients
BEGIN SELECT RAISE(ABORT, 'client_stays'); END;

CREATE TRIGGER clients_are_not_replaced BEFORE INSERT ON clients
WHEN EXISTS (SELECT 1 FROM clients WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'exists'); END;
