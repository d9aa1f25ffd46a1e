-- name: DropHappenings :exec
DELETE FROM happening WHERE kind = ? AND id = ?;

-- name: AddHappening :exec
INSERT OR IGNORE INTO happening (day, kind, id) VALUES (?, ?, ?);

-- name: Happened :many
WITH RECURSIVE reach (kind, id) AS (
    SELECT h.kind, h.id FROM happening h WHERE h.day >= sqlc.arg(first) AND h.day <= sqlc.arg(last)
    UNION
    SELECT x.kind, x.id FROM reach CROSS JOIN reference x ON x.by_kind = reach.kind AND x.by_id = reach.id
    WHERE reach.kind IN ('case', 'hearing', 'announcement', 'instrument')
    UNION
    SELECT x.by_kind, x.by_id FROM reach CROSS JOIN reference x ON x.kind = reach.kind AND x.id = reach.id
    WHERE reach.kind = 'instrument' AND x.by_kind = 'announcement'
)
SELECT r.kind, r.id, r.version, r.body FROM reach CROSS JOIN record r ON r.kind = reach.kind AND r.id = reach.id ORDER BY r.kind, r.id;

-- name: HappeningSpan :one
SELECT CAST(COALESCE(MIN(day), '') AS TEXT) AS earliest, CAST(COALESCE(MAX(day), '') AS TEXT) AS latest FROM happening;

-- name: PutFiled :exec
INSERT INTO filed (id, day, type, interest, domain) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET day = excluded.day, type = excluded.type, interest = excluded.interest, domain = excluded.domain;

-- name: DropHeard :exec
DELETE FROM heard WHERE session = ?;

-- name: AddHeard :exec
INSERT INTO heard (session, case_id, starts, held, mixed, public, streamed, simplified, on_site, officers, supervisors, spot, adopted, postponed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: HeardByType :many
SELECT type, CAST(SUM(public) AS INTEGER) AS public, CAST(SUM(streamed) AS INTEGER) AS streamed, CAST(SUM(simplified) AS INTEGER) AS simplified,
    CAST(SUM(on_site) AS INTEGER) AS on_site, CAST(SUM(officers) AS INTEGER) AS officers, CAST(SUM(supervisors) AS INTEGER) AS supervisors, CAST(SUM(adopted) AS INTEGER) AS adopted, CAST(SUM(held) AS INTEGER) AS held, CAST(SUM(postponed) AS INTEGER) AS postponed
FROM (SELECT f.type, h.session, h.held, h.public, h.streamed, h.simplified, h.on_site, h.officers, h.supervisors, h.postponed, CASE h.mixed WHEN 0 THEN h.adopted ELSE 0 END AS adopted
    FROM heard h CROSS JOIN filed f ON f.id = h.case_id WHERE h.starts >= sqlc.arg(first) AND h.starts < sqlc.arg(behind) GROUP BY h.session, f.type)
GROUP BY type;

-- name: HeardCases :many
SELECT type, CAST(COUNT(*) AS INTEGER) AS cases, CAST(SUM(spot) AS INTEGER) AS spot
FROM (SELECT f.type, MAX(h.spot) AS spot FROM heard h CROSS JOIN filed f ON f.id = h.case_id
    WHERE h.starts >= sqlc.arg(first) AND h.starts < sqlc.arg(behind) AND h.held = 1 GROUP BY h.case_id)
GROUP BY type;

-- name: HeardAtAll :one
SELECT CAST(COALESCE(SUM(held), 0) AS INTEGER) AS sessions, CAST(COALESCE(SUM(public), 0) AS INTEGER) AS public, CAST(COALESCE(SUM(streamed), 0) AS INTEGER) AS streamed,
    CAST(COALESCE(SUM(simplified), 0) AS INTEGER) AS simplified, CAST(COALESCE(SUM(on_site), 0) AS INTEGER) AS on_site, CAST(COALESCE(SUM(officers), 0) AS INTEGER) AS officers,
    CAST(COALESCE(SUM(supervisors), 0) AS INTEGER) AS supervisors, CAST(COALESCE(SUM(adopted), 0) AS INTEGER) AS adopted, CAST(COALESCE(SUM(postponed), 0) AS INTEGER) AS postponed,
    CAST(COALESCE(SUM(caseless), 0) AS INTEGER) AS caseless
FROM (SELECT h.held, h.public, h.streamed, h.simplified, h.on_site, h.officers, h.supervisors, h.postponed, CASE h.mixed WHEN 0 THEN h.adopted ELSE 0 END AS adopted,
        CASE h.case_id WHEN '' THEN h.spot ELSE 0 END AS caseless
    FROM heard h WHERE h.starts >= sqlc.arg(first) AND h.starts < sqlc.arg(behind) GROUP BY h.session);

-- name: HeardIn :one
SELECT COUNT(DISTINCT session) FROM heard WHERE starts >= sqlc.arg(first) AND starts < sqlc.arg(behind) AND held = 1;

-- name: HeardMixed :many
SELECT DISTINCT r.kind, r.id, r.version, r.body FROM heard h CROSS JOIN record r ON r.kind = 'hearing' AND r.id = h.session
WHERE h.starts >= sqlc.arg(first) AND h.starts < sqlc.arg(behind) AND h.held = 1 AND h.mixed = 1 ORDER BY r.id;

-- name: FiledByDomain :many
SELECT domain, COUNT(*) AS cases FROM filed WHERE day >= sqlc.arg(first) AND day <= sqlc.arg(last) AND interest = 1 GROUP BY domain;

-- name: PapersHappened :many
SELECT r.kind, r.id, r.version, r.body FROM (SELECT DISTINCT h.id FROM happening h WHERE h.day >= sqlc.arg(first) AND h.day <= sqlc.arg(last) AND h.kind = 'instrument') d
    CROSS JOIN record r ON r.kind = 'instrument' AND r.id = d.id ORDER BY r.id;
