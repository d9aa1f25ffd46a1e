-- +goose Up

-- Files that came in or went out, each once, by the SHA-256 of its bytes. A
-- large one lies in the folder beside this file (<file>.files/ab/<hash>), and
-- its bytes are null here.
--
-- A table that names a content has a column that REFERENCES content (hash),
-- with an index: what it names is not swept away then.
CREATE TABLE content (
    hash  TEXT    NOT NULL PRIMARY KEY, -- hex, 64 digits
    size  INTEGER NOT NULL,
    media TEXT    NOT NULL, -- application/pdf, image/png
    bytes BLOB
) STRICT;

-- The records that name a content, or did: the change log still does, and what
-- was taken back can be brought back. Rows stay.
CREATE TABLE content_use (
    hash TEXT NOT NULL REFERENCES content (hash),
    kind TEXT NOT NULL,
    id   TEXT NOT NULL,
    PRIMARY KEY (hash, kind, id)
) STRICT, WITHOUT ROWID;
