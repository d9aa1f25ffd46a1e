-- +goose Up

-- What the columns of an office's rosters mean, as its clerk said when one with
-- these headings was read last.
CREATE TABLE roster_mapping (
    headings TEXT NOT NULL PRIMARY KEY, -- of all columns, see roster.Sheet.Signature
    kind     TEXT NOT NULL,             -- who the roster is of
    fields   TEXT NOT NULL              -- JSON: the field of each column; empty: it is left out
) STRICT, WITHOUT ROWID;

-- Whose standing says by itself to which group of the directory they belong.
INSERT OR IGNORE INTO facet
SELECT 'person', id, CASE json_extract(body, '$.title') WHEN '人民监督员' THEN 'supervisor' WHEN '特邀检察官助理' THEN 'aide'
    WHEN '“益心为公”志愿者' THEN 'volunteer' WHEN '公证员' THEN 'notary' ELSE 'media' END, kind, id
FROM record WHERE kind = 'person' AND json_extract(body, '$.title') IN ('人民监督员', '特邀检察官助理', '“益心为公”志愿者', '公证员', '记者');
