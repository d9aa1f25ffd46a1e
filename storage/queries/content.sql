-- name: AddContent :exec
INSERT INTO content (hash, size, media, bytes) VALUES (?, ?, ?, ?);

-- name: HasContent :one
SELECT COUNT(*) FROM content WHERE hash = ?;

-- name: Content :one
SELECT hash, size, media, bytes FROM content WHERE hash = ?;

-- name: ContentIsBeside :one
SELECT CAST(bytes IS NULL AND size > 0 AS INTEGER) AS beside FROM content WHERE hash = ?;

-- name: Contents :many
SELECT hash, size, media, CAST(bytes IS NULL AND size > 0 AS INTEGER) AS beside FROM content ORDER BY hash;

-- name: UseContent :exec
INSERT INTO content_use (hash, kind, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING;

-- name: UnusedContents :many
SELECT hash FROM content c WHERE NOT EXISTS (SELECT 1 FROM content_use u WHERE u.hash = c.hash);

-- name: DropContent :exec
DELETE FROM content WHERE hash = ?;
