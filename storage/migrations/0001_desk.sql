-- +goose Up

-- A record is kept whole, as the JSON that a package has; what it is looked up
-- by is projected from it in the same transaction.
CREATE TABLE record (
    kind    TEXT    NOT NULL, -- organisation, person, room, case, instrument, hearing, announcement, office
    id      TEXT    NOT NULL,
    version INTEGER NOT NULL,
    name    TEXT    NOT NULL, -- what it is called
    sort    TEXT    NOT NULL, -- pinyin, for lists in the order of a directory
    search  TEXT    NOT NULL, -- name, pinyin, initials, numbers: what a query may be a part of
    body    TEXT    NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_sort ON record (kind, sort);

-- The calendar: one row a hearing or announcement.
CREATE TABLE session (
    id        TEXT    NOT NULL PRIMARY KEY,
    kind      TEXT    NOT NULL, -- hearing, announcement
    title     TEXT    NOT NULL,
    state     TEXT    NOT NULL,
    starts    TEXT    NOT NULL, -- UTC, 2023-07-18T01:00:00Z; empty while not scheduled
    ends      TEXT    NOT NULL,
    zone      TEXT    NOT NULL, -- offset of the time as it was entered
    room      TEXT    NOT NULL,
    openness  TEXT    NOT NULL,
    streamed  INTEGER NOT NULL,
    presider  TEXT    NOT NULL,
    recorder  TEXT    NOT NULL,
    people    INTEGER NOT NULL,
    rehearsal INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_starts ON session (starts, ends);

-- Rooms and people that a session takes for its time, while it holds them.
CREATE TABLE taking (
    noun    TEXT    NOT NULL, -- room, person
    who     TEXT    NOT NULL,
    starts  TEXT    NOT NULL,
    ends    TEXT    NOT NULL,
    session TEXT    NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    what    TEXT    NOT NULL,
    PRIMARY KEY (noun, who, starts, session)
) STRICT, WITHOUT ROWID;
CREATE INDEX taking_session ON taking (session);

-- Services as hearing officer, for the rotation.
CREATE TABLE service (
    person  TEXT NOT NULL,
    day     TEXT NOT NULL,
    session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    PRIMARY KEY (person, day, session)
) STRICT, WITHOUT ROWID;
CREATE INDEX service_session ON service (session);

-- Which record names which: a record that is named cannot be deleted.
CREATE TABLE reference (
    kind    TEXT NOT NULL, -- of the record that is named
    id      TEXT NOT NULL,
    by_kind TEXT NOT NULL,
    by_id   TEXT NOT NULL,
    PRIMARY KEY (kind, id, by_kind, by_id),
    FOREIGN KEY (kind, id) REFERENCES record (kind, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (by_kind, by_id) REFERENCES record (kind, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX reference_by ON reference (by_kind, by_id);

-- Every change: who, when, before and after. Rows are only ever added; undone
-- is the seq of the change that took this one back, or -1 when it could not be
-- taken back and undo passed over it.
CREATE TABLE change (
    seq    INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    batch  INTEGER NOT NULL, -- changes of one transaction share the seq of the first
    at     TEXT    NOT NULL,
    actor  TEXT    NOT NULL,
    action TEXT    NOT NULL,
    kind   TEXT    NOT NULL,
    record TEXT    NOT NULL,
    name   TEXT    NOT NULL,
    before TEXT    NOT NULL, -- empty: the record is new
    after  TEXT    NOT NULL, -- empty: the record was deleted
    undoes INTEGER NOT NULL, -- batch that this one takes back; negative: brings back; 0: neither
    undone INTEGER NOT NULL
) STRICT;
CREATE INDEX change_record ON change (kind, record, seq);
CREATE INDEX change_batch ON change (batch);
CREATE INDEX change_undone ON change (actor, undone) WHERE undone > 0;

-- What was typed and could not be saved yet.
CREATE TABLE draft (
    owner TEXT NOT NULL,
    field TEXT NOT NULL,
    text  TEXT NOT NULL,
    PRIMARY KEY (owner, field)
) STRICT, WITHOUT ROWID;

-- Papers that went out. A session that is deleted keeps its prints.
CREATE TABLE print (
    seq       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    session   TEXT    NOT NULL,
    document  TEXT    NOT NULL,
    recipient TEXT    NOT NULL,
    item      TEXT    NOT NULL,
    at        TEXT    NOT NULL,
    actor     TEXT    NOT NULL,
    hash      TEXT    NOT NULL,
    pages     INTEGER NOT NULL,
    copies    INTEGER NOT NULL,
    target    TEXT    NOT NULL
) STRICT;
CREATE INDEX print_session ON print (session, seq);
