-- The link of a client: only a hash of its token, and a copy sealed with a key that no database holds.
-- A link lives while died_at is null and it was born after its business's links_from; with it dies the
-- sealed copy. `origin`: what made it. A sending makes only a client's very first link, so that a revoked
-- one comes back by the business's own rotation alone (product.md §1).
CREATE TABLE portal_links (
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'lnk_??????????????????????????'),
  business_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
  sealed TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('sending', 'rotation')),
  born_at INTEGER NOT NULL,
  died_at INTEGER,
  death TEXT CHECK (death IN ('rotated', 'revoked', 'deleted')),
  last_used_at INTEGER,
  CHECK ((died_at IS NULL) = (sealed IS NOT NULL)),
  CHECK ((died_at IS NULL) = (death IS NULL)),
  UNIQUE (business_id, id),
  FOREIGN KEY (business_id, client_id) REFERENCES clients (business_id, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX portal_links_one_alive ON portal_links (client_id) WHERE died_at IS NULL;
CREATE INDEX portal_links_of_business ON portal_links (business_id, born_at) WHERE died_at IS NULL;
CREATE INDEX portal_links_of_client ON portal_links (client_id, born_at);

CREATE TRIGGER portal_links_stay_dead BEFORE UPDATE ON portal_links
WHEN OLD.died_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'link_dead'); END;

CREATE TRIGGER portal_links_are_fixed BEFORE UPDATE ON portal_links
WHEN NEW.id <> OLD.id OR NEW.business_id <> OLD.business_id OR NEW.client_id <> OLD.client_id
  OR NEW.token_hash <> OLD.token_hash OR NEW.born_at <> OLD.born_at OR NEW.origin <> OLD.origin
BEGIN SELECT RAISE(ABORT, 'link_is_fixed'); END;

CREATE TRIGGER portal_links_stay BEFORE DELETE ON portal_links
BEGIN SELECT RAISE(ABORT, 'link_stays'); END;

CREATE TRIGGER portal_links_are_not_replaced BEFORE INSERT ON portal_links
WHEN EXISTS (SELECT 1 FROM portal_links WHERE id = NEW.id OR token_hash = NEW.token_hash)
  OR EXISTS (SELECT 1 FROM portal_links WHERE client_id = NEW.client_id AND died_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'exists'); END;

CREATE TRIGGER portal_links_are_born_alive BEFORE INSERT ON portal_links
WHEN NEW.died_at IS NOT NULL
  OR NEW.born_at <= (SELECT links_from FROM businesses WHERE id = NEW.business_id)
BEGIN SELECT RAISE(ABORT, 'link_dead'); END;

CREATE TRIGGER portal_links_need_a_client BEFORE INSERT ON portal_links
WHEN EXISTS (SELECT 1 FROM clients WHERE id = NEW.client_id AND deleted_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'client_deleted'); END;

CREATE TRIGGER portal_links_sending_makes_the_first BEFORE INSERT ON portal_links
WHEN NEW.origin = 'sending' AND EXISTS (SELECT 1 FROM portal_links WHERE client_id = NEW.client_id)
BEGIN SELECT RAISE(ABORT, 'link_revoked'); END;

CREATE TRIGGER clients_deleted_end_their_link AFTER UPDATE OF deleted_at ON clients
WHEN NEW.deleted_at IS NOT NULL
BEGIN
  UPDATE portal_links SET died_at = NEW.deleted_at, death = 'deleted', sealed = NULL
  WHERE client_id = NEW.id AND died_at IS NULL;
END;

CREATE TRIGGER businesses_end_their_links AFTER UPDATE OF links_from ON businesses
WHEN NEW.links_from > OLD.links_from
BEGIN
  UPDATE portal_links SET died_at = NEW.updated_at, death = 'rotated', sealed = NULL
  WHERE business_id = NEW.id AND died_at IS NULL AND born_at <= NEW.links_from;
END;
