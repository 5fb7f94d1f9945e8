-- Several invoices may be made of a quote; together they don't exceed it (product.md §4), drafts included, unless one is
-- told to. beyond_quote: it was. IS NOT 1: OR REPLACE puts the default where NULL was given, after the triggers have read it.
-- A quote that is taken back can change its currency: what was invoiced in another is never added.
ALTER TABLE invoices ADD COLUMN beyond_quote INTEGER NOT NULL DEFAULT 0 CHECK (beyond_quote IN (0, 1));

CREATE TRIGGER invoices_keep_beyond_quote BEFORE UPDATE ON invoices
WHEN NEW.beyond_quote IS NULL OR (OLD.state <> 'draft' AND NEW.beyond_quote <> OLD.beyond_quote)
BEGIN SELECT RAISE(ABORT, 'invoice_not_draft'); END;

CREATE TRIGGER invoices_start_within_their_quote BEFORE INSERT ON invoices
WHEN NEW.quote_id IS NOT NULL AND NEW.beyond_quote IS NOT 1 AND NEW.total
  + (SELECT coalesce(sum(total), 0) FROM invoices WHERE quote_id = NEW.quote_id AND currency = NEW.currency AND state <> 'void')
  > (SELECT total FROM quotes WHERE id = NEW.quote_id)
BEGIN SELECT RAISE(ABORT, 'quote_invoiced'); END;

CREATE TRIGGER invoices_stay_within_their_quote BEFORE UPDATE OF total, currency, quote_id, beyond_quote ON invoices
WHEN NEW.quote_id IS NOT NULL AND NEW.beyond_quote IS NOT 1 AND NEW.total
  + (SELECT coalesce(sum(total), 0) FROM invoices WHERE quote_id = NEW.quote_id AND currency = NEW.currency AND state <> 'void' AND id <> NEW.id)
  > (SELECT total FROM quotes WHERE id = NEW.quote_id)
BEGIN SELECT RAISE(ABORT, 'quote_invoiced'); END;

CREATE TRIGGER invoices_start_in_the_currency_of_their_quote BEFORE INSERT ON invoices
WHEN EXISTS (SELECT 1 FROM quotes WHERE id = NEW.quote_id AND currency <> NEW.currency)
BEGIN SELECT RAISE(ABORT, 'quote_currency'); END;

CREATE TRIGGER invoices_stay_in_the_currency_of_their_quote BEFORE UPDATE OF currency, quote_id ON invoices
WHEN EXISTS (SELECT 1 FROM quotes WHERE id = NEW.quote_id AND currency <> NEW.currency)
BEGIN SELECT RAISE(ABORT, 'quote_currency'); END;

-- Void: never with money on it that was not taken back; what waits to be mailed of it is cancelled.
CREATE TRIGGER invoices_are_voided_without_money BEFORE UPDATE OF state ON invoices
WHEN NEW.state = 'void' AND EXISTS (
  SELECT 1 FROM payments AS made WHERE made.invoice_id = NEW.id AND made.reverses IS NULL
    AND NOT EXISTS (SELECT 1 FROM payments WHERE reverses = made.id))
BEGIN SELECT RAISE(ABORT, 'invoice_has_payments'); END;

CREATE TRIGGER invoices_voided_take_their_mail_along AFTER UPDATE OF state ON invoices
WHEN NEW.state = 'void'
BEGIN
  UPDATE messages SET state = 'cancelled', ended_at = NEW.updated_at
  WHERE invoice_id = NEW.id AND link_id IS NOT NULL AND state = 'queued';
END;
