-- A business, and the keys with which its programs call the API (product.md §6).
-- Every table here is WITHOUT ROWID: a rowid would be a second key, over which REPLACE could push a row out.
-- `version` rises by one with every update: the ETag, and what makes a stale write fail (see *_step_by_step).
-- tax_rate is percent × 10^4. links_from: portal links born at or before this instant are dead.
CREATE TABLE businesses (
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'biz_??????????????????????????'),
  name TEXT NOT NULL CHECK (name <> ''),
  email TEXT NOT NULL CHECK (email LIKE '%_@_%'),
  phone TEXT,
  address TEXT,
  website TEXT,
  colour TEXT CHECK (colour GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
  locale TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  time_zone TEXT NOT NULL,
  tax_rate INTEGER NOT NULL DEFAULT 0 CHECK (tax_rate BETWEEN 0 AND 1000000),
  payment_instructions TEXT,
  terms TEXT,
  links_from INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER businesses_step_by_step BEFORE UPDATE ON businesses
WHEN NEW.version <> OLD.version + 1
BEGIN SELECT RAISE(ABORT, 'stale'); END;

CREATE TRIGGER businesses_keep_their_id BEFORE UPDATE ON businesses
WHEN NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'business_is_fixed'); END;

CREATE TRIGGER businesses_links_from_only_rises BEFORE UPDATE ON businesses
WHEN NEW.links_from < OLD.links_from
BEGIN SELECT RAISE(ABORT, 'links_stay_dead'); END;

CREATE TRIGGER businesses_stay BEFORE DELETE ON businesses
BEGIN SELECT RAISE(ABORT, 'business_stays'); END;

CREATE TRIGGER businesses_are_not_replaced BEFORE INSERT ON businesses
WHEN EXISTS (SELECT 1 FROM businesses WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'exists'); END;

-- A key is shown once; key_hash is the SHA-256 of it. scopes: words with a space between.
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'key_??????????????????????????'),
  business_id TEXT NOT NULL REFERENCES businesses (id),
  name TEXT NOT NULL CHECK (name <> ''),
  key_hash TEXT NOT NULL UNIQUE CHECK (length(key_hash) = 64),
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  revoked_at INTEGER,
  last_used_at INTEGER,
  UNIQUE (business_id, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER api_keys_stay_revoked BEFORE UPDATE ON api_keys
WHEN OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NOT OLD.revoked_at
BEGIN SELECT RAISE(ABORT, 'key_stays_revoked'); END;

CREATE TRIGGER api_keys_keep_their_secret BEFORE UPDATE ON api_keys
WHEN NEW.key_hash <> OLD.key_hash OR NEW.business_id <> OLD.business_id OR NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'key_is_fixed'); END;

CREATE TRIGGER api_keys_are_not_widened BEFORE UPDATE ON api_keys
WHEN NEW.scopes <> OLD.scopes OR (OLD.expires_at IS NOT NULL AND (NEW.expires_at IS NULL OR NEW.expires_at > OLD.expires_at))
BEGIN SELECT RAISE(ABORT, 'key_is_fixed'); END;

CREATE TRIGGER api_keys_stay BEFORE DELETE ON api_keys
BEGIN SELECT RAISE(ABORT, 'key_stays'); END;

CREATE TRIGGER api_keys_are_not_replaced BEFORE INSERT ON api_keys
WHEN EXISTS (SELECT 1 FROM api_keys WHERE id = NEW.id OR key_hash = NEW.key_hash)
BEGIN SELECT RAISE(ABORT, 'exists'); END;

-- A condition in a batch. D1's batch goes on behind an UPDATE that matched no row; inserting into this view
-- what has to be 1 stops it (`stale`) where it is not.
CREATE VIEW expectations (holds) AS SELECT 1;

CREATE TRIGGER expectations_hold INSTEAD OF INSERT ON expectations
WHEN NEW.holds IS NOT 1
BEGIN SELECT RAISE(ABORT, 'stale'); END;
