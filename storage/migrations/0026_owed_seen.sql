-- +goose Up

-- What was owed when that was judged last, as whoever judged it saw the desk: a window
-- shows it, with the time, until it has judged anew. It can be judged at any time, so that
-- nothing is taken over.
DROP TABLE owed;
CREATE TABLE owed (
    viewer TEXT    NOT NULL PRIMARY KEY, -- who saw only a part, as a team names them; empty: all of it was seen
    lang   TEXT    NOT NULL,
    at     TEXT    NOT NULL, -- UTC
    took   INTEGER NOT NULL, -- ms that judging it took
    body   BLOB    NOT NULL  -- packed; one text
) STRICT, WITHOUT ROWID;
