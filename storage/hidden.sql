-- Columns that FTS5 has without saying so. Only sqlc reads this: it does not know
-- them.
ALTER TABLE gram ADD COLUMN rowid INTEGER NOT NULL;
ALTER TABLE gram ADD COLUMN gram TEXT NOT NULL;
ALTER TABLE said ADD COLUMN rowid INTEGER NOT NULL;
ALTER TABLE said ADD COLUMN said TEXT NOT NULL;
