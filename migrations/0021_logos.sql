-- A business's logo, one or none (product.md §2): the file as it is served, rid of all that does not show. hash: the SHA-256
-- of its business's id and its bytes, by which it is asked for. Its bytes stand last, so that who asks for the rest reads none of them.
CREATE TABLE logos (
  business_id TEXT PRIMARY KEY NOT NULL REFERENCES businesses (id),
  hash TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 1024),
  height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 1024),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 102400)
) STRICT, WITHOUT ROWID;

CREATE INDEX logos_by_hash ON logos (hash);

-- Another logo is another row: what an address has shown, browsers keep for good.
CREATE TRIGGER logos_never_change BEFORE UPDATE ON logos
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER logos_are_not_replaced BEFORE INSERT ON logos
WHEN EXISTS (SELECT 1 FROM logos WHERE business_id = NEW.business_id)
BEGIN SELECT RAISE(ABORT, 'exists'); END;
