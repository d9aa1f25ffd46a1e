package transcript

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	log "hearingdesk/hearing/transcript"
	"hearingdesk/storage"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// A room is a desk with E1, of which something was written.
type room struct {
	t    *testing.T
	desk *storage.Desk
	sh   *shell.Shell
	told *shown.Told
	text *log.Text
	at   time.Time
	n    int
}

const now = "2023-07-18 11:30"

func newRoom(t *testing.T) *room {
	r := &room{t: t, desk: shown.Examples(t, now), text: &log.Text{}, at: shown.At(t, "2023-07-18 09:00")}
	r.sh, r.told = shown.Shell(t, now)
	return r
}

// enter writes an entry, ten seconds after the last.
func (r *room) enter(e hearing.TranscriptEntry) {
	r.t.Helper()
	r.n, r.at = r.n+1, r.at.Add(10*time.Second)
	e.ID, e.At = hearing.ID(fmt.Sprintf("e%d", r.n)), r.at
	if err := r.desk.AddToTranscript(r.t.Context(), "h-e1", e); err != nil {
		r.t.Fatal(err)
	}
	r.text.Add(e)
}

func (r *room) say(step string, kind hearing.UtteranceKind, who hearing.ID, text string, draft bool) {
	r.t.Helper()
	r.enter(hearing.TranscriptEntry{To: &hearing.Utterance{ID: hearing.ID(fmt.Sprintf("u%d", r.n)), Kind: kind, After: r.text.End(), Step: step, Speaker: who, Text: text, At: r.at, Draft: draft}})
}

// heard is a short hearing.
func (r *room) heard() {
	r.t.Helper()
	r.say("open", hearing.Speech, hearing.SpeakerPresider, "现在开会。本次听证由我主持。", false)
	r.say("case", hearing.Speech, "p-lin", strings.Repeat("梧桐苑、锦绣家园等小区存在飞线充电20余处，消防通道被占用。", 4), false)
	r.say("questions", hearing.Ask, "h-e1-o1", "整改何时完成？", false)
	r.say("questions", hearing.Reply, "h-e1-a1", "七月底前完成。", false)
	r.enter(hearing.TranscriptEntry{Act: hearing.ActPause, Pause: hearing.PauseDeliberate})
	r.enter(hearing.TranscriptEntry{Act: hearing.ActResume})
	r.say("opinions", hearing.Speech, "h-e1-o1", "同意制发检察建议，䶮㛃小区先行。", false)
	r.say("close", hearing.Speech, "", "孙大队长：我们会后继续整改。", true)
	r.say("close", hearing.Speech, "", "孙大队长：请书记员核对。", true)
}

// model shows the hearing, and reads it anew after each change.
func (r *room) model() *Model {
	r.t.Helper()
	m := NewModel(r.sh, r.desk, shown.NewPress)
	m.OnFiled = func() {
		d, err := r.desk.Dossier(r.t.Context(), "h-e1")
		if err != nil {
			r.t.Fatal(err)
		}
		m.Take(d)
	}
	m.OnFiled()
	return m
}

func (r *room) fine() {
	r.t.Helper()
	if len(r.told.Failed) > 0 {
		r.t.Fatal(r.told.Failed)
	}
}

func TestFromReadingToTheSeal(t *testing.T) {
	r := newRoom(t)
	r.heard()
	m := r.model()
	if got := fmt.Sprint(m.Bars()); got != fmt.Sprint([]Bar{NotRead, DraftsLeft}) {
		t.Fatalf("in the way: %v", got)
	}
	m.Seal()
	if m.Sealed() {
		t.Fatal("sealed against what stands in the way")
	}
	if got := m.Unknown(); len(got) != 1 || got[0] != "孙大队长" {
		t.Fatalf("unknown speakers: %q", got)
	}
	m.Assign("孙大队长", "h-e1-a1")
	drafts := m.Drafts()
	if len(m.Unknown()) > 0 || len(drafts) != 2 {
		t.Fatalf("after one name was said: %q, %d drafts", m.Unknown(), len(drafts))
	}
	if u, _ := m.Text.Line(drafts[1]); u.Text != "请书记员核对。" || u.Speaker != "h-e1-a1" {
		t.Errorf("assigned: %+v", u)
	}
	m.Confirm(drafts...)
	m.Read("由书记员向各方宣读")
	reply := m.Text.Lines()[3].ID
	m.Correct(reply, "八月十五日前完成。", "h-e1-a1")
	m.Correct(m.Text.Lines()[6].ID, "", "h-e1-a1")
	m.Insert(reply, "h-e1-a2", "补充：经费已经落实。")
	lines := m.Text.Lines()
	if l := lines[3]; len(l.Was) != 1 || !strings.Contains(l.Asked, "孙伟") {
		t.Errorf("corrected: %+v", l)
	}
	if !lines[4].Added || !lines[7].Gone {
		t.Error("what was added or taken out is not seen")
	}
	r.seals(m, reply)
}

// seals seals a transcript, and holds that only corrections follow.
func (r *room) seals(m *Model, reply hearing.ID) {
	t := r.t
	t.Helper()
	if bars := m.Bars(); len(bars) > 0 {
		t.Fatalf("in the way: %v", bars)
	}
	m.Seal()
	r.fine()
	seal, ok := m.Text.Seal()
	if !ok || m.Text.Broken() || m.Pages != AsSealed || seal.Pages < 2 || seal.Hash != m.Text.Sum() {
		t.Fatalf("sealed %v, %+v, pages %v", ok, seal, m.Pages)
	}
	prints, err := r.desk.Prints(t.Context(), "h-e1")
	if err != nil || len(prints) != 1 || prints[0].Content != seal.Paper {
		t.Fatalf("kept: %+v %v", prints, err)
	}
	sum := m.Text.Sum()
	m.Insert(reply, "h-e1-a2", "太迟")
	m.Correct(reply, "“八月十五日”应为“八月二十日”。", "h-e1-a1")
	r.fine()
	lines := m.Text.Lines()
	if last := lines[len(lines)-1]; last.Kind != hearing.Correcting || last.Of != reply || m.Text.Broken() || m.Text.Sum() != sum {
		t.Errorf("after the seal: %+v, broken %v", last, m.Text.Broken())
	}
	for _, l := range lines {
		if l.Text == "太迟" {
			t.Error("something was put in after the seal")
		}
	}
}

