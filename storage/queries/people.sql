-- name: DropFacets :exec
DELETE FROM facet WHERE by_kind = ? AND by_id = ?;

-- name: AddFacet :exec
INSERT OR IGNORE INTO facet (kind, id, facet, by_kind, by_id) VALUES (?, ?, ?, ?, ?);

-- name: PeopleOf :many
SELECT r.id, r.version, r.name, r.sort, r.body FROM record r WHERE r.kind = 'person'
    AND (sqlc.arg(facet) = '' OR r.id IN (SELECT f.id FROM facet f WHERE f.kind = 'person' AND f.facet = sqlc.arg(facet)
        UNION SELECT x.by_id FROM facet f CROSS JOIN reference x ON x.kind = f.kind AND x.id = f.id AND x.by_kind = 'person'
            WHERE f.kind = 'organisation' AND f.facet = sqlc.arg(facet)))
ORDER BY r.sort, r.id LIMIT sqlc.arg(most);

-- name: CountFacets :many
SELECT facet, count(*) AS people FROM (
    SELECT facet, id FROM facet WHERE kind = 'person'
    UNION SELECT f.facet, x.by_id FROM facet f CROSS JOIN reference x ON x.kind = f.kind AND x.id = f.id AND x.by_kind = 'person' WHERE f.kind = 'organisation')
GROUP BY facet;

-- name: CountKind :one
SELECT count(*) FROM record WHERE kind = ?;

-- name: Namesakes :many
SELECT r.id, r.version, r.name, r.sort, r.body FROM record r WHERE r.kind = 'person' AND r.sort = sqlc.arg(sort) AND r.name = sqlc.arg(name) ORDER BY r.id;

-- name: DropAliases :exec
DELETE FROM alias WHERE kind = ? AND whole = ?;

-- name: AddAlias :exec
INSERT OR IGNORE INTO alias (kind, id, whole) VALUES (?, ?, ?);

-- name: NamingAll :many
SELECT r.kind, r.id, r.version, r.name, r.body FROM reference x CROSS JOIN record r ON r.kind = x.by_kind AND r.id = x.by_id
WHERE x.kind = ? AND x.id = ? ORDER BY r.kind, r.id;

-- name: Twins :many
SELECT r.id, r.version, r.body FROM record r WHERE r.kind = sqlc.arg(kind)
    AND (r.name IN (SELECT n.name FROM record n WHERE n.kind = sqlc.arg(kind) GROUP BY n.name HAVING count(*) > 1)
    OR COALESCE(json_extract(r.body, '$.id_number'), json_extract(r.body, '$.code')) IN (
        SELECT COALESCE(json_extract(m.body, '$.id_number'), json_extract(m.body, '$.code')) AS number FROM record m
        WHERE m.kind = sqlc.arg(kind) GROUP BY number HAVING count(*) > 1 AND number <> ''))
ORDER BY r.sort, r.id;

-- name: Aliases :many
SELECT a.kind, a.id, a.whole FROM alias a WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.kind = a.kind AND r.id = a.id) ORDER BY a.kind, a.id, a.whole;

-- name: SpokeIn :one
SELECT CAST(EXISTS (SELECT 1 FROM utterance WHERE hearing = ? AND speaker = ?) AS INTEGER) AS spoke;
