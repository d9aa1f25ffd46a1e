-- +goose Up

-- The logs and what is projected of a transcript are packed: packed holds the texts,
-- and package packed says how. Rows of before keep theirs in the columns that stand
-- there, and have none. Where it is set, body is empty, and before and after only say
-- whether there was something, and whether it is another: nothing, 1, or 2.
ALTER TABLE change ADD COLUMN packed BLOB;           -- before, after
ALTER TABLE transcript_entry ADD COLUMN packed BLOB; -- body
ALTER TABLE utterance ADD COLUMN packed BLOB;        -- body

DROP TRIGGER change_stands;
-- +goose StatementBegin
CREATE TRIGGER change_stands BEFORE UPDATE OF seq, at, actor, action, kind, record, name, before, after, undoes, packed ON change
BEGIN SELECT RAISE(ABORT, 'the log of changes is only added to'); END;
-- +goose StatementEnd
