-- name: PutSession :exec
INSERT INTO session (id, kind, title, state, starts, ends, zone, room, openness, streamed, presider, recorder, people, rehearsal)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET title = excluded.title, state = excluded.state, starts = excluded.starts, ends = excluded.ends,
    zone = excluded.zone, room = excluded.room, openness = excluded.openness, streamed = excluded.streamed,
    presider = excluded.presider, recorder = excluded.recorder, people = excluded.people, rehearsal = excluded.rehearsal;

-- name: DeleteSession :exec
DELETE FROM session WHERE id = ? AND kind = ?;

-- name: Retitle :exec
UPDATE session SET title = ? WHERE id = ?;

-- name: DropTakings :exec
DELETE FROM taking WHERE session = ?;

-- name: AddTaking :exec
INSERT OR IGNORE INTO taking (noun, who, starts, ends, session, what) VALUES (?, ?, ?, ?, ?, ?);

-- name: DropServices :exec
DELETE FROM service WHERE session = ?;

-- name: AddService :exec
INSERT OR IGNORE INTO service (person, day, session) VALUES (?, ?, ?);

-- name: Services :one
SELECT count(*) FROM service WHERE person = ? AND day >= ? AND day < ?;

-- name: ServedCase :one
SELECT count(*) FROM service s JOIN reference c ON c.by_kind = 'hearing' AND c.by_id = s.session AND c.kind = 'case'
WHERE s.person = ? AND c.id = ? AND s.session <> sqlc.arg(session) AND s.day < sqlc.arg(day);

-- name: Taken :many
SELECT t.what, t.session, s.title, s.starts, s.ends, CAST(COALESCE(r.name, '') AS TEXT) AS room, CAST(COALESCE(w.name, '') AS TEXT) AS whose
FROM taking t JOIN session s ON s.id = t.session LEFT JOIN record r ON r.kind = 'room' AND r.id = s.room
    LEFT JOIN record w ON w.kind = t.noun AND w.id = t.who
WHERE t.noun = sqlc.arg(noun) AND t.who = sqlc.arg(who) AND t.starts > sqlc.arg(earliest) AND t.starts < sqlc.arg(ends) AND t.ends > sqlc.arg(starts)
    AND t.session <> sqlc.arg(session)
ORDER BY t.starts;

-- name: Entries :many
-- Whether a session clashes is asked here only of one that reaches beyond the time, while
-- Takings says it of the others.
SELECT s.id, s.kind, s.title, s.state, s.starts, s.ends, s.zone, s.room, s.openness, s.streamed, s.people,
    CAST(COALESCE(r.name, '') AS TEXT) AS room_name, CAST(COALESCE(p.name, '') AS TEXT) AS presider, CAST(COALESCE(c.name, '') AS TEXT) AS recorder,
    CAST(CASE WHEN s.starts >= sqlc.arg(starts) AND s.ends <= sqlc.arg(ends) THEN 0
        ELSE EXISTS (SELECT 1 FROM taking t CROSS JOIN taking o ON o.noun = t.noun AND o.who = t.who AND o.session <> t.session
            AND o.starts >= substr(t.starts, 1, 10) AND o.starts < t.ends AND o.ends > t.starts
            WHERE t.session = s.id)
        OR EXISTS (SELECT 1 FROM taking t CROSS JOIN taking o INDEXED BY taking_longer ON o.noun = t.noun AND o.who = t.who AND o.session <> t.session
            AND substr(o.ends, 1, 10) > substr(o.starts, 1, 10)
            AND o.starts < t.ends AND o.ends > t.starts
            WHERE t.session = s.id) END AS INTEGER) AS clashes
FROM session s LEFT JOIN record r ON r.kind = 'room' AND r.id = s.room
    LEFT JOIN record p ON p.kind = 'person' AND p.id = s.presider LEFT JOIN record c ON c.kind = 'person' AND c.id = s.recorder
WHERE s.starts > sqlc.arg(earliest) AND s.starts < sqlc.arg(ends) AND s.ends > sqlc.arg(starts) ORDER BY s.starts, s.id;

