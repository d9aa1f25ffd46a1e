-- name: NumberFindable :one
INSERT INTO findable (kind, id) VALUES (?, ?) ON CONFLICT (kind, id) DO UPDATE SET id = excluded.id RETURNING n;

-- name: SearchOf :one
SELECT search FROM record WHERE kind = ? AND id = ?;

-- name: ForgetGrams :exec
DELETE FROM gram WHERE rowid = (SELECT f.n FROM findable f WHERE f.kind = ? AND f.id = ?);

-- name: PutGrams :exec
INSERT OR REPLACE INTO gram (rowid, grams) SELECT CAST(json_extract(j.value, '$[0]') AS INTEGER), CAST(json_extract(j.value, '$[1]') AS TEXT) FROM (SELECT CAST(sqlc.arg(list) AS TEXT) AS list) d, json_each(d.list) j;

-- name: PutSaid :exec
INSERT OR REPLACE INTO said (rowid, grams) SELECT CAST(json_extract(j.value, '$[0]') AS INTEGER), CAST(json_extract(j.value, '$[1]') AS TEXT) FROM (SELECT CAST(sqlc.arg(list) AS TEXT) AS list) d, json_each(d.list) j;

-- name: ForgetSaid :exec
DELETE FROM said WHERE rowid IN (SELECT u.n FROM utterance u WHERE u.hearing = ?);

-- name: Unindexed :many
SELECT * FROM unindexed ORDER BY what;

-- name: GoOnIndexing :exec
UPDATE unindexed SET next = ? WHERE what = ?;

-- name: Indexed :exec
DELETE FROM unindexed WHERE what = ?;

-- name: RecordsToIndex :many
SELECT f.n, f.kind, r.search FROM findable f JOIN record r ON r.kind = f.kind AND r.id = f.id WHERE f.n >= ? AND f.n <= ? ORDER BY f.n;

-- name: RecordsToCount :many
SELECT r.kind, r.id, r.version, r.body FROM findable f CROSS JOIN record r ON r.kind = f.kind AND r.id = f.id
WHERE f.n >= sqlc.arg(first) AND f.n <= sqlc.arg(last) AND f.kind IN ('case', 'hearing') ORDER BY f.n;

-- name: UtterancesToIndex :many
SELECT n, text FROM utterance WHERE n >= ? AND n <= ? ORDER BY n;

-- name: Listed :many
SELECT id, version, name, sort, body FROM record WHERE kind = ? ORDER BY sort, id LIMIT ?;

-- name: Scanned :many
SELECT s.id, s.version, s.name, s.sort, s.body FROM (SELECT r.id, r.version, r.name, r.sort, r.body, f.n, instr(r.search, sqlc.arg(line)) > 0 AS begins FROM record r JOIN findable f ON f.kind = r.kind AND f.id = r.id
WHERE r.kind = sqlc.arg(kind) AND instr(r.search, sqlc.arg(part)) > 0
    AND (sqlc.arg(facet) = '' OR EXISTS (SELECT 1 FROM facet c WHERE c.kind = 'person' AND c.facet = sqlc.arg(facet) AND c.id = r.id)
        OR EXISTS (SELECT 1 FROM reference w JOIN facet c ON c.kind = w.kind AND c.facet = sqlc.arg(facet) AND c.id = w.id
            WHERE w.by_kind = 'person' AND w.by_id = r.id AND w.kind = 'organisation'))
) s ORDER BY s.begins DESC, s.n DESC LIMIT sqlc.arg(most);

-- name: Beginning :many
SELECT r.id, r.version, r.name, r.sort, r.body FROM gram CROSS JOIN findable f ON f.n = gram.rowid CROSS JOIN record r ON r.kind = f.kind AND r.id = f.id
WHERE gram MATCH sqlc.arg(grams) AND instr(r.search, sqlc.arg(line)) > 0
    AND (sqlc.arg(facet) = '' OR EXISTS (SELECT 1 FROM facet c WHERE c.kind = 'person' AND c.facet = sqlc.arg(facet) AND c.id = r.id)
        OR EXISTS (SELECT 1 FROM reference w JOIN facet c ON c.kind = w.kind AND c.facet = sqlc.arg(facet) AND c.id = w.id
            WHERE w.by_kind = 'person' AND w.by_id = r.id AND w.kind = 'organisation'))
ORDER BY gram.rowid DESC LIMIT sqlc.arg(most);

-- name: Holding :many
SELECT r.id, r.version, r.name, r.sort, r.body FROM gram CROSS JOIN findable f ON f.n = gram.rowid CROSS JOIN record r ON r.kind = f.kind AND r.id = f.id
WHERE gram MATCH sqlc.arg(grams) AND instr(r.search, sqlc.arg(part)) > 0 AND instr(r.search, sqlc.arg(line)) = 0
    AND (sqlc.arg(facet) = '' OR EXISTS (SELECT 1 FROM facet c WHERE c.kind = 'person' AND c.facet = sqlc.arg(facet) AND c.id = r.id)
        OR EXISTS (SELECT 1 FROM reference w JOIN facet c ON c.kind = w.kind AND c.facet = sqlc.arg(facet) AND c.id = w.id
            WHERE w.by_kind = 'person' AND w.by_id = r.id AND w.kind = 'organisation'))
ORDER BY gram.rowid DESC LIMIT sqlc.arg(most);

