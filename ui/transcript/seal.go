package transcript

import (
	"context"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/transcript"
	"hearingdesk/ui/words"
)

// Seal fixes the text and the pages: they are made with the hash of the text in
// their foot, kept as they are, and named by their own hash.
func (m *Model) Seal() {
	if len(m.Bars()) > 0 || m.Sealed() || m.Dossier.Hearing == nil {
		return
	}
	session, id, now := m.Dossier.Hearing.ID, m.id(), m.now()
	m.run.Do(func(ctx context.Context) error {
		d, err := m.desk.Dossier(ctx, session)
		if err != nil {
			return err
		}
		text := transcript.Of(d.Transcript)
		seal := hearing.TranscriptEntry{ID: id, At: text.After(now), Act: hearing.ActSeal, Hash: text.Sum()}
		d.Transcript.Entries = append(text.Entries(), seal)
		print, pages, err := m.print(d, calendar.DateOf(now.In(words.Zone())))
		if err != nil {
			return err
		}
		seal.Paper, seal.Pages = hearing.HashOf(pages), print.Pages
		if err := m.desk.RecordPrint(ctx, print, pages); err != nil {
			return err
		}
		return m.desk.AddToTranscript(ctx, session, seal)
	}, m.filed)
}

// print makes the pages of the transcript as the press keeps them.
func (m *Model) print(d hearing.Dossier, today calendar.Date) (hearing.Print, []byte, error) {
	p, err := m.press()
	if err != nil {
		return hearing.Print{}, nil, err
	}
	items := p.Plan(d, "16")
	if len(items) == 0 {
		return hearing.Print{}, nil, hearing.ErrNotFound
	}
	it := items[0]
	made, err := p.Make(d, it, today)
	if err != nil {
		return hearing.Print{}, nil, err
	}
	pages, err := made.Keep()
	return hearing.Print{Session: d.Hearing.ID, Document: it.Number, For: it.For, Key: it.Key, Hash: made.Hash, Edition: made.Item.Edition,
		Pages: len(made.Pages), To: words.T("封存"), Day: today}, pages, err
}
