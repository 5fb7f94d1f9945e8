-- Sending (product.md §5). While a message is 'sending', due_at is when its sender's lease ends: after that, another may
-- take it; and it tells that sender's turn from any other's, so that one that comes back late changes nothing. attempts: how
-- often it was taken in this round. round: rises when its business tries it again, so that a report of an earlier round does not
-- count for this one. doubt: 0 while it surely has not left; from 1 where an answer was lost, and one more for each search
-- that gave no answer either. problem: why it has not arrived, as a word (mail/problem-words.ts). postmark_id: Postmark's MessageID.
ALTER TABLE messages ADD COLUMN round INTEGER NOT NULL DEFAULT 1 CHECK (round > 0);
ALTER TABLE messages ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0);
ALTER TABLE messages ADD COLUMN doubt INTEGER NOT NULL DEFAULT 0 CHECK (doubt >= 0);
ALTER TABLE messages ADD COLUMN problem TEXT CHECK (problem <> '');
ALTER TABLE messages ADD COLUMN postmark_id TEXT CHECK (postmark_id <> '');

-- What else a message may tell of: a payment, or another message, which did not arrive.
ALTER TABLE messages ADD COLUMN payment_id TEXT REFERENCES payments (id);
ALTER TABLE messages ADD COLUMN about_id TEXT REFERENCES messages (id);

CREATE INDEX messages_of_payment ON messages (payment_id);
CREATE INDEX messages_about ON messages (about_id);

-- With the business, so that what asks by both (a foreign key does) finds all it needs here.
DROP INDEX messages_of_quote;
DROP INDEX messages_of_invoice;
CREATE INDEX messages_of_quote ON messages (quote_id, business_id, state);
CREATE INDEX messages_of_invoice ON messages (invoice_id, business_id, state);

CREATE TRIGGER messages_tell_of_their_own_payment BEFORE INSERT ON messages
WHEN NEW.payment_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM payments WHERE id = NEW.payment_id AND business_id = NEW.business_id AND client_id = NEW.client_id)
BEGIN SELECT RAISE(ABORT, 'not_theirs'); END;

CREATE TRIGGER messages_tell_of_their_own_message BEFORE INSERT ON messages
WHEN NEW.about_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM messages WHERE id = NEW.about_id AND business_id = NEW.business_id)
BEGIN SELECT RAISE(ABORT, 'not_theirs'); END;

DROP TRIGGER messages_keep_what_they_were_meant_for;

CREATE TRIGGER messages_keep_what_they_were_meant_for BEFORE UPDATE OF id, business_id, client_id, kind, event, recipients, link_id, quote_id, invoice_id, payment_id, about_id, revision, chain_sequence, created_at ON messages
BEGIN SELECT RAISE(ABORT, 'message_is_fixed'); END;

CREATE TRIGGER messages_rounds_only_rise BEFORE UPDATE OF round ON messages
WHEN NEW.round < OLD.round
BEGIN SELECT RAISE(ABORT, 'message_is_fixed'); END;

-- What was cancelled is not sent; but a report can still say that it had left before.
DROP TRIGGER messages_cancelled_stay_cancelled;

CREATE TRIGGER messages_cancelled_stay_cancelled BEFORE UPDATE OF state ON messages
WHEN OLD.state = 'cancelled' AND NEW.state NOT IN ('cancelled', 'delivered', 'bounced', 'complained', 'suppressed')
BEGIN SELECT RAISE(ABORT, 'message_cancelled'); END;

DROP TRIGGER messages_keep_what_has_a_default;

CREATE TRIGGER messages_keep_what_has_a_default BEFORE UPDATE ON messages
WHEN NEW.state IS NULL OR NEW.round IS NULL OR NEW.attempts IS NULL OR NEW.doubt IS NULL
BEGIN SELECT RAISE(ABORT, 'null'); END;

-- A payment that was taken back is not confirmed any more.
CREATE TRIGGER payments_reversed_take_their_mail_along AFTER INSERT ON payments
WHEN NEW.reverses IS NOT NULL
BEGIN
  UPDATE messages SET state = 'cancelled', ended_at = NEW.created_at WHERE payment_id = NEW.reverses AND state = 'queued';
END;
