-- +goose Up

-- What was owed when that was judged last: a window shows it, with the time, until it has
-- judged anew.
CREATE TABLE owed (
    one  INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    lang TEXT    NOT NULL,
    at   TEXT    NOT NULL, -- UTC
    took INTEGER NOT NULL, -- ms that judging it took
    body BLOB    NOT NULL  -- packed; one text
) STRICT;
