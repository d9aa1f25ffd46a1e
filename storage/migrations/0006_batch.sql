-- +goose Up

-- What was printed, as it was: a content of the desk, see the press. A print from
-- before has none, nor has one that was filled as a Word form.
ALTER TABLE print ADD COLUMN content TEXT REFERENCES content (hash);
-- The date of papers that have none of their own; empty: the day of printing.
ALTER TABLE print ADD COLUMN day TEXT NOT NULL DEFAULT '';
-- The print that was printed again as it was; 0: the paper was made of the facts.
ALTER TABLE print ADD COLUMN again INTEGER NOT NULL DEFAULT 0;
CREATE INDEX print_content ON print (content) WHERE content IS NOT NULL;

-- Papers that were sent to a printer together. A batch is open until every sheet
-- came out, or the clerk wants no more of it: it is gone on with after a crash.
CREATE TABLE batch (
    id     INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at     TEXT    NOT NULL,
    actor  TEXT    NOT NULL,
    queue  TEXT    NOT NULL,
    sides  TEXT    NOT NULL,
    day    TEXT    NOT NULL, -- date of papers that have none of their own
    closed TEXT    NOT NULL  -- when nothing of it waited any more; empty: it is open
) STRICT;
CREATE INDEX batch_open ON batch (id) WHERE closed = '';

CREATE TABLE sheet (
    batch     INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
    n         INTEGER NOT NULL, -- place in the batch, from 1
    session   TEXT    NOT NULL,
    document  TEXT    NOT NULL,
    recipient TEXT    NOT NULL,
    item      TEXT    NOT NULL,
    title     TEXT    NOT NULL,
    copies    INTEGER NOT NULL,
    again     INTEGER NOT NULL, -- print that is printed again as it was; 0: made of the facts
    state     TEXT    NOT NULL, -- waiting, sending, sent, done, failed, dropped
    job       TEXT    NOT NULL, -- name that the print system gave it
    hash      TEXT    NOT NULL, -- of what was sent; empty before
    edition   INTEGER NOT NULL,
    pages     INTEGER NOT NULL,
    content   TEXT REFERENCES content (hash),
    PRIMARY KEY (batch, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX sheet_paper ON sheet (session, document, item) WHERE state NOT IN ('done', 'dropped');
CREATE INDEX sheet_content ON sheet (content) WHERE content IS NOT NULL;
