-- name: PutClosing :exec
INSERT INTO closing (kind, id, day) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET day = excluded.day;

-- name: DropClosing :exec
DELETE FROM closing WHERE kind = ? AND id = ?;

-- name: OpenSessions :many
SELECT id FROM session WHERE state NOT IN ('archived', 'cancelled') ORDER BY starts = '', starts, id;

-- name: OpenCases :many
SELECT r.id FROM record r LEFT JOIN closing c ON c.kind = r.kind AND c.id = r.id
WHERE r.kind = 'case' AND (c.day IS NULL OR c.day >= sqlc.arg(since)) ORDER BY r.id;

-- name: OpenRecords :many
WITH RECURSIVE reach (kind, id) AS (
    SELECT s.kind, s.id FROM session s WHERE s.state NOT IN ('archived', 'cancelled')
    UNION
    SELECT r.kind, r.id FROM record r LEFT JOIN closing c ON c.kind = r.kind AND c.id = r.id
    WHERE r.kind IN ('office', 'form') OR r.kind = 'case' AND (c.day IS NULL OR c.day >= sqlc.arg(since))
        OR r.kind IN ('clue', 'patrol') AND c.day IS NULL
    UNION
    SELECT x.kind, x.id FROM reach CROSS JOIN reference x ON x.by_kind = reach.kind AND x.by_id = reach.id
    UNION
    SELECT x.by_kind, x.by_id FROM reach CROSS JOIN reference x ON x.kind = reach.kind AND x.id = reach.id
    WHERE x.kind IN ('case', 'instrument') AND x.by_kind IN ('instrument', 'hearing', 'announcement')
)
SELECT r.kind, r.id, r.version, r.body FROM reach CROSS JOIN record r ON r.kind = reach.kind AND r.id = reach.id ORDER BY r.kind, r.sort, r.id;

-- name: ServicesSince :many
SELECT person, day FROM service WHERE day >= ? ORDER BY person, day;

-- name: OpenStages :many
SELECT DISTINCT m.id AS mine, s.person, s.day
FROM session m CROSS JOIN reference c ON c.by_kind = 'hearing' AND c.by_id = m.id AND c.kind = 'case'
    CROSS JOIN reference o ON o.kind = 'case' AND o.id = c.id AND o.by_kind = 'hearing' AND o.by_id <> m.id
    CROSS JOIN service s ON s.session = o.by_id
WHERE m.state NOT IN ('archived', 'cancelled');

-- name: OpenClashes :many
SELECT t.session AS mine, t.noun, t.who, o.session, s.title, s.starts, s.ends, CAST(COALESCE(r.name, '') AS TEXT) AS room, CAST(COALESCE(w.name, '') AS TEXT) AS whose
FROM session m CROSS JOIN taking t ON t.session = m.id CROSS JOIN taking o ON o.noun = t.noun AND o.who = t.who AND o.session <> t.session
    AND o.starts > strftime('%Y-%m-%dT%H:%M:%SZ', t.starts, '-14 days') AND o.starts < t.ends AND o.ends > t.starts
    JOIN session s ON s.id = o.session LEFT JOIN record r ON r.kind = 'room' AND r.id = s.room
    LEFT JOIN record w ON w.kind = t.noun AND w.id = t.who
WHERE m.state NOT IN ('archived', 'cancelled') ORDER BY o.starts;
