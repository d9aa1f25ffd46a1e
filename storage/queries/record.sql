-- name: Record :one
SELECT version, body FROM record WHERE kind = ? AND id = ?;

-- name: NameOf :one
SELECT name FROM record WHERE kind = ? AND id = ?;

-- name: PutRecord :exec
INSERT INTO record (kind, id, version, name, sort, search, body) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, name = excluded.name, sort = excluded.sort,
    search = excluded.search, body = excluded.body;

-- name: DeleteRecord :exec
DELETE FROM record WHERE kind = ? AND id = ?;

-- name: All :many
SELECT id, version, body FROM record WHERE kind = ? ORDER BY id;

-- name: HasRecords :one
SELECT CAST(EXISTS (SELECT 1 FROM record) AS INTEGER) AS has;

-- name: AddReference :exec
INSERT OR IGNORE INTO reference (kind, id, by_kind, by_id) VALUES (?, ?, ?, ?);

-- name: DropReferences :exec
DELETE FROM reference WHERE by_kind = ? AND by_id = ?;

-- name: NamedBy :many
SELECT r.kind, r.id, r.name FROM reference x CROSS JOIN record r ON r.kind = x.by_kind AND r.id = x.by_id
WHERE x.kind = ? AND x.id = ? ORDER BY r.kind, r.name LIMIT 20;

-- name: Naming :many
SELECT r.id, r.version, r.body FROM reference x CROSS JOIN record r ON r.kind = x.by_kind AND r.id = x.by_id
WHERE x.kind = ? AND x.id = ? AND x.by_kind = ? ORDER BY r.sort, r.id;

-- name: Has :one
SELECT CAST(EXISTS (SELECT 1 FROM record WHERE kind = ? AND id = ?) AS INTEGER) AS has;

-- name: Rename :exec
UPDATE record SET name = ?, sort = ?, search = ? WHERE kind = ? AND id = ?;

-- name: Pool :many
SELECT id, version, body FROM record WHERE kind = 'person' AND (json_extract(body, '$.pool') <> '' OR json_array_length(body, '$.pool_changes') > 0) ORDER BY sort, id;

-- name: Bodies :many
SELECT kind, id, version, name, body FROM record;
