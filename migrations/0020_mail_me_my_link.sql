-- Somebody who has lost the link gives an address; the job looks later whose it is (product.md §1, §5), so that the answer
-- is the same for every address, and takes the same time. A row that led to no mail is deleted
-- when it was looked at, the others a day later: the limits count them.
CREATE TABLE link_requests (
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'lrq_??????????????????????????'),
  address TEXT NOT NULL COLLATE NOCASE CHECK (address <> ''),
  asked_at INTEGER NOT NULL,
  resolved_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX link_requests_waiting ON link_requests (asked_at) WHERE resolved_at IS NULL;
CREATE INDEX link_requests_by_address ON link_requests (address, asked_at);
CREATE INDEX link_requests_by_age ON link_requests (asked_at);

CREATE TRIGGER link_requests_are_resolved_once BEFORE UPDATE ON link_requests
WHEN OLD.resolved_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.address <> OLD.address OR NEW.asked_at <> OLD.asked_at
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER link_requests_are_not_replaced BEFORE INSERT ON link_requests
WHEN EXISTS (SELECT 1 FROM link_requests WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'exists'); END;

-- Whose an address is, to look it up: each address of each client that is there, kept by triggers.
CREATE TABLE client_addresses (
  address TEXT NOT NULL COLLATE NOCASE CHECK (address <> ''),
  client_id TEXT NOT NULL,
  business_id TEXT NOT NULL,
  PRIMARY KEY (address, client_id),
  FOREIGN KEY (business_id, client_id) REFERENCES clients (business_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX client_addresses_of_client ON client_addresses (client_id);

INSERT OR IGNORE INTO client_addresses (address, client_id, business_id)
SELECT email, clients.id, business_id FROM clients WHERE deleted_at IS NULL
UNION ALL SELECT value, clients.id, business_id FROM clients, json_each(clients.cc) WHERE deleted_at IS NULL;

CREATE TRIGGER clients_have_addresses AFTER INSERT ON clients
BEGIN
  INSERT OR IGNORE INTO client_addresses (address, client_id, business_id)
  SELECT NEW.email, NEW.id, NEW.business_id UNION ALL SELECT value, NEW.id, NEW.business_id FROM json_each(NEW.cc);
END;

CREATE TRIGGER clients_lose_addresses AFTER UPDATE OF email, cc, deleted_at ON clients
BEGIN
  DELETE FROM client_addresses WHERE client_id = NEW.id AND (NEW.deleted_at IS NOT NULL
    OR address NOT IN (SELECT NEW.email UNION ALL SELECT value FROM json_each(NEW.cc)));
END;

CREATE TRIGGER clients_gain_addresses AFTER UPDATE OF email, cc ON clients
WHEN NEW.deleted_at IS NULL
BEGIN
  INSERT OR IGNORE INTO client_addresses (address, client_id, business_id)
  SELECT NEW.email, NEW.id, NEW.business_id UNION ALL SELECT value, NEW.id, NEW.business_id FROM json_each(NEW.cc);
END;