-- name: OfUnit :many
SELECT r.id, r.version, r.name, r.sort, r.body FROM reference x CROSS JOIN record r ON r.kind = x.by_kind AND r.id = x.by_id
WHERE x.kind = 'organisation' AND x.id = sqlc.arg(unit) AND x.by_kind = sqlc.arg(kind) AND instr(r.search, sqlc.arg(part)) = 0
    AND (sqlc.arg(facet) = '' OR EXISTS (SELECT 1 FROM facet c WHERE c.kind = 'person' AND c.facet = sqlc.arg(facet) AND c.id = r.id)
        OR EXISTS (SELECT 1 FROM reference w JOIN facet c ON c.kind = w.kind AND c.facet = sqlc.arg(facet) AND c.id = w.id
            WHERE w.by_kind = 'person' AND w.by_id = r.id AND w.kind = 'organisation'))
ORDER BY x.by_id LIMIT sqlc.arg(most);

-- name: FirstHavingGram :many
SELECT gram.rowid FROM gram WHERE gram MATCH sqlc.arg(gram) ORDER BY gram.rowid LIMIT 32;

-- name: LastHavingGram :many
SELECT gram.rowid FROM gram WHERE gram MATCH sqlc.arg(gram) ORDER BY gram.rowid DESC LIMIT 32;

-- name: LastFindable :one
SELECT CAST(COALESCE(MAX(n), 0) AS INTEGER) FROM findable;

-- name: FirstHavingSaid :many
SELECT said.rowid FROM said WHERE said MATCH sqlc.arg(gram) ORDER BY said.rowid LIMIT 32;

-- name: LastHavingSaid :many
SELECT said.rowid FROM said WHERE said MATCH sqlc.arg(gram) ORDER BY said.rowid DESC LIMIT 32;

-- name: LastUtterance :one
SELECT CAST(COALESCE(MAX(n), 0) AS INTEGER) FROM utterance;

-- name: SpokenScanned :many
SELECT u.n, u.hearing, u.id, u.text, r.name, r.body FROM utterance u JOIN record r ON r.kind = 'hearing' AND r.id = u.hearing
WHERE u.gone = 0 AND instr(lower(u.text), sqlc.arg(part)) > 0 ORDER BY u.n DESC LIMIT sqlc.arg(most);

-- name: SpokenHolding :many
SELECT u.n, u.hearing, u.id, u.text, r.name, r.body FROM said CROSS JOIN utterance u ON u.n = said.rowid CROSS JOIN record r ON r.kind = 'hearing' AND r.id = u.hearing
WHERE said MATCH sqlc.arg(grams) AND u.gone = 0 AND instr(lower(u.text), sqlc.arg(part)) > 0 ORDER BY said.rowid DESC LIMIT sqlc.arg(most);

-- name: HoldingWithin :many
SELECT r.id, r.version, r.name, r.sort, r.body FROM gram CROSS JOIN findable f ON f.n = gram.rowid
    LEFT JOIN session s ON s.id = f.id AND s.kind = f.kind LEFT JOIN filed k ON f.kind = 'case' AND k.id = f.id CROSS JOIN record r ON r.kind = f.kind AND r.id = f.id
WHERE gram MATCH sqlc.arg(grams)
    AND (CAST(sqlc.arg(state) AS TEXT) = '' OR s.state = sqlc.arg(state)) AND (CAST(sqlc.arg(room) AS TEXT) = '' OR s.room = sqlc.arg(room)) AND (s.id IS NULL OR s.starts >= sqlc.arg(earliest))
    AND (CAST(sqlc.arg(type) AS TEXT) = '' OR k.id IS NULL OR k.type = sqlc.arg(type)) AND (k.id IS NULL OR k.day >= sqlc.arg(day))
    AND (CAST(sqlc.arg(people) AS TEXT) = '[]' OR EXISTS (SELECT 1 FROM reference x WHERE x.by_kind = f.kind AND x.by_id = f.id AND x.kind = 'person' AND x.id IN (SELECT j.value FROM (SELECT CAST(sqlc.arg(people) AS TEXT) AS list) d, json_each(d.list) j)))
    AND instr(r.search, sqlc.arg(part)) > 0 AND (instr(r.search, sqlc.arg(line)) > 0) = CAST(sqlc.arg(begins) AS INTEGER)
ORDER BY gram.rowid DESC LIMIT sqlc.arg(most);

-- name: SpokenWithin :many
SELECT u.n, u.hearing, u.id, u.text, r.name, r.body FROM said CROSS JOIN utterance u ON u.n = said.rowid CROSS JOIN session s ON s.id = u.hearing
    CROSS JOIN record r ON r.kind = 'hearing' AND r.id = u.hearing
WHERE said MATCH sqlc.arg(grams) AND u.gone = 0
    AND (CAST(sqlc.arg(state) AS TEXT) = '' OR s.state = sqlc.arg(state)) AND (CAST(sqlc.arg(room) AS TEXT) = '' OR s.room = sqlc.arg(room)) AND s.starts >= sqlc.arg(earliest)
    AND (CAST(sqlc.arg(people) AS TEXT) = '[]' OR EXISTS (SELECT 1 FROM reference x WHERE x.by_kind = 'hearing' AND x.by_id = u.hearing AND x.kind = 'person' AND x.id IN (SELECT j.value FROM (SELECT CAST(sqlc.arg(people) AS TEXT) AS list) d, json_each(d.list) j)))
    AND instr(lower(u.text), sqlc.arg(part)) > 0 ORDER BY said.rowid DESC LIMIT sqlc.arg(most);
