-- What waits for a client's address is cancelled when that address is no longer the client's: a mail that was queued to a
-- wrong address never carries the link there (product.md §5). A message to several goes to all of them or to none, so that
-- its recipients are whom it was mailed to. What tells the business of a client has no link, and goes on waiting.
-- Capitals make no other address.
CREATE INDEX messages_of_client ON messages (client_id, state);

CREATE TRIGGER clients_take_their_mail_along AFTER UPDATE OF email, cc ON clients
WHEN NEW.email <> OLD.email OR NEW.cc <> OLD.cc
BEGIN
  UPDATE messages SET state = 'cancelled', ended_at = NEW.updated_at
  WHERE client_id = NEW.id AND state = 'queued' AND link_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM json_each(messages.recipients) AS meant
    WHERE meant.value COLLATE NOCASE NOT IN (SELECT NEW.email UNION ALL SELECT value FROM json_each(NEW.cc)));
END;
