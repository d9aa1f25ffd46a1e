-- +goose Up

-- Cases that were closed, with the day: all others can still owe something.
CREATE TABLE closing (
    kind TEXT NOT NULL, -- case
    id   TEXT NOT NULL,
    day  TEXT NOT NULL,
    PRIMARY KEY (kind, id),
    FOREIGN KEY (kind, id) REFERENCES record (kind, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX session_open ON session (kind, id) WHERE state NOT IN ('archived', 'cancelled');
