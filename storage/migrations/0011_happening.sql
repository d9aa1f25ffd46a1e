-- +goose Up

-- On which days something of a record is counted by the figures of a period, see
-- figures.Days.
CREATE TABLE happening (
    day  TEXT NOT NULL,
    kind TEXT NOT NULL,
    id   TEXT NOT NULL,
    PRIMARY KEY (day, kind, id),
    FOREIGN KEY (kind, id) REFERENCES record (kind, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX happening_of ON happening (kind, id);

INSERT INTO happening
SELECT DISTINCT substr(d.day, 1, 10), d.kind, d.id FROM (
    SELECT json_extract(body, '$.start') AS day, kind, id FROM record WHERE kind IN ('hearing', 'announcement')
    UNION ALL SELECT json_extract(x.value, '$.served_at'), r.kind, r.id FROM record r, json_each(r.body, '$.deliveries') x WHERE r.kind IN ('announcement', 'instrument')
    UNION ALL SELECT json_extract(body, '$.filed_on'), kind, id FROM record WHERE kind = 'case'
    UNION ALL SELECT json_extract(x.value, '$.on'), r.kind, r.id FROM record r, json_each(r.body, '$.steps') x WHERE r.kind = 'case' AND json_extract(x.value, '$.kind') = 'suit-brought'
    UNION ALL SELECT json_extract(body, '$.decided_on'), kind, id FROM record WHERE kind = 'instrument'
    UNION ALL SELECT json_extract(x.value, '$.on'), r.kind, r.id FROM record r, json_each(r.body, '$.visits') x WHERE r.kind IN ('instrument', 'patrol')
    UNION ALL SELECT json_extract(x.value, '$.on'), r.kind, r.id FROM record r, json_each(r.body, '$.closures') x WHERE r.kind = 'instrument'
    UNION ALL SELECT json_extract(body, '$.came_on'), kind, id FROM record WHERE kind = 'clue'
) d WHERE d.day <> '';
