-- +goose Up

-- Every record by a number: the later it was made, the higher. The index names
-- records by it.
CREATE TABLE findable (
    n    INTEGER NOT NULL PRIMARY KEY,
    kind TEXT    NOT NULL,
    id   TEXT    NOT NULL,
    UNIQUE (kind, id),
    FOREIGN KEY (kind, id) REFERENCES record (kind, id) ON DELETE CASCADE
) STRICT;
INSERT INTO findable (kind, id) SELECT r.kind, r.id FROM record r WHERE r.kind <> 'scan'
ORDER BY (SELECT MIN(c.seq) FROM change c WHERE c.kind = r.kind AND c.record = r.id), r.kind, r.id;

-- Which records have which one to three characters in a row in what they are
-- searched by. It keeps the numbers of records and no text: what it names is
-- looked at, and it may name too many.
CREATE VIRTUAL TABLE gram USING fts5 (grams, content='', contentless_delete=1, detail=none, tokenize='ascii');

-- Passages of transcripts by a number, in the same way.
CREATE TABLE numbered_utterance (
    n       INTEGER NOT NULL PRIMARY KEY,
    hearing TEXT    NOT NULL,
    id      TEXT    NOT NULL,
    at      TEXT    NOT NULL,
    speaker TEXT    NOT NULL,
    text    TEXT    NOT NULL,
    gone    INTEGER NOT NULL, -- taken out
    body    TEXT    NOT NULL,
    UNIQUE (hearing, id)
) STRICT;
INSERT INTO numbered_utterance (hearing, id, at, speaker, text, gone, body)
SELECT hearing, id, at, speaker, text, gone, body FROM utterance ORDER BY at, hearing, id;
DROP TABLE utterance;
ALTER TABLE numbered_utterance RENAME TO utterance;
CREATE VIRTUAL TABLE said USING fts5 (grams, content='', contentless_delete=1, detail=none, tokenize='ascii');

-- What an older file still has to have indexed, up to which number; until then
-- everything is looked through.
CREATE TABLE unindexed (
    what TEXT    NOT NULL PRIMARY KEY, -- record, utterance
    next INTEGER NOT NULL,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO unindexed SELECT 'record', 1, m.n FROM (SELECT MAX(n) AS n FROM findable) m WHERE m.n IS NOT NULL;
INSERT INTO unindexed SELECT 'utterance', 1, m.n FROM (SELECT MAX(n) AS n FROM utterance) m WHERE m.n IS NOT NULL;
