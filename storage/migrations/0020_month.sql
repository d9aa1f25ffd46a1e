-- +goose Up

-- With its end, what a session takes is read from this index alone: each entry of a
-- month asks for all of it, to say whether it clashes.
DROP INDEX taking_session;
CREATE INDEX taking_session ON taking (session, ends);
