-- Each line holds a hash over itself and the line before, so that a line changed or taken away later is found out.
-- Nothing wrote lines before this migration.
ALTER TABLE ledger ADD COLUMN line_hash VARCHAR(64) DEFAULT '' NOT NULL;

ALTER TABLE ledger_head ADD COLUMN last_hash VARCHAR(64) DEFAULT '' NOT NULL;
