package storage

import (
	"encoding/json"

	"hearingdesk/hearing"
	"hearingdesk/hearing/transcript"
	"hearingdesk/storage/query"
)

// transcripts holds the names of the tables, and what each transcript shows
// against its log.
func (v *verifying) transcripts() {
	// A letter that changed in the names of tables is no broken page, and the file
	// cannot be opened.
	var misnamed bool
	if err := v.db.QueryRowContext(v.ctx, say("Misnamed")).Scan(&misnamed); err != nil || misnamed {
		v.found = append(v.found, Damage{Kind: BadPage, Detail: "a table is not called what it was"})
	}
	q := query.New(v.db)
	all, err := q.TranscriptsOf(v.ctx)
	if err != nil {
		return // a file of before has none; a broken page was found
	}
	for _, id := range all {
		ref := hearing.Reference{Noun: nounTranscript, ID: hearing.ID(id)}
		t, err := transcriptOf(v.ctx, q, ref.ID)
		if err != nil {
			v.found = append(v.found, Damage{Kind: BadRecord, Record: ref, Detail: err.Error()})
			continue
		}
		rows, err := q.UtterancesOf(v.ctx, id)
		if err != nil {
			v.found = append(v.found, Damage{Kind: BadRecord, Record: ref, Detail: err.Error()})
			continue
		}
		shown := map[string]query.UtterancesOfRow{}
		for _, row := range rows {
			shown[row.ID] = row
		}
		for _, l := range transcript.Of(t).Lines() {
			row := shown[string(l.ID)]
			body, err := bodyOf(row.Body, row.Packed)
			want, merr := json.Marshal(l.Utterance)
			if err == nil && merr == nil && body == string(want) && row.Text == l.Text && (row.Gone != 0) == l.Gone {
				continue
			}
			v.found = append(v.found, Damage{Kind: BadRecord, Record: ref, Name: string(l.ID), Detail: "a passage is not as it was written"})
		}
	}
}
