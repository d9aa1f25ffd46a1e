-- +goose Up

-- The log of the transcripts: rows are only ever added, so what was written and
-- what was changed later can be read from them, with who and when. The
-- transcript of a hearing that was deleted stays.
CREATE TABLE transcript_entry (
    seq     INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    hearing TEXT    NOT NULL,
    id      TEXT    NOT NULL,
    at      TEXT    NOT NULL,
    body    TEXT    NOT NULL,
    UNIQUE (hearing, id)
) STRICT;
CREATE INDEX transcript_entry_at ON transcript_entry (hearing, at, id);

-- Each passage as it stands, projected from the log in the same transaction.
CREATE TABLE utterance (
    hearing TEXT    NOT NULL,
    id      TEXT    NOT NULL,
    at      TEXT    NOT NULL,
    speaker TEXT    NOT NULL,
    text    TEXT    NOT NULL,
    gone    INTEGER NOT NULL, -- taken out
    body    TEXT    NOT NULL,
    PRIMARY KEY (hearing, id)
) STRICT, WITHOUT ROWID;

-- When a transcript was sealed.
CREATE TABLE transcript_seal (
    hearing TEXT NOT NULL PRIMARY KEY,
    at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The passage that is being typed, with the place of the cursor.
CREATE TABLE typing (
    hearing TEXT    NOT NULL PRIMARY KEY,
    at      TEXT    NOT NULL,
    cursor  INTEGER NOT NULL,
    body    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
