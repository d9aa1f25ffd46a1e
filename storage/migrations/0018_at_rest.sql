-- +goose Up

-- Each case, clue and patrol has a row: an empty day is one that is open.
INSERT OR IGNORE INTO closing (kind, id, day) SELECT kind, id, '' FROM record WHERE kind IN ('case', 'clue', 'patrol');
CREATE INDEX closing_day ON closing (kind, day);

-- Closed cases that were judged to owe nothing, and by which rules. A row goes with
-- whatever changes what it was judged by: the case, its papers and ceremonies, whom
-- these name, a number that another paper gets, the office.
CREATE TABLE rest (
    id    TEXT NOT NULL PRIMARY KEY, -- of the case
    rules TEXT NOT NULL
) STRICT, WITHOUT ROWID;
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
CREATE TRIGGER rest_named AFTER INSERT ON reference WHEN new.kind IN ('case', 'instrument')
BEGIN
    DELETE FROM rest WHERE new.kind = 'case' AND id = new.id;
    DELETE FROM rest WHERE new.kind = 'instrument' AND id IN (SELECT c.id FROM reference c WHERE c.by_kind = 'instrument' AND c.by_id = new.id AND c.kind = 'case');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER rest_unnamed AFTER DELETE ON reference WHEN old.kind IN ('case', 'instrument')
BEGIN
    DELETE FROM rest WHERE old.kind = 'case' AND id = old.id;
    DELETE FROM rest WHERE old.kind = 'instrument' AND id IN (SELECT c.id FROM reference c WHERE c.by_kind = 'instrument' AND c.by_id = old.id AND c.kind = 'case');
END;
-- +goose StatementEnd

-- What each case is counted as.
CREATE TABLE filed (
    id     TEXT NOT NULL PRIMARY KEY, -- of the case
    day    TEXT NOT NULL,             -- of filing; empty: it has none
    type   TEXT NOT NULL,             -- one of those that are known
    interest INTEGER NOT NULL, -- it is one of public-interest litigation
    domain   TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX filed_day ON filed (day);
-- +goose StatementBegin
CREATE TRIGGER case_gone AFTER DELETE ON record WHEN old.kind = 'case'
BEGIN
    DELETE FROM filed WHERE id = old.id;
    DELETE FROM rest WHERE id = old.id;
END;
-- +goose StatementEnd

-- What each hearing adds to the table of a period: a row for each of its cases, and
-- one of a hearing without. Rehearsals, and hearings without a time, have none.
CREATE TABLE heard (
    session     TEXT    NOT NULL,
    case_id     TEXT    NOT NULL,
    starts      TEXT    NOT NULL, -- UTC
    held        INTEGER NOT NULL,
    mixed       INTEGER NOT NULL, -- the opinions of its cases have to be told apart
    public      INTEGER NOT NULL,
    streamed    INTEGER NOT NULL,
    simplified  INTEGER NOT NULL,
    on_site     INTEGER NOT NULL,
    officers    INTEGER NOT NULL,
    supervisors INTEGER NOT NULL,
    spot        INTEGER NOT NULL, -- the case was decided on the spot
    adopted     INTEGER NOT NULL, -- questions whose majority was adopted
    postponed   INTEGER NOT NULL,
    PRIMARY KEY (session, case_id),
    FOREIGN KEY (session) REFERENCES session (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX heard_starts ON heard (starts, held);

INSERT INTO unindexed SELECT 'counted', 1, m.n FROM (SELECT MAX(n) AS n FROM findable) m WHERE m.n IS NOT NULL;
