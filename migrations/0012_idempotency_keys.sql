-- Which POSTs were answered, by the Idempotency-Key that their caller gave (contract.md). The row is claimed first and
-- completed last in the batch of the effect: no effect without it, and no second one. `answer`: the row that the
-- answer is drawn from, as SQL read it after the effect, values as JSON arrays of at most 30; `columns`: their names.
-- It holds no link and no key in the clear. fingerprint: SHA-256 of the method, the path and the body.
CREATE TABLE idempotency_keys (
  business_id TEXT NOT NULL REFERENCES businesses (id),
  idempotency_key TEXT NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 255),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  created_at INTEGER NOT NULL,
  columns TEXT CHECK (json_type(columns) = 'array'),
  answer TEXT CHECK (json_type(answer) = 'array'),
  PRIMARY KEY (business_id, idempotency_key),
  CHECK ((columns IS NULL) = (answer IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

CREATE TRIGGER idempotency_keys_are_used_once BEFORE INSERT ON idempotency_keys
WHEN EXISTS (
  SELECT 1 FROM idempotency_keys WHERE business_id = NEW.business_id AND idempotency_key = NEW.idempotency_key)
BEGIN SELECT RAISE(ABORT, 'idempotency_key_used'); END;

CREATE TRIGGER idempotency_keys_are_completed_once BEFORE UPDATE ON idempotency_keys
WHEN OLD.answer IS NOT NULL OR NEW.answer IS NULL OR NEW.business_id <> OLD.business_id
  OR NEW.idempotency_key <> OLD.idempotency_key OR NEW.fingerprint <> OLD.fingerprint
  OR NEW.created_at <> OLD.created_at
BEGIN SELECT RAISE(ABORT, 'idempotency_key_used'); END;
