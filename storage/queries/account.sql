-- name: CountAccounts :one
SELECT count(*) FROM account;

-- name: Accounts :many
SELECT * FROM account ORDER BY retired, name;

-- name: Account :one
SELECT * FROM account WHERE id = ?;

-- name: AccountNamed :one
SELECT * FROM account WHERE name = ?;

-- name: PutAccount :exec
INSERT INTO account (id, name, role, person, retired, password, recovery, failures, failed) VALUES (?, ?, ?, ?, ?, ?, ?, 0, '')
ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, person = excluded.person, retired = excluded.retired,
    password = excluded.password, recovery = excluded.recovery;

-- name: MarkFailure :exec
UPDATE account SET failures = ?, failed = ? WHERE id = ?;

-- name: TriesOfNobody :many
SELECT at FROM change WHERE kind = 'account' AND record = ? ORDER BY seq DESC LIMIT 100;

-- name: HadAccounts :one
SELECT CAST(EXISTS (SELECT 1 FROM account) OR EXISTS (SELECT 1 FROM change WHERE kind = 'account') OR EXISTS (SELECT 1 FROM confined) AS INTEGER) AS had;

-- name: Confine :exec
INSERT OR IGNORE INTO confined (kind, id) VALUES (?, ?);

-- name: Unconfine :exec
DELETE FROM confined WHERE kind = ? AND id = ?;

-- name: IsConfined :one
SELECT CAST(EXISTS (SELECT 1 FROM confined WHERE kind = ? AND id = ?) AS INTEGER) AS confined;

-- name: ConfinedOnes :many
SELECT c.kind, c.id FROM confined c;

-- name: ConfinedSeen :many
SELECT c.kind, c.id FROM confined c CROSS JOIN record r ON r.kind = c.kind AND r.id = c.id;

-- name: DropTeam :exec
DELETE FROM team WHERE kind = ? AND id = ?;

-- name: AddTeam :exec
INSERT OR IGNORE INTO team (kind, id, who) VALUES (?, ?, ?);

-- name: Team :many
SELECT who FROM team WHERE kind = ? AND id = ? ORDER BY who;

-- name: Enter :exec
INSERT OR IGNORE INTO entered (kind, id, account) VALUES (?, ?, ?);

-- name: EnteredBy :many
SELECT account FROM entered WHERE kind = ? AND id = ? ORDER BY account;

-- name: Suspects :many
SELECT r.kind, r.id FROM record r WHERE r.kind = 'case' AND (json_extract(r.body, '$.minor') = 1 OR json_array_length(r.body, '$.secrets') > 0
        OR instr(r.body, '"minor":true') > 0 OR json_extract(r.body, '$.type') IN ('A1', 'A2'))
    OR r.kind IN ('hearing', 'announcement') AND COALESCE(json_extract(r.body, '$.openness'), '') <> 'public';

-- name: Referrers :many
SELECT x.by_kind, x.by_id, CAST(EXISTS (SELECT 1 FROM confined c WHERE c.kind = x.by_kind AND c.id = x.by_id) AS INTEGER) AS confined
FROM reference x WHERE x.kind = ? AND x.id = ? ORDER BY x.by_kind, x.by_id;

-- name: Named :many
SELECT kind, id FROM reference WHERE by_kind = ? AND by_id = ?;

-- name: StandsByItself :one
SELECT CAST(EXISTS (SELECT 1 FROM facet f WHERE f.kind = ? AND f.by_kind = f.kind AND f.by_id = ? AND f.id = f.by_id) AS INTEGER) AS own;

-- name: OpenedSince :one
SELECT CAST(EXISTS (SELECT 1 FROM change c WHERE c.kind = ? AND c.record = ? AND c.action = ? AND c.actor = ? AND c.at >= ?) AS INTEGER) AS opened;

-- name: KeepDraftsOf :exec
UPDATE draft SET owner = ? || owner WHERE substr(owner, 1, 1) <> '@';

-- name: DeletedRecords :many
SELECT c.kind, c.record, c.before, c.after, c.packed FROM change c
WHERE c.after = '' AND c.before <> '' AND c.kind IN ('case', 'hearing', 'announcement', 'instrument', 'clue', 'scan', 'person', 'organisation')
    AND NOT EXISTS (SELECT 1 FROM record r WHERE r.kind = c.kind AND r.id = c.record)
ORDER BY c.seq;
