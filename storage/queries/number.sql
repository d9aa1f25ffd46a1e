-- name: SessionNumbers :many
SELECT * FROM number WHERE session = ? ORDER BY series, year, n;

-- name: YearNumbers :many
SELECT * FROM number WHERE year = ? ORDER BY series, n, at;

-- name: AllNumbers :many
SELECT * FROM number ORDER BY series, year, n, session, document, item;

-- name: HighestNumber :one
SELECT CAST(COALESCE(MAX(n), 0) AS INTEGER) FROM number WHERE series = ? AND year = ? AND n >= ? AND n <= ?;

-- name: AddNumber :exec
INSERT INTO number (series, year, n, text, session, document, item, recipient, at, actor, voided_at, voided_by, reason)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: NumberOf :one
SELECT * FROM number WHERE series = ? AND year = ? AND n = ? AND session = ? AND document = ? AND item = ?;

-- name: VoidNumber :exec
UPDATE number SET voided_at = ?, voided_by = ?, reason = ? WHERE series = ? AND year = ? AND n = ? AND session = ? AND document = ? AND item = ?;

-- name: NumberRange :one
SELECT * FROM number_range WHERE series = ? AND year = ?;

-- name: NumberRanges :many
SELECT * FROM number_range WHERE year = ? ORDER BY series;

-- name: SetNumberRange :exec
INSERT INTO number_range (series, year, first, last) VALUES (?, ?, ?, ?) ON CONFLICT (series, year) DO UPDATE SET first = excluded.first, last = excluded.last;

-- name: SameNumber :many
SELECT i.id, CAST(json_extract(i.body, '$.case') AS TEXT) AS case_id, CAST(COALESCE(c.name, '') AS TEXT) AS cause
FROM record i LEFT JOIN record c ON c.kind = 'case' AND c.id = json_extract(i.body, '$.case')
WHERE i.kind = 'instrument' AND json_extract(i.body, '$.number') = ? ORDER BY i.id;

-- name: Doubles :many
SELECT CAST(j.value AS TEXT) AS number, CAST(json_extract(i.body, '$.case') AS TEXT) AS case_id, CAST(COALESCE(c.name, '') AS TEXT) AS cause
FROM (SELECT CAST(sqlc.arg(list) AS TEXT) AS list) d, json_each(d.list) j CROSS JOIN record i ON i.kind = 'instrument' AND json_extract(i.body, '$.number') = j.value
    LEFT JOIN record c ON c.kind = 'case' AND c.id = json_extract(i.body, '$.case')
WHERE (SELECT COUNT(*) FROM record o WHERE o.kind = 'instrument' AND json_extract(o.body, '$.number') = j.value) > 1
ORDER BY i.id;
