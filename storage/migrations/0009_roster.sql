-- +goose Up

-- What the columns of an office's rosters mean, as its clerk said when one with
-- these headings was read last.
CREATE TABLE roster_mapping (
    headings TEXT NOT NULL PRIMARY KEY, -- of all columns, see roster.Sheet.Signature
    kind     TEXT NOT NULL,             -- who the roster is of
    fields   TEXT NOT NULL              -- JSON: the field of each column; empty: it is left out
) STRICT, WITHOUT ROWID;
