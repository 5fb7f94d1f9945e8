-- The outbox also mails a business the head of its chain, which concerns no client. The table is made anew, because a
-- column's NOT NULL can't be taken away; all else of it stays as 0007 made it, but for receipts (below).
DROP TRIGGER portal_links_take_their_mail_along;
DROP TRIGGER quotes_withdrawn_take_their_mail_along;

CREATE TABLE messages_anew (
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'msg_??????????????????????????'),
  business_id TEXT NOT NULL REFERENCES businesses (id),
  client_id TEXT,
  kind TEXT NOT NULL CHECK (kind <> ''),
  event TEXT NOT NULL,
  recipients TEXT NOT NULL CHECK (json_type(recipients) = 'array' AND json_array_length(recipients) > 0),
  link_id TEXT,
  quote_id TEXT,
  invoice_id TEXT,
  revision INTEGER,
  chain_sequence INTEGER,
  state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN (
    'queued', 'sending', 'sent', 'delivered', 'bounced', 'complained', 'suppressed', 'failed', 'unknown', 'cancelled')),
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  ended_at INTEGER,
  CHECK ((client_id IS NULL) = (chain_sequence IS NOT NULL)),
  UNIQUE (business_id, event),
  UNIQUE (business_id, id),
  FOREIGN KEY (business_id, client_id) REFERENCES clients (business_id, id),
  FOREIGN KEY (business_id, link_id) REFERENCES portal_links (business_id, id),
  FOREIGN KEY (business_id, quote_id) REFERENCES quotes (business_id, id),
  FOREIGN KEY (business_id, invoice_id) REFERENCES invoices (business_id, id),
  FOREIGN KEY (business_id, chain_sequence) REFERENCES chain_heads (business_id, sequence)
) STRICT, WITHOUT ROWID;

INSERT INTO messages_anew (id, business_id, client_id, kind, event, recipients, link_id, quote_id, invoice_id, revision, state, created_at, due_at, ended_at)
SELECT id, business_id, client_id, kind, event, recipients, link_id, quote_id, invoice_id, revision, state, created_at, due_at, ended_at
FROM messages;

DROP TABLE messages;
ALTER TABLE messages_anew RENAME TO messages;

CREATE INDEX messages_due ON messages (state, due_at);
CREATE INDEX messages_of_link ON messages (link_id, state);
CREATE INDEX messages_of_quote ON messages (quote_id, state);
CREATE INDEX messages_of_invoice ON messages (invoice_id, state);

CREATE TRIGGER messages_are_meant_for_a_living_link BEFORE INSERT ON messages
WHEN NEW.link_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM portal_links JOIN businesses ON businesses.id = portal_links.business_id
  WHERE portal_links.id = NEW.link_id AND portal_links.client_id = NEW.client_id
    AND died_at IS NULL AND born_at > links_from)
BEGIN SELECT RAISE(ABORT, 'link_dead'); END;

CREATE TRIGGER messages_keep_what_they_were_meant_for BEFORE UPDATE OF id, business_id, client_id, kind, event, recipients, link_id, quote_id, invoice_id, revision, chain_sequence, created_at ON messages
BEGIN SELECT RAISE(ABORT, 'message_is_fixed'); END;

CREATE TRIGGER messages_cancelled_stay_cancelled BEFORE UPDATE OF state ON messages
WHEN OLD.state = 'cancelled' AND NEW.state <> 'cancelled'
BEGIN SELECT RAISE(ABORT, 'message_cancelled'); END;

CREATE TRIGGER messages_stay BEFORE DELETE ON messages
BEGIN SELECT RAISE(ABORT, 'message_stays'); END;

CREATE TRIGGER messages_are_not_replaced BEFORE INSERT ON messages
WHEN EXISTS (SELECT 1 FROM messages WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM messages WHERE business_id = NEW.business_id AND event = NEW.event)
BEGIN SELECT RAISE(ABORT, 'exists'); END;

-- What waits is cancelled when its link dies, or when the quote that it shows leaves the portal (product.md §5). The
-- receipt of a signature goes all the same, without the link: the proof is the client's. Only deletion ends that, too.
CREATE TRIGGER portal_links_take_their_mail_along AFTER UPDATE OF died_at ON portal_links
WHEN NEW.died_at IS NOT NULL
BEGIN
  UPDATE messages SET state = 'cancelled', ended_at = NEW.died_at WHERE link_id = NEW.id AND state = 'queued' AND kind <> 'receipt';
END;

CREATE TRIGGER quotes_withdrawn_take_their_mail_along AFTER UPDATE OF state ON quotes
WHEN NEW.state IN ('draft', 'closed')
BEGIN
  UPDATE messages SET state = 'cancelled', ended_at = NEW.updated_at
  WHERE quote_id = NEW.id AND link_id IS NOT NULL AND state = 'queued';
END;

CREATE TRIGGER clients_deleted_take_their_mail_along AFTER UPDATE OF deleted_at ON clients
WHEN NEW.deleted_at IS NOT NULL
BEGIN
  UPDATE messages SET state = 'cancelled', ended_at = NEW.deleted_at
  WHERE state = 'queued' AND link_id IN (SELECT id FROM portal_links WHERE client_id = NEW.id);
END;
