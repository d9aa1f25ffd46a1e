-- +goose Up

-- Who may log in. While there is nobody, the desk is open to whoever opens the file.
-- What was changed of an account stands in the record of changes, without the hashes.
CREATE TABLE account (
    id       TEXT    NOT NULL PRIMARY KEY,
    name     TEXT    NOT NULL UNIQUE,
    role     TEXT    NOT NULL,
    person   TEXT    NOT NULL, -- of the directory; empty: nobody there
    retired  INTEGER NOT NULL,
    password TEXT    NOT NULL, -- argon2id with its salt and parameters, as its reference program writes it
    recovery TEXT    NOT NULL, -- the same of the recovery code
    failures INTEGER NOT NULL, -- wrong ones in a row
    failed   TEXT    NOT NULL  -- when the last of them was; empty: none
) STRICT, WITHOUT ROWID;

-- Records that are their team's alone, and what belongs to them: closed hearings and
-- cases of minors, with their papers, scans and people that stand nowhere else. Kept
-- once there are accounts; of a record that was deleted the row stays, because the
-- record of changes still has it.
CREATE TABLE confined (
    kind TEXT NOT NULL,
    id   TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Who belongs to the team of each: people of the directory by their ID, and accounts
-- by theirs behind “account:”.
CREATE TABLE team (
    kind TEXT NOT NULL,
    id   TEXT NOT NULL,
    who  TEXT NOT NULL,
    PRIMARY KEY (kind, id, who)
) STRICT, WITHOUT ROWID;

-- Accounts that made such a record, or made it one: they know what is in it.
CREATE TABLE entered (
    kind    TEXT NOT NULL,
    id      TEXT NOT NULL,
    account TEXT NOT NULL,
    PRIMARY KEY (kind, id, account)
) STRICT, WITHOUT ROWID;
