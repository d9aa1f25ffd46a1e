-- +goose Up

-- What is taken from one day into another (of UTC, whose days end when nobody
-- works). All other takings that overlap an hour began on its day.
CREATE INDEX taking_longer ON taking (noun, who, starts) WHERE substr(ends, 1, 10) > substr(starts, 1, 10);
