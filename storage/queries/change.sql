-- name: AddChange :one
INSERT INTO change (batch, at, actor, action, kind, record, name, before, after, undoes, undone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) RETURNING seq;

-- name: SetBatch :exec
UPDATE change SET batch = seq WHERE seq = ?;

-- name: LastDone :one
SELECT batch FROM change WHERE undoes = 0 AND undone = 0 ORDER BY seq DESC LIMIT 1;

-- name: LastUndone :one
SELECT batch FROM change c WHERE undoes = 0 AND undone <> 0
    AND NOT EXISTS (SELECT 1 FROM change n WHERE n.undoes = 0 AND n.seq > c.undone)
ORDER BY undone DESC LIMIT 1;

-- name: BatchRows :many
SELECT seq, batch, at, actor, action, kind, record, name, before, after, undoes FROM change WHERE batch = ? ORDER BY seq;

-- name: MarkBatch :exec
UPDATE change SET undone = ? WHERE batch = ?;

-- name: History :many
SELECT seq, batch, at, actor, action, kind, record, name, before, after, undoes FROM change WHERE kind = ? AND record = ? ORDER BY seq DESC LIMIT 500;

-- name: Recent :many
SELECT seq, batch, at, actor, action, kind, record, name, before, after, undoes FROM change ORDER BY seq DESC LIMIT ?;

-- name: SaveDraft :exec
INSERT INTO draft (owner, field, text) VALUES (?, ?, ?) ON CONFLICT (owner, field) DO UPDATE SET text = excluded.text;

-- name: Drafts :many
SELECT field, text FROM draft WHERE owner = ? ORDER BY field;

-- name: DropDraft :exec
DELETE FROM draft WHERE owner = ? AND field = ?;

-- name: DropDrafts :exec
DELETE FROM draft WHERE owner = ?;

-- name: AddPrint :exec
INSERT INTO print (session, document, recipient, item, at, actor, hash, pages, copies, target) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: Prints :many
SELECT session, document, recipient, item, at, actor, hash, pages, copies, target FROM print WHERE session = ? ORDER BY seq;
