-- name: OwnVersions :many
SELECT l.hash, c.before, c.after, c.packed FROM change c JOIN link l ON l.log = 'change' AND l.row = c.seq
WHERE c.kind = ? AND c.record = ? AND c.before <> c.after ORDER BY c.seq DESC;

-- name: Ancestors :many
SELECT hash FROM ancestor WHERE kind = ? AND id = ? ORDER BY hash;

-- name: AddAncestor :exec
INSERT OR IGNORE INTO ancestor (kind, id, hash) VALUES (?, ?, ?);

-- name: OwnSigner :one
SELECT seed FROM signer WHERE length(seed) > 0 LIMIT 1;

-- name: Signer :one
SELECT name FROM signer WHERE key = ?;

-- name: AddSigner :exec
INSERT OR IGNORE INTO signer (key, name, since, seed) VALUES (?, ?, ?, ?);

-- name: GoneRecords :many
SELECT c.kind, c.record, c.name FROM change c
WHERE c.after = '' AND c.before <> '' AND c.action <> 'merge'
    AND c.seq = (SELECT MAX(l.seq) FROM change l WHERE l.kind = c.kind AND l.record = c.record AND l.before <> l.after)
    AND NOT EXISTS (SELECT 1 FROM record r WHERE r.kind = c.kind AND r.id = c.record)
ORDER BY c.seq DESC;
