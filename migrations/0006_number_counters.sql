-- The last number given, per business, kind and year (the year in the business's zone). Numbers are given in
-- the batch of the first sending, so that they have no gaps: each step is exactly the one that was read.
CREATE TABLE number_counters (
  business_id TEXT NOT NULL REFERENCES businesses (id),
  kind TEXT NOT NULL CHECK (kind IN ('quote', 'invoice')),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  last INTEGER NOT NULL CHECK (last > 0),
  previous INTEGER NOT NULL CHECK (previous >= 0),
  PRIMARY KEY (business_id, kind, year),
  CHECK (last > previous)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER number_counters_start_at_zero BEFORE INSERT ON number_counters
WHEN NEW.previous <> 0 OR EXISTS (
  SELECT 1 FROM number_counters WHERE business_id = NEW.business_id AND kind = NEW.kind AND year = NEW.year)
BEGIN SELECT RAISE(ABORT, 'number_moved'); END;

CREATE TRIGGER number_counters_step_by_step BEFORE UPDATE ON number_counters
WHEN NEW.previous <> OLD.last OR NEW.business_id <> OLD.business_id OR NEW.kind <> OLD.kind OR NEW.year <> OLD.year
BEGIN SELECT RAISE(ABORT, 'number_moved'); END;

CREATE TRIGGER number_counters_stay BEFORE DELETE ON number_counters
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
