-- What somebody sees who does not see all: each connection that reads for them has
-- views of its own before the tables. A name without a schema means the view, so no
-- query can forget it. me has who they are: their person of the directory, their
-- account behind “account:”, and the name that stands beside their changes behind
-- “actor:”.
CREATE TEMP TABLE me (who TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TEMP VIEW hid AS SELECT c.kind, c.id FROM main.confined c
WHERE NOT EXISTS (SELECT 1 FROM me m CROSS JOIN main.team t WHERE t.kind = c.kind AND t.id = c.id AND t.who = m.who);

CREATE TEMP VIEW record AS SELECT * FROM main.record r
WHERE NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind = r.kind AND c.id = r.id);

-- The calendar says that the room is taken, and no more: a session without a title is
-- one of these. One that takes nothing is not there.
CREATE TEMP VIEW session AS SELECT s.id, s.kind,
    iif(EXISTS (SELECT 1 FROM hid c WHERE c.kind = s.kind AND c.id = s.id), '', s.title) AS title,
    iif(EXISTS (SELECT 1 FROM hid c WHERE c.kind = s.kind AND c.id = s.id), 'approved', s.state) AS state,
    s.starts, s.ends, s.zone, s.room,
    iif(EXISTS (SELECT 1 FROM hid c WHERE c.kind = s.kind AND c.id = s.id), 'closed', s.openness) AS openness,
    iif(EXISTS (SELECT 1 FROM hid c WHERE c.kind = s.kind AND c.id = s.id), 0, s.streamed) AS streamed,
    iif(EXISTS (SELECT 1 FROM hid c WHERE c.kind = s.kind AND c.id = s.id), '', s.presider) AS presider,
    iif(EXISTS (SELECT 1 FROM hid c WHERE c.kind = s.kind AND c.id = s.id), '', s.recorder) AS recorder,
    iif(EXISTS (SELECT 1 FROM hid c WHERE c.kind = s.kind AND c.id = s.id), 0, s.people) AS people,
    s.rehearsal
FROM main.session s
WHERE s.state NOT IN ('cancelled', 'postponed', 'refused') AND s.starts <> '' OR NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind = s.kind AND c.id = s.id);

CREATE TEMP VIEW reference AS SELECT * FROM main.reference x
WHERE NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind = x.by_kind AND c.id = x.by_id);

CREATE TEMP VIEW facet AS SELECT * FROM main.facet x
WHERE NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind = x.by_kind AND c.id = x.by_id);

CREATE TEMP VIEW closing AS SELECT * FROM main.closing x
WHERE NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind = x.kind AND c.id = x.id);

CREATE TEMP VIEW filed AS SELECT * FROM main.filed x
WHERE NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind = 'case' AND c.id = x.id);

CREATE TEMP VIEW heard AS SELECT * FROM main.heard x
WHERE NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind = 'hearing' AND c.id = x.session);

CREATE TEMP VIEW alias AS SELECT * FROM main.alias x
WHERE NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind = x.kind AND c.id = x.whole);

-- Rows of the logs and of papers name a record, or a session by its ID alone. Papers
-- of a whole day or period are those of whoever made them: they can have in them what
-- only that person sees.
CREATE TEMP VIEW change AS SELECT * FROM main.change x
WHERE NOT EXISTS (SELECT 1 FROM hid c WHERE (c.kind = x.kind OR x.kind IN ('number', 'transcript', 'scan') AND c.kind IN ('hearing', 'announcement')) AND c.id = x.record)
    AND (x.kind NOT IN ('package', 'account') OR 'actor:' || x.actor IN (SELECT who FROM me));

CREATE TEMP VIEW print AS SELECT * FROM main.print x
WHERE NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind IN ('hearing', 'announcement') AND c.id = x.session)
    AND (substr(x.session, 1, 4) <> 'day:' AND substr(x.session, 1, 7) <> 'period:' OR 'actor:' || x.actor IN (SELECT who FROM me));

CREATE TEMP VIEW number AS SELECT * FROM main.number x
WHERE NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind IN ('hearing', 'announcement') AND c.id = x.session);

CREATE TEMP VIEW sheet AS SELECT * FROM main.sheet x
WHERE NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind IN ('hearing', 'announcement') AND c.id = x.session);

CREATE TEMP VIEW transcript_entry AS SELECT * FROM main.transcript_entry x
WHERE NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind = 'hearing' AND c.id = x.hearing);

CREATE TEMP VIEW utterance AS SELECT * FROM main.utterance x
WHERE NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind = 'hearing' AND c.id = x.hearing);

CREATE TEMP VIEW typing AS SELECT * FROM main.typing x
WHERE NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind = 'hearing' AND c.id = x.hearing);

-- A file is seen by whoever sees one of the records or papers that have it.
CREATE TEMP VIEW content AS SELECT * FROM main.content x
WHERE EXISTS (SELECT 1 FROM main.content_use u WHERE u.hash = x.hash
        AND NOT EXISTS (SELECT 1 FROM hid c WHERE c.kind = u.kind AND c.id = u.id))
    OR EXISTS (SELECT 1 FROM print p WHERE p.content = x.hash) OR EXISTS (SELECT 1 FROM sheet s WHERE s.content = x.hash)
    OR NOT EXISTS (SELECT 1 FROM main.content_use u WHERE u.hash = x.hash) AND NOT EXISTS (SELECT 1 FROM main.print p WHERE p.content = x.hash)
        AND NOT EXISTS (SELECT 1 FROM main.sheet s WHERE s.content = x.hash);

-- What was owed on the whole desk is for whoever sees all of it; of a part, for whoever
-- saw that part.
CREATE TEMP VIEW owed AS SELECT * FROM main.owed x WHERE x.viewer IN (SELECT who FROM me);
