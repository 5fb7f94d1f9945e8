-- What clients signed: one record per acceptance, signed as JWS with the deployment's key, and chained: each names the
-- hash of the business's record before it (product.md §3, "The signature record"). Inserting a record is the
-- acceptance: a trigger inserts the decision, under all of the decision's own rules, and no client's acceptance
-- stands without its record. document_id: a quote. hash: SHA-256 of the jws, which stands last, so that heads read past it.
CREATE TABLE signature_records (
  business_id TEXT NOT NULL REFERENCES businesses (id),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  document_id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  link_id TEXT NOT NULL,
  signed_name TEXT NOT NULL CHECK (signed_name <> ''),
  po_number TEXT,
  signed_at INTEGER NOT NULL,
  previous_hash TEXT CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  jws TEXT NOT NULL CHECK (jws <> ''),
  PRIMARY KEY (business_id, sequence),
  CHECK ((sequence = 1) = (previous_hash IS NULL)),
  FOREIGN KEY (business_id, document_id) REFERENCES quotes (business_id, id),
  FOREIGN KEY (document_id, revision) REFERENCES quote_revisions (quote_id, revision),
  FOREIGN KEY (business_id, link_id) REFERENCES portal_links (business_id, id)
) STRICT, WITHOUT ROWID;

-- How far a chain went, sealed on days with new records and mailed to the business: whoever holds a head finds whether a
-- record up to there was cut off later. Those after the newest head no head covers yet.
CREATE TABLE chain_heads (
  business_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  hash TEXT NOT NULL,
  sealed_at INTEGER NOT NULL,
  jws TEXT NOT NULL CHECK (jws <> ''),
  PRIMARY KEY (business_id, sequence),
  FOREIGN KEY (business_id, sequence) REFERENCES signature_records (business_id, sequence)
) STRICT, WITHOUT ROWID;

-- Whose chain has records that no head covers, and since when: kept by triggers, so that the job reads only these.
CREATE TABLE unsealed_chains (
  business_id TEXT PRIMARY KEY NOT NULL REFERENCES businesses (id),
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX unsealed_chains_by_age ON unsealed_chains (since);

CREATE TRIGGER signature_records_follow_the_chain BEFORE INSERT ON signature_records
WHEN NEW.sequence IS NOT 1 + (SELECT COALESCE(MAX(sequence), 0) FROM signature_records WHERE business_id = NEW.business_id)
  OR NEW.previous_hash IS NOT (
    SELECT hash FROM signature_records WHERE business_id = NEW.business_id AND sequence = NEW.sequence - 1)
BEGIN SELECT RAISE(ABORT, 'chain_moved'); END;

CREATE TRIGGER signature_records_happen_once BEFORE INSERT ON signature_records
WHEN EXISTS (SELECT 1 FROM signature_records WHERE document_id = NEW.document_id)
  OR EXISTS (SELECT 1 FROM signature_records WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'already_decided'); END;

CREATE TRIGGER signature_records_accept_the_document AFTER INSERT ON signature_records
BEGIN
  INSERT INTO quote_decisions (quote_id, revision, business_id, kind, decided_by, content_hash, decided_at, link_id, signed_name, po_number)
  VALUES (NEW.document_id, NEW.revision, NEW.business_id, 'accepted', 'client', NEW.content_hash, NEW.signed_at,
    NEW.link_id, NEW.signed_name, NEW.po_number);
END;

CREATE TRIGGER signature_records_wait_for_a_head AFTER INSERT ON signature_records
WHEN NOT EXISTS (SELECT 1 FROM unsealed_chains WHERE business_id = NEW.business_id)
BEGIN
  INSERT INTO unsealed_chains (business_id, since) VALUES (NEW.business_id, NEW.signed_at);
END;

CREATE TRIGGER signature_records_never_change BEFORE UPDATE ON signature_records
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER signature_records_stay BEFORE DELETE ON signature_records
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- A client's acceptance is what its record says, or it is not.
CREATE TRIGGER quote_decisions_by_clients_are_signed BEFORE INSERT ON quote_decisions
WHEN NEW.kind = 'accepted' AND NEW.decided_by = 'client' AND NOT EXISTS (
  SELECT 1 FROM signature_records WHERE document_id = NEW.quote_id AND revision = NEW.revision
    AND business_id = NEW.business_id AND content_hash = NEW.content_hash AND link_id = NEW.link_id
    AND signed_name = NEW.signed_name AND po_number IS NEW.po_number AND signed_at = NEW.decided_at)
BEGIN SELECT RAISE(ABORT, 'not_signed'); END;

-- Nobody answers what was not sent yet, whatever clock the answer was given by.
CREATE TRIGGER quote_decisions_follow_the_sending BEFORE INSERT ON quote_decisions
WHEN NEW.decided_at < (SELECT sent_at FROM quote_revisions WHERE quote_id = NEW.quote_id AND revision = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'quote_not_open'); END;

CREATE TRIGGER chain_heads_are_the_newest BEFORE INSERT ON chain_heads
WHEN NOT EXISTS (
    SELECT 1 FROM signature_records
    WHERE business_id = NEW.business_id AND sequence = NEW.sequence AND hash = NEW.hash)
  OR EXISTS (SELECT 1 FROM signature_records WHERE business_id = NEW.business_id AND sequence > NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'chain_moved'); END;

CREATE TRIGGER chain_heads_happen_once BEFORE INSERT ON chain_heads
WHEN EXISTS (SELECT 1 FROM chain_heads WHERE business_id = NEW.business_id AND sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'exists'); END;

CREATE TRIGGER chain_heads_seal_the_chain AFTER INSERT ON chain_heads
BEGIN
  DELETE FROM unsealed_chains WHERE business_id = NEW.business_id;
END;

CREATE TRIGGER unsealed_chains_wait_for_a_head BEFORE DELETE ON unsealed_chains
WHEN NOT EXISTS (
  SELECT 1 FROM chain_heads WHERE business_id = OLD.business_id
    AND sequence = (SELECT MAX(sequence) FROM signature_records WHERE business_id = OLD.business_id))
BEGIN SELECT RAISE(ABORT, 'chain_unsealed'); END;

CREATE TRIGGER unsealed_chains_never_change BEFORE UPDATE ON unsealed_chains
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER unsealed_chains_begin_with_a_record BEFORE INSERT ON unsealed_chains
WHEN EXISTS (SELECT 1 FROM unsealed_chains WHERE business_id = NEW.business_id)
  OR NEW.since IS NOT (
    SELECT signed_at FROM signature_records WHERE business_id = NEW.business_id
      AND sequence = (SELECT MAX(sequence) FROM signature_records WHERE business_id = NEW.business_id))
  OR EXISTS (
    SELECT 1 FROM chain_heads WHERE business_id = NEW.business_id
      AND sequence = (SELECT MAX(sequence) FROM signature_records WHERE business_id = NEW.business_id))
BEGIN SELECT RAISE(ABORT, 'exists'); END;

CREATE TRIGGER chain_heads_never_change BEFORE UPDATE ON chain_heads
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER chain_heads_stay BEFORE DELETE ON chain_heads
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
