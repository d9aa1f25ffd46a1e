-- Who somebody is, as a JSON list; seen.sql says what for.
INSERT INTO me SELECT DISTINCT value FROM json_each(?1);
