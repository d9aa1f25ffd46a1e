-- A guest reads what is public, and nothing else: no files, no logs, no papers, no word
-- of a transcript, and of people their names. Run after seen.sql, in whose place these
-- views come.
DROP VIEW temp.record;
CREATE TEMP VIEW record AS SELECT r.kind, r.id, r.version, r.name, r.sort, r.name AS search,
    json_remove(r.body, '$.id_number', '$.phone', '$.address', '$.postcode', '$.account', '$.relatives', '$.born', '$.licence', '$.note', '$.bars', '$.opinions', '$.risk', '$.draws',
        '$.supervision', '$.allowances', '$.overrides', '$.approvals', '$.facts', '$.issues', '$.steps', '$.outcome') AS body
FROM main.record r
WHERE NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind = r.kind AND c.id = r.id)
    AND r.kind IN ('office', 'person', 'organisation', 'room', 'case', 'hearing', 'announcement', 'form')
    AND (r.kind NOT IN ('hearing', 'announcement') OR json_extract(r.body, '$.openness') = 'public');

DROP VIEW temp.change;
CREATE TEMP VIEW change AS SELECT * FROM main.change WHERE 0;
DROP VIEW temp.print;
CREATE TEMP VIEW print AS SELECT * FROM main.print WHERE 0;
DROP VIEW temp.number;
CREATE TEMP VIEW number AS SELECT * FROM main.number WHERE 0;
DROP VIEW temp.sheet;
CREATE TEMP VIEW sheet AS SELECT * FROM main.sheet WHERE 0;
DROP VIEW temp.transcript_entry;
CREATE TEMP VIEW transcript_entry AS SELECT * FROM main.transcript_entry WHERE 0;
DROP VIEW temp.utterance;
CREATE TEMP VIEW utterance AS SELECT * FROM main.utterance WHERE 0;
DROP VIEW temp.typing;
CREATE TEMP VIEW typing AS SELECT * FROM main.typing WHERE 0;
DROP VIEW temp.content;
CREATE TEMP VIEW content AS SELECT * FROM main.content WHERE 0;

DROP VIEW temp.session;
CREATE TEMP VIEW session AS SELECT s.id, s.kind, iif(s.openness = 'public' AND NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind = s.kind AND c.id = s.id), s.title, '') AS title,
    'approved' AS state, s.starts, s.ends, s.zone, s.room, s.openness, s.streamed, iif(s.openness = 'public', s.presider, '') AS presider, '' AS recorder, 0 AS people, s.rehearsal
FROM main.session s WHERE s.state NOT IN ('cancelled', 'postponed', 'refused', 'draft', 'submitted') AND s.starts <> '';
