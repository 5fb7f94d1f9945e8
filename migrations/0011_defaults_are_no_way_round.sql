-- `UPDATE OR REPLACE … SET x = NULL` writes the column's default where x must not be null, but only after the BEFORE
-- triggers have seen the NULL, which no comparison catches. So a column with a default is never set to NULL.
CREATE TRIGGER businesses_keep_what_has_a_default BEFORE UPDATE ON businesses
WHEN NEW.version IS NULL OR NEW.links_from IS NULL OR NEW.tax_rate IS NULL
BEGIN SELECT RAISE(ABORT, 'null'); END;

CREATE TRIGGER clients_keep_what_has_a_default BEFORE UPDATE ON clients
WHEN NEW.version IS NULL OR NEW.cc IS NULL
BEGIN SELECT RAISE(ABORT, 'null'); END;

CREATE TRIGGER quotes_keep_what_has_a_default BEFORE UPDATE ON quotes
WHEN NEW.version IS NULL OR NEW.state IS NULL OR NEW.revision IS NULL
BEGIN SELECT RAISE(ABORT, 'null'); END;

CREATE TRIGGER invoices_keep_what_has_a_default BEFORE UPDATE ON invoices
WHEN NEW.version IS NULL OR NEW.state IS NULL OR NEW.paid IS NULL
BEGIN SELECT RAISE(ABORT, 'null'); END;

CREATE TRIGGER messages_keep_what_has_a_default BEFORE UPDATE ON messages
WHEN NEW.state IS NULL
BEGIN SELECT RAISE(ABORT, 'null'); END;

-- What was sent is not sent again in its place, whatever state the document was brought to.
CREATE TRIGGER quote_revisions_are_not_replaced BEFORE INSERT ON quote_revisions
WHEN EXISTS (SELECT 1 FROM quote_revisions WHERE quote_id = NEW.quote_id AND revision = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'exists'); END;

CREATE TRIGGER invoice_revisions_are_not_replaced BEFORE INSERT ON invoice_revisions
WHEN EXISTS (SELECT 1 FROM invoice_revisions WHERE invoice_id = NEW.invoice_id AND revision = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'exists'); END;
