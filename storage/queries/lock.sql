-- name: Lock :one
SELECT recipient, passphrase, code, since FROM lock;

-- name: SetLock :exec
INSERT OR REPLACE INTO lock (one, recipient, passphrase, code, since) VALUES (1, ?, ?, ?, ?);
