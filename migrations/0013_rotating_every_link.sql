-- Jobs: work that goes on after the answer, in steps, whatever is interrupted (contract.md, POST /links/rotate). How far
-- one is follows from its parts.
CREATE TABLE jobs (
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'job_??????????????????????????'),
  business_id TEXT NOT NULL REFERENCES businesses (id),
  kind TEXT NOT NULL CHECK (kind IN ('links_rotation')),
  created_at INTEGER NOT NULL,
  UNIQUE (business_id, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER jobs_never_change BEFORE UPDATE ON jobs
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER jobs_stay BEFORE DELETE ON jobs
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER jobs_are_not_replaced BEFORE INSERT ON jobs
WHEN EXISTS (SELECT 1 FROM jobs WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'exists'); END;

-- The clients whose link ended with all others of their business and who get a new one. done_at: they have it, or
-- nothing is to be made any more, because the client was deleted or its link revoked meanwhile.
CREATE TABLE link_rotations (
  job_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  business_id TEXT NOT NULL,
  done_at INTEGER,
  PRIMARY KEY (job_id, client_id),
  FOREIGN KEY (business_id, job_id) REFERENCES jobs (business_id, id),
  FOREIGN KEY (business_id, client_id) REFERENCES clients (business_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX link_rotations_pending ON link_rotations (job_id, client_id) WHERE done_at IS NULL;
CREATE INDEX link_rotations_of_client ON link_rotations (client_id) WHERE done_at IS NULL;

CREATE TRIGGER link_rotations_end_once BEFORE UPDATE ON link_rotations
WHEN OLD.done_at IS NOT NULL OR NEW.done_at IS NULL
  OR NEW.job_id <> OLD.job_id OR NEW.client_id <> OLD.client_id OR NEW.business_id <> OLD.business_id
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER link_rotations_stay BEFORE DELETE ON link_rotations
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER link_rotations_are_not_replaced BEFORE INSERT ON link_rotations
WHEN EXISTS (SELECT 1 FROM link_rotations WHERE job_id = NEW.job_id AND client_id = NEW.client_id)
BEGIN SELECT RAISE(ABORT, 'exists'); END;

-- Whatever makes a client's new link, the rotation has nothing left to do for it.
CREATE TRIGGER portal_links_end_their_rotation AFTER INSERT ON portal_links
BEGIN
  UPDATE link_rotations SET done_at = NEW.born_at WHERE client_id = NEW.client_id AND done_at IS NULL;
END;

CREATE TRIGGER clients_deleted_end_their_rotation AFTER UPDATE OF deleted_at ON clients
WHEN NEW.deleted_at IS NOT NULL
BEGIN
  UPDATE link_rotations SET done_at = NEW.deleted_at WHERE client_id = NEW.id AND done_at IS NULL;
END;
