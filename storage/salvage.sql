-- What is said to files whose form is not known beforehand: by a rescue to a
-- damaged file and to the one that it fills, by verify to any; and what sqlc does not know,
-- of a file's pages. The names of tables
-- and columns are those of a new desk's schema.

-- name: Tables
SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE 'goose\_%' ESCAPE '\' ORDER BY name;

-- name: Columns
SELECT name, pk FROM pragma_table_info(?) ORDER BY cid;

-- name: Up
SELECT $key FROM $table ORDER BY $key;

-- name: Down
SELECT $key FROM $table ORDER BY $down;

-- name: Row
SELECT $columns FROM $table WHERE $is;

-- name: Put
INSERT OR IGNORE INTO $table ($columns) VALUES ($marks);

-- name: Settle
INSERT OR IGNORE INTO content (hash, size, media) SELECT content, 1, '' FROM print WHERE content IS NOT NULL;
INSERT OR IGNORE INTO content (hash, size, media) SELECT content, 1, '' FROM sheet WHERE content IS NOT NULL;
DELETE FROM sheet WHERE batch NOT IN (SELECT id FROM batch);
DELETE FROM alias WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.kind = alias.kind AND r.id = alias.whole);
DELETE FROM reference WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.kind = reference.kind AND r.id = reference.id);

-- name: Latest
SELECT c.kind, c.record, c.name, c.before, c.after, c.packed FROM change c
WHERE c.kind IN (SELECT value FROM json_each(?)) AND (c.before <> '' OR c.after <> '') ORDER BY c.seq;

-- name: Changes
CREATE TEMP VIEW change AS SELECT *, NULL AS packed FROM main.change;

-- name: Entries
CREATE TEMP VIEW transcript_entry AS SELECT *, NULL AS packed FROM main.transcript_entry;

-- name: Utterances
CREATE TEMP VIEW utterance AS SELECT *, NULL AS packed FROM main.utterance;

-- name: Newest
SELECT MAX(version_id) FROM goose_db_version;

-- name: Misnamed
SELECT COUNT(*) <> 1 OR (SELECT COUNT(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index', 'trigger', 'view') OR type = 'table' AND name <> tbl_name) > 0
FROM sqlite_schema WHERE type = 'table' AND name = 'goose_db_version';

-- name: Sequences
-- The last number that SQLite gave out in each log. sqlc does not know this table.
SELECT name, seq FROM sqlite_sequence WHERE name IN ('link', 'change', 'print', 'transcript_entry');

-- name: Extent
-- Where a file lies, how many bytes a page of it has, and how many pages there are.
SELECT file, (SELECT page_size FROM pragma_page_size), (SELECT page_count FROM pragma_page_count) FROM pragma_database_list WHERE name = 'main';

-- name: Page
SELECT data FROM sqlite_dbpage WHERE pgno = ?;
