-- name: ChainHead :one
SELECT seq, hash FROM link ORDER BY seq DESC LIMIT 1;

-- name: LastLinked :one
SELECT CAST(COALESCE(MAX(row), 0) AS INTEGER) FROM link WHERE log = ?;

-- name: AddLink :exec
INSERT INTO link (log, row, hash) VALUES (?, ?, ?);

-- name: Links :many
SELECT * FROM link WHERE seq > sqlc.arg(after) ORDER BY seq LIMIT sqlc.arg(most);

-- name: ChangesFrom :many
SELECT * FROM change WHERE seq > sqlc.arg(after) ORDER BY seq LIMIT sqlc.arg(most);

-- name: PrintsFrom :many
SELECT * FROM print WHERE seq > sqlc.arg(after) ORDER BY seq LIMIT sqlc.arg(most);

-- name: TranscriptFrom :many
SELECT * FROM transcript_entry WHERE seq > sqlc.arg(after) ORDER BY seq LIMIT sqlc.arg(most);

-- name: LastLogged :many
SELECT r.kind, r.id, r.name, r.body, CAST(COALESCE(c.before, '') AS TEXT) AS was, CAST(COALESCE(c.after, '') AS TEXT) AS logged, c.packed
FROM record r LEFT JOIN change c ON c.seq = (SELECT l.seq FROM change l WHERE l.kind = r.kind AND l.record = r.id ORDER BY l.seq DESC LIMIT 1)
WHERE (r.kind, r.id) > (sqlc.arg(kind), sqlc.arg(id)) ORDER BY r.kind, r.id LIMIT sqlc.arg(most);

-- name: LoggedChanges :many
SELECT l.seq AS link, l.hash, c.seq, c.at, c.actor, c.action, c.kind, c.record, c.name, c.before, c.after, c.undoes, c.packed
FROM link l JOIN change c ON c.seq = l.row
WHERE l.log = 'change' AND (sqlc.arg(of) = '' OR c.record = sqlc.arg(of)) ORDER BY l.seq;

-- name: LoggedPrints :many
SELECT l.seq AS link, l.hash AS linked, sqlc.embed(p) FROM link l JOIN print p ON p.seq = l.row
WHERE l.log = 'print' AND (sqlc.arg(of) = '' OR p.session = sqlc.arg(of)) ORDER BY l.seq;
