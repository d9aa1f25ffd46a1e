-- name: TranscriptEntries :many
SELECT body, packed FROM transcript_entry WHERE hearing = ? ORDER BY at, id;

-- name: TranscriptsOf :many
SELECT DISTINCT hearing FROM transcript_entry ORDER BY hearing;

-- name: HasTranscriptEntry :one
SELECT COUNT(*) FROM transcript_entry WHERE hearing = ? AND id = ?;

-- name: LastTranscriptEntry :one
SELECT CAST(COALESCE(MAX(at), '') AS TEXT) FROM transcript_entry WHERE hearing = ?;

-- name: AddTranscriptEntry :exec
INSERT INTO transcript_entry (hearing, id, at, body, packed) VALUES (?, ?, ?, '', ?);

-- name: Utterance :one
SELECT * FROM utterance WHERE hearing = ? AND id = ?;

-- name: SetUtterance :one
INSERT INTO utterance (hearing, id, at, speaker, text, gone, body, packed) VALUES (?, ?, ?, ?, ?, ?, '', ?)
ON CONFLICT (hearing, id) DO UPDATE SET at = excluded.at, speaker = excluded.speaker, text = excluded.text, gone = excluded.gone, body = excluded.body, packed = excluded.packed RETURNING n;

-- name: ForgetUtterances :exec
DELETE FROM utterance WHERE hearing = ?;

-- name: Sealed :one
SELECT COUNT(*) FROM transcript_seal WHERE hearing = ?;

-- name: SetSeal :exec
INSERT INTO transcript_seal (hearing, at) VALUES (?, ?) ON CONFLICT (hearing) DO NOTHING;

-- name: Typing :one
SELECT * FROM typing WHERE hearing = ?;

-- name: SetTyping :exec
INSERT INTO typing (hearing, at, cursor, body) VALUES (?, ?, ?, ?)
ON CONFLICT (hearing) DO UPDATE SET at = excluded.at, cursor = excluded.cursor, body = excluded.body;

-- name: ClearTyping :exec
DELETE FROM typing WHERE hearing = ?;

-- name: UtterancesOf :many
SELECT id, text, gone, body, packed FROM utterance WHERE hearing = ?;
