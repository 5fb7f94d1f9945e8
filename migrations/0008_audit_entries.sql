-- Who did what, to which object, when, from where: append-only. `details`: facts about the act as JSON,
-- never a secret and nothing about a person beyond ids.
CREATE TABLE audit_entries (
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'aud_??????????????????????????'),
  business_id TEXT NOT NULL REFERENCES businesses (id),
  at INTEGER NOT NULL,
  actor_kind TEXT NOT NULL CHECK (actor_kind IN ('key', 'link', 'system')),
  actor_id TEXT,
  action TEXT NOT NULL CHECK (action <> ''),
  object_id TEXT NOT NULL,
  address TEXT,
  request_id TEXT,
  details TEXT NOT NULL DEFAULT '{}' CHECK (json_type(details) = 'object'),
  CHECK ((actor_kind = 'system') = (actor_id IS NULL)),
  UNIQUE (business_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_entries_of_object ON audit_entries (business_id, object_id, id);

CREATE TRIGGER audit_entries_never_change BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER audit_entries_stay BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER audit_entries_are_not_replaced BEFORE INSERT ON audit_entries
WHEN EXISTS (SELECT 1 FROM audit_entries WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'exists'); END;
