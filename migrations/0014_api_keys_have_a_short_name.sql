-- short_id: the first characters of a key, by which a person and a log can tell it from others; it opens nothing.
ALTER TABLE api_keys ADD COLUMN short_id TEXT CHECK (short_id GLOB 'sqk_?????');

-- replaced_at: when a rotation made another key in its place, which happens once; until its end it works beside that one.
ALTER TABLE api_keys ADD COLUMN replaced_at INTEGER;

CREATE INDEX api_keys_of_business ON api_keys (business_id, id);

CREATE TRIGGER api_keys_keep_their_names BEFORE UPDATE ON api_keys
WHEN NEW.short_id IS NOT OLD.short_id OR NEW.name <> OLD.name OR NEW.created_at <> OLD.created_at
BEGIN SELECT RAISE(ABORT, 'key_is_fixed'); END;

CREATE TRIGGER api_keys_are_replaced_once BEFORE UPDATE ON api_keys
WHEN OLD.replaced_at IS NOT NULL AND NEW.replaced_at IS NOT OLD.replaced_at
BEGIN SELECT RAISE(ABORT, 'key_is_fixed'); END;

-- The first condition of every batch that a key acts by: it is in force now, not only when its request arrived. A request
-- can be held open for as long as its sender likes.
CREATE VIEW acting_keys (id, business_id, at) AS SELECT NULL, NULL, NULL;

CREATE TRIGGER acting_keys_are_in_force INSTEAD OF INSERT ON acting_keys
WHEN NOT EXISTS (SELECT 1 FROM api_keys WHERE id = NEW.id AND business_id = NEW.business_id
  AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > NEW.at))
BEGIN SELECT RAISE(ABORT, 'key_ended'); END;
