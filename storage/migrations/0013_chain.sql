-- +goose Up

-- The three logs of the desk (what was changed, printed and written in a
-- transcript) in one chain: each link holds the SM3 of the link before it and of
-- one row, so that no row can be altered or taken out unseen. chain.go says how.
CREATE TABLE link (
    seq  INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    log  TEXT    NOT NULL, -- change, print, transcript
    row  INTEGER NOT NULL, -- seq of the row
    hash TEXT    NOT NULL  -- hex, 64 digits
) STRICT;
CREATE UNIQUE INDEX link_row ON link (log, row);

-- Rows are only added. Two columns of a change are set behind: the batch of a
-- transaction's first row, and by which change it was undone.
-- +goose StatementBegin
CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the log of changes is only added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER change_stands BEFORE UPDATE OF seq, at, actor, action, kind, record, name, before, after, undoes ON change
BEGIN SELECT RAISE(ABORT, 'the log of changes is only added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER print_stays BEFORE DELETE ON print
BEGIN SELECT RAISE(ABORT, 'the log of prints is only added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER print_stands BEFORE UPDATE ON print
BEGIN SELECT RAISE(ABORT, 'the log of prints is only added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER transcript_stays BEFORE DELETE ON transcript_entry
BEGIN SELECT RAISE(ABORT, 'the log of a transcript is only added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER transcript_stands BEFORE UPDATE ON transcript_entry
BEGIN SELECT RAISE(ABORT, 'the log of a transcript is only added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER link_stays BEFORE DELETE ON link
BEGIN SELECT RAISE(ABORT, 'the chain is only added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER link_stands BEFORE UPDATE ON link
BEGIN SELECT RAISE(ABORT, 'the chain is only added to'); END;
-- +goose StatementEnd