-- name: Takings :many
-- What is taken, for the time of the session.
SELECT t.noun, t.who, t.session FROM session s CROSS JOIN taking t ON t.session = s.id
WHERE s.starts > sqlc.arg(earliest) AND s.starts < sqlc.arg(ends) AND s.ends > sqlc.arg(starts);

-- name: Unscheduled :many
SELECT s.id, s.kind, s.title, s.state, s.starts, s.ends, s.zone, s.room, s.openness, s.streamed, s.people,
    CAST(COALESCE(r.name, '') AS TEXT) AS room_name, CAST(COALESCE(p.name, '') AS TEXT) AS presider, CAST(COALESCE(c.name, '') AS TEXT) AS recorder,
    CAST(EXISTS (SELECT 1 FROM taking t CROSS JOIN taking o ON o.noun = t.noun AND o.who = t.who AND o.session <> t.session
        AND o.starts >= substr(t.starts, 1, 10) AND o.starts < t.ends AND o.ends > t.starts
        WHERE t.session = s.id)
    OR EXISTS (SELECT 1 FROM taking t CROSS JOIN taking o INDEXED BY taking_longer ON o.noun = t.noun AND o.who = t.who AND o.session <> t.session
        AND substr(o.ends, 1, 10) > substr(o.starts, 1, 10)
        AND o.starts < t.ends AND o.ends > t.starts
        WHERE t.session = s.id) AS INTEGER) AS clashes
FROM session s LEFT JOIN record r ON r.kind = 'room' AND r.id = s.room
    LEFT JOIN record p ON p.kind = 'person' AND p.id = s.presider LEFT JOIN record c ON c.kind = 'person' AND c.id = s.recorder
WHERE s.starts = '' OR s.ends = '' ORDER BY s.title, s.id;

-- name: SessionsNaming :many
SELECT s.id FROM reference x CROSS JOIN session s ON s.id = x.by_id AND s.kind = x.by_kind WHERE x.kind = ? AND x.id = ? ORDER BY s.starts DESC LIMIT 200;

-- name: EntryOf :one
SELECT s.id, s.kind, s.title, s.state, s.starts, s.ends, s.zone, s.room, s.openness, s.streamed, s.people,
    CAST(COALESCE(r.name, '') AS TEXT) AS room_name, CAST(COALESCE(p.name, '') AS TEXT) AS presider, CAST(COALESCE(c.name, '') AS TEXT) AS recorder,
    CAST(EXISTS (SELECT 1 FROM taking t CROSS JOIN taking o ON o.noun = t.noun AND o.who = t.who AND o.session <> t.session
        AND o.starts >= substr(t.starts, 1, 10) AND o.starts < t.ends AND o.ends > t.starts
        WHERE t.session = s.id)
    OR EXISTS (SELECT 1 FROM taking t CROSS JOIN taking o INDEXED BY taking_longer ON o.noun = t.noun AND o.who = t.who AND o.session <> t.session
        AND substr(o.ends, 1, 10) > substr(o.starts, 1, 10)
        AND o.starts < t.ends AND o.ends > t.starts
        WHERE t.session = s.id) AS INTEGER) AS clashes
FROM session s LEFT JOIN record r ON r.kind = 'room' AND r.id = s.room
    LEFT JOIN record p ON p.kind = 'person' AND p.id = s.presider LEFT JOIN record c ON c.kind = 'person' AND c.id = s.recorder
WHERE s.id = ?;

-- name: KindOf :one
SELECT kind FROM session WHERE id = ?;

-- name: ServicesOfAll :many
SELECT person, count(*) AS services FROM service WHERE day >= ? AND day < ? GROUP BY person;

-- name: WhoServedCase :many
SELECT DISTINCT s.person FROM service s JOIN reference c ON c.by_kind = 'hearing' AND c.by_id = s.session AND c.kind = 'case'
WHERE c.id = ? AND s.session <> sqlc.arg(session) AND s.day < sqlc.arg(day);

-- name: SessionsSaying :many
SELECT s.id FROM session s JOIN record r ON r.kind = s.kind AND r.id = s.id WHERE r.body LIKE ? ORDER BY s.id;

-- name: CalendarRow :one
SELECT starts, ends, room, state FROM session WHERE id = ?;
