-- +goose NO TRANSACTION
-- +goose Up

-- Records by numbers of their own, with an index of their keys. By their keys themselves
-- SQLite kept a hearing in two pieces, and read both of each one that it passed on its
-- way to another.
PRAGMA foreign_keys = OFF; -- what names a record goes on naming it
PRAGMA legacy_alter_table = ON;
BEGIN IMMEDIATE;
CREATE TABLE record_numbered (
    kind    TEXT    NOT NULL, -- organisation, person, room, case, instrument, hearing, announcement, office
    id      TEXT    NOT NULL,
    version INTEGER NOT NULL,
    name    TEXT    NOT NULL, -- what it is called
    sort    TEXT    NOT NULL, -- pinyin, for lists in the order of a directory
    search  TEXT    NOT NULL, -- name, pinyin, initials, numbers: what a query may be a part of
    body    TEXT    NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT;
INSERT INTO record_numbered (kind, id, version, name, sort, search, body) SELECT kind, id, version, name, sort, search, body FROM record ORDER BY kind, id;
DROP TABLE record;
ALTER TABLE record_numbered RENAME TO record;
CREATE INDEX record_sort ON record (kind, sort);
CREATE INDEX record_number ON record (json_extract(body, '$.number')) WHERE kind = 'instrument';
-- +goose StatementBegin
CREATE TRIGGER rest_changed AFTER UPDATE OF body ON record WHEN new.kind IN ('office', 'case', 'instrument', 'person', 'organisation')
BEGIN
    DELETE FROM rest WHERE new.kind = 'office';
    DELETE FROM rest WHERE new.kind = 'case' AND id = new.id;
    DELETE FROM rest WHERE new.kind IN ('person', 'organisation') AND id IN (
        SELECT x.by_id FROM reference x WHERE x.kind = new.kind AND x.id = new.id AND x.by_kind = 'case'
        UNION ALL SELECT c.id FROM reference x JOIN reference c ON c.by_kind = x.by_kind AND c.by_id = x.by_id AND c.kind = 'case'
            WHERE x.kind = new.kind AND x.id = new.id AND x.by_kind IN ('instrument', 'announcement'));
    DELETE FROM rest WHERE new.kind = 'instrument' AND id IN (
        SELECT json_extract(body, '$.case') FROM record WHERE kind = 'instrument' AND json_extract(body, '$.number') IN (json_extract(old.body, '$.number'), json_extract(new.body, '$.number'))
            AND json_extract(body, '$.number') <> '');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER rest_added AFTER INSERT ON record WHEN new.kind IN ('office', 'case', 'instrument')
BEGIN
    DELETE FROM rest WHERE new.kind = 'office';
    DELETE FROM rest WHERE new.kind = 'case' AND id = new.id;
    DELETE FROM rest WHERE new.kind = 'instrument' AND id IN (
        SELECT json_extract(body, '$.case') FROM record WHERE kind = 'instrument' AND json_extract(body, '$.number') = json_extract(new.body, '$.number')
            AND json_extract(body, '$.number') <> '');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER case_gone AFTER DELETE ON record WHEN old.kind = 'case'
BEGIN
    DELETE FROM filed WHERE id = old.id;
    DELETE FROM rest WHERE id = old.id;
END;
-- +goose StatementEnd
COMMIT;
PRAGMA legacy_alter_table = OFF;
PRAGMA foreign_keys = ON;
