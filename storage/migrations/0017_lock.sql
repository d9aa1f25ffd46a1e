-- +goose Up

-- The lock of what leaves the machine, where a passphrase was set: one row. The
-- private half of its key is in it sealed by the passphrase and by the code.
CREATE TABLE lock (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    recipient  TEXT NOT NULL,
    passphrase BLOB NOT NULL,
    code       BLOB NOT NULL,
    since      TEXT NOT NULL
) STRICT;
