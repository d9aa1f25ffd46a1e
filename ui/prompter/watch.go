package prompter

import (
	"context"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/script"
	"hearingdesk/hearing/transcript"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// Desk is what the prompter needs of the file where no recorder's page tells it.
type Desk interface {
	Dossier(ctx context.Context, session hearing.ID) (hearing.Dossier, error)
}

// lookEvery is how long what was read counts.
const lookEvery = 2 * time.Second

// Watch is a hearing as the file has it, read again and again: the presider sits
// at a computer of his own, or nobody records. The pages he turns are his alone.
func Watch(sh *shell.Shell, desk Desk, papers func() (*press.Press, error), id hearing.ID) Source {
	var seen Sight
	var next time.Time
	reading := false
	return Source{Read: func(now time.Time, take func(Sight)) {
		if reading || now.Before(next) {
			take(seen)
			return
		}
		reading = true
		var s Sight
		sh.Work.Do(func(ctx context.Context) (err error) {
			s, err = read(ctx, sh, desk, papers, id)
			return err
		}, func(err error) {
			reading, next = false, now.Add(lookEvery)
			if err != nil {
				sh.Fail(err)
				return
			}
			seen = s
			take(seen)
		})
	}}
}

// read reads a hearing with its script and its transcript.
func read(ctx context.Context, sh *shell.Shell, desk Desk, papers func() (*press.Press, error), id hearing.ID) (Sight, error) {
	book, err := sh.Book()
	if err != nil {
		return Sight{}, err
	}
	made, err := papers()
	if err != nil {
		return Sight{}, err
	}
	d, err := desk.Dossier(ctx, id)
	if err != nil {
		return Sight{}, err
	}
	s, err := script.Of(d, book, made.Forms(), sh.Day(words.Zone()))
	return Sight{d, s, transcript.Of(d.Transcript)}, err
}
