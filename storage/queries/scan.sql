-- name: LatestPrints :many
SELECT * FROM print p
WHERE p.session = ? AND p.seq = (SELECT MAX(o.seq) FROM print o WHERE o.session = p.session AND o.document = p.document AND o.item = p.item) ORDER BY p.seq;
