-- +goose Up

-- Versions of a record that came with packages of other desks, and those that they
-- were made of: whoever sends one of them again brings nothing new.
CREATE TABLE ancestor (
    kind TEXT NOT NULL,
    id   TEXT NOT NULL,
    hash TEXT NOT NULL, -- v…: link of a change in its desk's chain; c…: of what the record held
    PRIMARY KEY (kind, id, hash)
) STRICT, WITHOUT ROWID;

-- The desks whose bundles are taken, by their public key; and this one's own, which
-- has the seed of its private key.
CREATE TABLE signer (
    key   BLOB NOT NULL PRIMARY KEY,
    name  TEXT NOT NULL,
    since TEXT NOT NULL,
    seed  BLOB NOT NULL -- empty: another desk
) STRICT, WITHOUT ROWID;