func TestWhatIsSealedCannotBeChangedUnseen(t *testing.T) {
	r := newRoom(t)
	r.heard()
	m := r.model()
	m.Confirm(m.Drafts()...)
	m.Read("")
	m.Seal()
	r.fine()
	d := m.Dossier
	d.Transcript.Entries = append([]hearing.TranscriptEntry{}, d.Transcript.Entries...)
	forged := *d.Transcript.Entries[0].To
	forged.Text = "别的话"
	d.Transcript.Entries[0].To = &forged
	m.Take(d)
	if !m.Text.Broken() {
		t.Error("a changed word is not seen")
	}
}

func TestSignatures(t *testing.T) {
	r := newRoom(t)
	m := r.model()
	h := *m.Dossier.Hearing
	everybody := func(hearing.Role) bool { return true }
	refused := &hearing.Signature{Refused: "对第三页有异议", Page: 3}
	h.Participants = append([]hearing.Participant{}, h.Participants...)
	SetSigned(&h, "h-e1-a1", refused)
	SetSigned(&h, hearing.SignsPresider, refused)
	found := 0
	for _, s := range Signers(m.Dossier, h, everybody) {
		if s.Signed == refused {
			found++
		}
	}
	if found != 2 || h.Outcome.SignedBy != refused {
		t.Errorf("%d refusals are shown", found)
	}
	if got := Signers(m.Dossier, h, func(hearing.Role) bool { return false }); len(got) != 2 || got[1].Name == "" {
		t.Errorf("who holds the hearing signs always: %+v", got)
	}
}

// pictures are looked at.
func TestPictures(t *testing.T) {
	r := newRoom(t)
	r.heard()
	s := sitting.New(r.sh, r.desk)
	o := New(r.sh, s, r.desk, shown.NewPress)
	shown.Show(r.sh, o)
	s.Open("h-e1")
	s.Read()
	r.sh.Window.Resize(r.sh.Window.Canvas().Size().AddWidthHeight(1, 0))
	shown.Picture(t, r.sh.Window, "transcript-drafts")
	m := r.model()
	m.Assign("孙大队长", "h-e1-a1")
	m.Confirm(m.Drafts()...)
	m.Read("宣读")
	m.Correct(m.Text.Lines()[3].ID, "八月十五日前完成。", "h-e1-a1")
	m.Correct(m.Text.Lines()[6].ID, "", "h-e1-a1")
	s.Read()
	shown.Picture(t, r.sh.Window, "transcript-corrected")
	m.Seal()
	s.Read()
	shown.Picture(t, r.sh.Window, "transcript-sealed")
	if err := words.Use(words.English); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = words.Use(words.Chinese) }()
	english := New(r.sh, s, r.desk, shown.NewPress)
	shown.Show(r.sh, english)
	shown.Picture(t, r.sh.Window, "transcript-english")
	r.fine()
}

func TestAnEmptyTranscriptSaysWhatToDo(t *testing.T) {
	r := newRoom(t)
	s := sitting.New(r.sh, r.desk)
	o := New(r.sh, s, r.desk, shown.NewPress)
	shown.Show(r.sh, o)
	s.Open("h-e1")
	s.Read()
	shown.Picture(t, r.sh.Window, "transcript-empty")
	b := shown.Button(t, r.sh.Window, "打印空白笔录")
	test.Tap(b)
	if n := len(r.told.Went); n == 0 || r.told.Went[n-1].Paper != "16" {
		t.Errorf("went to %+v", r.told.Went)
	}
}

// Five thousand passages are set and found in a moment.
func TestALongTranscriptIsSetOnce(t *testing.T) {
	r := newRoom(t)
	d, err := r.desk.Dossier(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	d.Transcript = hearing.Transcript{Hearing: "h-e1"}
	after := hearing.ID("")
	for i := range 5000 {
		u := hearing.Utterance{ID: hearing.ID(fmt.Sprintf("l%d", i)), Kind: hearing.Speech, After: after, Step: "statements", Speaker: "h-e1-a1", Text: strings.Repeat("消防通道应当保持畅通。", 1+i%6), At: r.at}
		after = u.ID
		d.Transcript.Entries = append(d.Transcript.Entries, hearing.TranscriptEntry{ID: u.ID, At: r.at.Add(time.Duration(i) * time.Second), To: &u})
	}
	m := NewModel(r.sh, r.desk, shown.NewPress)
	m.Take(d)
	read := newReader(func(Row) {})
	shown.Show(r.sh, read.object)
	began := time.Now()
	read.show(m.Rows, "畅通", "")
	read.reveal(4990)
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("it took %v", took)
	}
	if n := len(read.sheet.Objects); n == 0 || n > 60 {
		t.Errorf("%d rows are drawn", n)
	}
	if last := read.sheet.Objects[len(read.sheet.Objects)-1]; last.Position().Y+last.Size().Height < read.tops[4990] || read.scroll.Offset.Y == 0 {
		t.Errorf("it shows %v, scrolled to %v", last.Position(), read.scroll.Offset)
	}
	shown.Picture(t, r.sh.Window, "transcript-long")
}
