-- What Postmark reported of a message, address by address: a set, so that neither order nor repetition matters. at: when it
-- happened, by Postmark's clock. reason: the kind of bounce, such as HardBounce.
CREATE TABLE delivery_reports (
  message_id TEXT NOT NULL,
  round INTEGER NOT NULL CHECK (round > 0),
  recipient TEXT NOT NULL COLLATE NOCASE CHECK (recipient <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('delivered', 'bounced', 'complained', 'suppressed')),
  at INTEGER NOT NULL,
  reason TEXT,
  business_id TEXT NOT NULL,
  PRIMARY KEY (message_id, round, recipient, kind, at),
  FOREIGN KEY (business_id, message_id) REFERENCES messages (business_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX delivery_reports_of_address ON delivery_reports (business_id, recipient, at);

CREATE TRIGGER delivery_reports_never_change BEFORE UPDATE ON delivery_reports
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER delivery_reports_stay BEFORE DELETE ON delivery_reports
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER delivery_reports_are_not_replaced BEFORE INSERT ON delivery_reports
WHEN EXISTS (SELECT 1 FROM delivery_reports WHERE message_id = NEW.message_id AND round = NEW.round
  AND recipient = NEW.recipient AND kind = NEW.kind AND at = NEW.at)
BEGIN SELECT RAISE(ABORT, 'exists'); END;

-- Where mail does not arrive: addresses of which the newest report is none of a delivery.
CREATE VIEW undeliverable_addresses AS
SELECT business_id, recipient AS address, kind, at, reason FROM delivery_reports AS newest
WHERE kind <> 'delivered' AND NOT EXISTS (
  SELECT 1 FROM delivery_reports AS later
  WHERE later.business_id = newest.business_id AND later.recipient = newest.recipient AND later.at >= newest.at
    AND (later.at, later.kind, later.message_id) > (newest.at, newest.kind, newest.message_id));
