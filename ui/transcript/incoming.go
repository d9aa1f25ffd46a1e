package transcript

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/transcript"
	"hearingdesk/ui/words"
)

// mostText is how large a file of a speech recogniser may be, in bytes: a day of
// speech has less than one million.
const mostText = 8 << 20

// ReadCues reads a file of a speech recogniser, SRT or plain text, UTF-8 or GBK.
// The error names the line; a file that is too large, or says nothing, is a
// [hearing.FieldErrors] with its name.
func ReadCues(path string) ([]transcript.Cue, error) {
	name := filepath.Base(path)
	f, err := os.Open(path) //nolint:gosec // the user names the file
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	data, err := io.ReadAll(io.LimitReader(f, mostText+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if len(data) > mostText {
		return nil, hearing.FieldErrors{{Path: name, Code: "long", Value: strconv.Itoa(len(data)), Expect: "8 MB"}}
	}
	text, err := words.Plain(data)
	if err != nil {
		return nil, err //nolint:wrapcheck // it says what is wrong with the file
	}
	cues, err := transcript.ReadCues(text)
	if err == nil && len(cues) == 0 {
		err = hearing.FieldErrors{{Path: name, Code: "required"}}
	}
	return cues, err //nolint:wrapcheck // as above
}

// An Incoming is a recogniser's file that is about to be taken in.
type Incoming struct {
	File    string
	Cues    []transcript.Cue
	Unknown []string // names of speakers of whom nobody is known, each once
	Nobody  int      // passages without a speaker who is known
	Timed   bool     // the passages have times in the recording
}

// Look reads a recogniser's file and says what it would bring.
func (m *Model) Look(path string, done func(Incoming, error)) {
	in := Incoming{File: filepath.Base(path)}
	m.run.Do(func(context.Context) (err error) {
		in.Cues, err = ReadCues(path)
		return err
	}, func(err error) {
		seen := map[string]bool{}
		for _, c := range in.Cues {
			in.Timed = in.Timed || c.From > 0 || c.To > 0
			if transcript.SpeakerOf(m.Dossier, c.Name) != "" {
				continue
			}
			in.Nobody++
			if c.Name != "" && !seen[c.Name] {
				seen[c.Name] = true
				in.Unknown = append(in.Unknown, c.Name)
			}
		}
		done(in, err)
	})
}

// TakeIn puts the passages at the end of the transcript, as drafts to be gone over;
// start is when the recording began.
func (m *Model) TakeIn(in Incoming, start time.Time) {
	if m.Dossier.Hearing == nil || m.Sealed() {
		return
	}
	session := m.Dossier.Hearing.ID
	list := transcript.Drafts(m.Dossier, in.Cues, start, m.now(), m.id)
	m.run.Do(func(ctx context.Context) error { return m.desk.AddToTranscript(ctx, session, list...) }, m.filed)
}

// Speaks names who said a passage of the file: who is known, else as the file has it.
func (m *Model) Speaks(c transcript.Cue) string {
	if id := transcript.SpeakerOf(m.Dossier, c.Name); id != "" {
		return m.Called(id)
	}
	return c.Name
}
