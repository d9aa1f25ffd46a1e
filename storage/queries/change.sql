-- name: AddChange :one
INSERT INTO change (batch, at, actor, action, kind, record, name, before, after, undoes, undone, packed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?) RETURNING seq;

-- name: SetBatch :exec
UPDATE change SET batch = seq WHERE seq = ?;

-- name: LastDone :one
SELECT batch FROM change WHERE actor = ? AND undoes = 0 AND undone = 0 ORDER BY seq DESC LIMIT 1;

-- name: LastUndone :one
SELECT batch FROM change c WHERE c.actor = ? AND undoes = 0 AND undone > 0
    AND NOT EXISTS (SELECT 1 FROM change n WHERE n.undoes = 0 AND n.seq > c.undone AND n.actor = c.actor)
ORDER BY undone DESC LIMIT 1;

-- name: BatchRows :many
SELECT seq, batch, at, actor, action, kind, record, name, before, after, undoes, packed FROM change WHERE batch = ? ORDER BY seq;

-- name: MarkBatch :exec
UPDATE change SET undone = ? WHERE batch = ?;

-- name: History :many
SELECT c.seq, c.batch, c.at, c.actor, c.action, c.kind, c.record, c.name, c.before, c.after, c.undoes, c.packed FROM change c
WHERE c.kind = sqlc.arg(kind) AND (c.record = sqlc.arg(record) OR c.record IN (SELECT a.id FROM alias a WHERE a.kind = sqlc.arg(kind) AND a.whole = sqlc.arg(record)))
ORDER BY c.seq DESC LIMIT 500;

-- name: Recent :many
SELECT seq, batch, at, actor, action, kind, record, name, before, after, undoes, packed FROM change ORDER BY seq DESC LIMIT ?;

-- name: SaveDraft :exec
INSERT INTO draft (owner, field, text) VALUES (?, ?, ?) ON CONFLICT (owner, field) DO UPDATE SET text = excluded.text;

-- name: Drafts :many
SELECT field, text FROM draft WHERE owner = ? ORDER BY field;

-- name: DraftOwners :many
SELECT DISTINCT owner FROM draft ORDER BY owner;

-- name: DropDraft :exec
DELETE FROM draft WHERE owner = ? AND field = ?;

-- name: DropDrafts :exec
DELETE FROM draft WHERE owner = ?;

-- name: StatesOf :many
SELECT before, after, packed FROM change WHERE kind = ? AND record = ? AND after <> '';

-- name: Written :one
SELECT CAST((SELECT COALESCE(MAX(seq), 0) FROM change) + (SELECT COALESCE(MAX(seq), 0) FROM print)
    + (SELECT COALESCE(MAX(seq), 0) FROM transcript_entry) + (SELECT COALESCE(MAX(id), 0) FROM batch) AS INTEGER) AS written;

-- name: ChangedRows :one
SELECT CAST(total_changes() AS INTEGER) AS changed;
