-- +goose Up

-- Who belongs to which group of the directory, and which record says so: the
-- person's own, a case, a session. Of an organisation it is everybody who works
-- there.
CREATE TABLE facet (
    kind    TEXT NOT NULL, -- person, organisation
    id      TEXT NOT NULL,
    facet   TEXT NOT NULL,
    by_kind TEXT NOT NULL,
    by_id   TEXT NOT NULL,
    PRIMARY KEY (kind, facet, id, by_kind, by_id),
    FOREIGN KEY (by_kind, by_id) REFERENCES record (kind, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX facet_by ON facet (by_kind, by_id);

INSERT INTO facet SELECT 'person', id, 'staff', kind, id FROM record WHERE kind = 'person' AND json_extract(body, '$.rank') <> '';
INSERT INTO facet SELECT 'person', id, 'officer', kind, id FROM record WHERE kind = 'person'
    AND (json_extract(body, '$.pool') <> '' OR json_extract(body, '$.class') <> '');
INSERT INTO facet SELECT 'person', id, 'volunteer', kind, id FROM record WHERE kind = 'person' AND json_extract(body, '$.volunteer') <> '';
INSERT INTO facet SELECT 'person', id, 'deputy', kind, id FROM record WHERE kind = 'person' AND json_extract(body, '$.deputy') <> '';
INSERT INTO facet
SELECT 'organisation', id, CASE json_extract(body, '$.kind') WHEN 'procuratorate' THEN 'staff' WHEN 'agency' THEN 'agency'
    WHEN 'notary-office' THEN 'notary' WHEN 'law-firm' THEN 'agent' ELSE 'media' END, kind, id
FROM record WHERE kind = 'organisation' AND json_extract(body, '$.kind') IN ('procuratorate', 'agency', 'notary-office', 'law-firm', 'media');
INSERT OR IGNORE INTO facet
SELECT 'person', json_extract(p.value, '$.person'), 'party', r.kind, r.id FROM record r, json_each(r.body, '$.parties') p
WHERE r.kind = 'case' AND json_extract(p.value, '$.person') <> '';
INSERT OR IGNORE INTO facet
SELECT 'person', json_extract(p.value, '$.person'), CASE json_extract(p.value, '$.role') WHEN 'supervisor' THEN 'supervisor'
    WHEN 'invited-aide' THEN 'aide' WHEN 'volunteer' THEN 'volunteer' WHEN 'deputy' THEN 'deputy' WHEN 'notary' THEN 'notary' WHEN 'agency' THEN 'agency'
    WHEN 'party' THEN 'party' WHEN 'victim' THEN 'party' WHEN 'media' THEN 'media' ELSE 'agent' END, r.kind, r.id
FROM record r, json_each(r.body, '$.participants') p
WHERE r.kind IN ('hearing', 'announcement') AND json_extract(p.value, '$.person') <> '' AND json_extract(p.value, '$.role') IN
    ('supervisor', 'invited-aide', 'volunteer', 'deputy', 'notary', 'agency', 'party', 'victim', 'media', 'agent', 'guardian', 'defender');
INSERT OR IGNORE INTO facet
SELECT 'person', json_extract(p.value, '$.proxy.person'), 'agent', r.kind, r.id FROM record r, json_each(r.body, '$.participants') p
WHERE r.kind IN ('hearing', 'announcement') AND json_extract(p.value, '$.proxy.person') <> '';

-- IDs of records that were merged into another: who still says one of them
-- means that other.
CREATE TABLE alias (
    kind  TEXT NOT NULL,
    id    TEXT NOT NULL, -- of the record that is gone
    whole TEXT NOT NULL, -- ID of the one that it went into
    PRIMARY KEY (kind, id, whole),
    FOREIGN KEY (kind, whole) REFERENCES record (kind, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_whole ON alias (kind, whole);
