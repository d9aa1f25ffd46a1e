-- name: PutClosing :exec
INSERT INTO closing (kind, id, day) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET day = excluded.day;

-- name: OpenSessions :many
SELECT id FROM session WHERE state NOT IN ('archived', 'cancelled') AND title <> '' ORDER BY starts = '', starts, id;

-- name: OpenCases :many
SELECT c.id FROM closing c WHERE c.kind = 'case' AND (c.day = '' OR c.day >= sqlc.arg(since))
    AND COALESCE((SELECT z.rules FROM rest z WHERE z.id = c.id), '') <> sqlc.arg(rules) ORDER BY c.id;

-- name: Rest :exec
INSERT INTO rest (id, rules) SELECT CAST(j.value AS TEXT), CAST(sqlc.arg(rules) AS TEXT) FROM (SELECT CAST(sqlc.arg(list) AS TEXT) AS list) d, json_each(d.list) j
WHERE true ON CONFLICT (id) DO UPDATE SET rules = excluded.rules;

-- name: PutOwed :exec
INSERT INTO owed (viewer, lang, at, took, body) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (viewer) DO UPDATE SET lang = excluded.lang, at = excluded.at, took = excluded.took, body = excluded.body;

-- name: Owed :one
SELECT at, took, body FROM owed WHERE viewer = ? AND lang = ?;

-- name: DropOwed :exec
DELETE FROM owed WHERE viewer <> '';

-- name: CaseIDs :many
SELECT id FROM record WHERE kind = 'case' ORDER BY id;

-- name: OpenRecords :many
WITH RECURSIVE reach (kind, id) AS (
    SELECT s.kind, s.id FROM (SELECT CAST(sqlc.arg(sessions) AS TEXT) AS list) d, json_each(d.list) j CROSS JOIN session s ON s.id = j.value
    UNION
    SELECT r.kind, r.id FROM record r WHERE r.kind IN ('office', 'form')
    UNION
    SELECT 'case', CAST(j.value AS TEXT) FROM (SELECT CAST(sqlc.arg(cases) AS TEXT) AS list) d, json_each(d.list) j
    UNION
    SELECT c.kind, c.id FROM closing c WHERE c.kind IN ('clue', 'patrol') AND c.day = '' AND CAST(sqlc.arg(waiting) AS INTEGER)
    UNION
    SELECT x.kind, x.id FROM reach CROSS JOIN reference x ON x.by_kind = reach.kind AND x.by_id = reach.id
    UNION
    SELECT x.by_kind, x.by_id FROM reach CROSS JOIN reference x ON x.kind = reach.kind AND x.id = reach.id
    WHERE x.kind IN ('case', 'instrument') AND x.by_kind IN ('instrument', 'announcement')
)
SELECT r.kind, r.id, r.sort, r.version, r.body FROM reach CROSS JOIN record r ON r.kind = reach.kind AND r.id = reach.id;

-- name: ServicesOf :many
SELECT s.person, s.day FROM (SELECT CAST(sqlc.arg(list) AS TEXT) AS list) d, json_each(d.list) j CROSS JOIN service s ON s.person = j.value
WHERE s.day >= sqlc.arg(since) ORDER BY s.person, s.day;

-- name: OpenStages :many
SELECT DISTINCT m.id AS mine, s.person, s.day
FROM (SELECT CAST(sqlc.arg(sessions) AS TEXT) AS list) d, json_each(d.list) j CROSS JOIN session m ON m.id = j.value
    CROSS JOIN reference c ON c.by_kind = 'hearing' AND c.by_id = m.id AND c.kind = 'case'
    CROSS JOIN reference o ON o.kind = 'case' AND o.id = c.id AND o.by_kind = 'hearing' AND o.by_id <> m.id
    CROSS JOIN service s ON s.session = o.by_id;

-- name: OpenClashes :many
SELECT t.session AS mine, t.noun, t.who, o.session, s.title, s.starts, s.ends, CAST(COALESCE(r.name, '') AS TEXT) AS room, CAST(COALESCE(w.name, '') AS TEXT) AS whose
FROM (SELECT CAST(sqlc.arg(sessions) AS TEXT) AS list) d, json_each(d.list) j CROSS JOIN session m ON m.id = j.value CROSS JOIN taking t ON t.session = m.id CROSS JOIN taking o ON o.noun = t.noun AND o.who = t.who AND o.session <> t.session
    AND o.starts > strftime('%Y-%m-%dT%H:%M:%SZ', t.starts, '-14 days') AND o.starts < t.ends AND o.ends > t.starts
    JOIN session s ON s.id = o.session LEFT JOIN record r ON r.kind = 'room' AND r.id = s.room
    LEFT JOIN record w ON w.kind = t.noun AND w.id = t.who
ORDER BY o.starts;
