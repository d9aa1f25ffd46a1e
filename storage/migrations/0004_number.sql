-- +goose Up

-- Document numbers that were taken for papers (文号), each bound to its paper.
-- Rows stay: one that must not be used is voided. A number of another desk may
-- come with a package, which is why two papers can have the same one here.
CREATE TABLE number (
    series    TEXT    NOT NULL, -- category characters
    year      INTEGER NOT NULL,
    n         INTEGER NOT NULL,
    text      TEXT    NOT NULL, -- as it is printed
    session   TEXT    NOT NULL,
    document  TEXT    NOT NULL,
    item      TEXT    NOT NULL, -- participant or delivery that the paper is for
    recipient TEXT    NOT NULL,
    at        TEXT    NOT NULL,
    actor     TEXT    NOT NULL,
    voided_at TEXT    NOT NULL, -- empty: it stands
    voided_by TEXT    NOT NULL,
    reason    TEXT    NOT NULL,
    PRIMARY KEY (series, year, n, session, document, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX number_session ON number (session);

-- The part of a series that this desk numbers from. It belongs to the desk, not
-- to the office: no package carries it.
CREATE TABLE number_range (
    series TEXT    NOT NULL,
    year   INTEGER NOT NULL,
    first  INTEGER NOT NULL, -- 0: from 1
    last   INTEGER NOT NULL, -- 0: without end
    PRIMARY KEY (series, year)
) STRICT, WITHOUT ROWID;

-- Which papers bear the same number of a statutory paper.
CREATE INDEX record_number ON record (json_extract(body, '$.number')) WHERE kind = 'instrument';
