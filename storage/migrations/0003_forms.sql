-- +goose Up

-- Which of the office's own texts a paper was made with; 0 is the program's. The
-- texts themselves are records of the kind form, and each one that was ever in
-- force stands in the change log.
ALTER TABLE print ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;
