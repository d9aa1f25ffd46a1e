-- name: KeepRosterMapping :exec
INSERT INTO roster_mapping (headings, kind, fields) VALUES (?, ?, ?)
ON CONFLICT (headings) DO UPDATE SET kind = excluded.kind, fields = excluded.fields;

-- name: RosterMapping :one
SELECT kind, fields FROM roster_mapping WHERE headings = ?;
