-- name: FindClues :many
SELECT id, version, body FROM record WHERE kind = 'clue' AND (sqlc.arg(part) = '' OR instr(search, sqlc.arg(part)) > 0)
    AND (sqlc.arg(source) = '' OR json_extract(body, '$.source') = sqlc.arg(source))
    AND (sqlc.arg(state) = '' OR json_extract(body, '$.state') = sqlc.arg(state))
ORDER BY json_extract(body, '$.came_on') DESC, id LIMIT sqlc.arg(most);
