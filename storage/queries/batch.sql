-- name: AddPrint :one
INSERT INTO print (session, document, recipient, item, at, actor, hash, edition, pages, copies, target, content, day, again)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq;

-- name: Prints :many
SELECT * FROM print WHERE session = ? ORDER BY seq;

-- name: Print :one
SELECT * FROM print WHERE seq = ?;

-- name: LastPrints :many
SELECT sqlc.embed(p),
    CAST(COALESCE(s.title, (SELECT c.name FROM change c WHERE c.kind IN ('hearing', 'announcement') AND c.record = p.session ORDER BY c.seq DESC LIMIT 1), '') AS TEXT) AS title
FROM print p LEFT JOIN session s ON s.id = p.session ORDER BY p.seq DESC LIMIT ?;

-- name: AddBatch :one
INSERT INTO batch (at, actor, queue, sides, day, closed) VALUES (?, ?, ?, ?, ?, '') RETURNING id;

-- name: AddSheet :exec
INSERT INTO sheet (batch, n, session, document, recipient, item, title, copies, again, state, job, hash, edition, pages) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', 0, 0);

-- name: Supersede :exec
UPDATE sheet SET state = 'dropped' WHERE session = ? AND document = ? AND item = ? AND again = 0 AND batch <> sqlc.arg(batch) AND state IN ('waiting', 'failed');

-- name: OpenBatches :many
SELECT * FROM batch WHERE closed = '' ORDER BY id;

-- name: Batch :one
SELECT * FROM batch WHERE id = ?;

-- name: Sheets :many
SELECT * FROM sheet WHERE batch = ? ORDER BY n;

-- name: MarkSheet :one
UPDATE sheet SET state = sqlc.arg(state), job = sqlc.arg(job), hash = sqlc.arg(hash), edition = sqlc.arg(edition), pages = sqlc.arg(pages),
    content = COALESCE(sqlc.narg(content), content)
WHERE batch = sqlc.arg(batch) AND n = sqlc.arg(n) AND state = sqlc.arg(was) RETURNING content;

-- name: DropSheets :exec
UPDATE sheet SET state = 'dropped' WHERE batch = ? AND state NOT IN ('done', 'dropped');

-- name: CloseBatches :exec
UPDATE batch SET closed = sqlc.arg(closed) WHERE closed = ''
    AND NOT EXISTS (SELECT 1 FROM sheet s WHERE s.batch = batch.id AND s.state NOT IN ('done', 'dropped'));
