package projector

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/transcript"
	"hearingdesk/ui/shown"
)

func TestWhatThePageIs(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*room) *room
		want Page
	}{
		{"before it opens", func(r *room) *room { return r }, Discipline},
		{"while the discipline is read", func(r *room) *room { return r.step("ready") }, Discipline},
		{"in a step", func(r *room) *room { return r.step("ready").step("case") }, Session},
		{"in a recess", func(r *room) *room { return r.step("case").pause(hearing.PauseRecess) }, Rest},
		{"after it", func(r *room) *room {
			return r.step("case").pause(hearing.PauseRecess).add(hearing.TranscriptEntry{Act: hearing.ActResume})
		}, Session},
		{"in a pause for deliberation", func(r *room) *room { return r.step("case").pause(hearing.PauseDeliberate) }, Deliberation},
		{"in the step of it", func(r *room) *room { return r.step("deliberation") }, Deliberation},
		{"in its state alone", func(r *room) *room { r.d.Hearing.State = hearing.Recess; return r.step("questions") }, Deliberation},
		{"suspended", func(r *room) *room { return r.step("rights").pause(hearing.PauseSuspended) }, Halted},
		{"sealed", func(r *room) *room {
			return r.step("sign").add(hearing.TranscriptEntry{Act: hearing.ActSeal, Hash: r.text.Sum()})
		}, Ended},
		{"closed without a transcript", func(r *room) *room { r.d.Hearing.State = hearing.Closed; return r }, Ended},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.do(held(t, "h-e1", "2023-07-18 09:00")).scene().Page; got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func TestWhoSpeaks(t *testing.T) {
	for _, c := range []struct {
		name string
		id   func(*room) hearing.ID
		want Speaker
	}{
		{"the presider", func(*room) hearing.ID { return hearing.SpeakerPresider }, Speaker{Name: "林知远", Role: "主持人"}},
		{"the recorder", func(*room) hearing.ID { return hearing.SpeakerRecorder }, Speaker{Name: "许晚", Role: "书记员"}},
		{"an officer", func(r *room) hearing.ID { return r.of(hearing.Officer).ID }, Speaker{Name: "王䶮", Role: "听证员"}},
		{"an agency", func(r *room) hearing.ID { return r.of(hearing.AgencyRep).ID }, Speaker{Name: "澄河区消防救援大队", Role: "行政机关", With: "孙伟"}},
		{"somebody unknown", func(*room) hearing.ID { return "nobody" }, Speaker{}},
	} {
		r := held(t, "h-e1", "2023-07-18 09:00").step("statements")
		r.live.Speaker = c.id(r)
		if got := r.scene().Speaker; got != c.want {
			t.Errorf("%s: %+v", c.name, got)
		}
		r.d.Hearing.Openness = hearing.NotOpen
		if got := r.scene().Speaker; got.Name != "" || got.With != "" || got.Role == "" && c.want.Role != "" {
			t.Errorf("%s in a closed hearing: %+v", c.name, got)
		}
	}
}

// TestTheTimeOfAStep leaves out what was a pause.
func TestTheTimeOfAStep(t *testing.T) {
	r := held(t, "h-e1", "2023-07-18 09:00").step("statements").later(10 * time.Minute).pause(hearing.PauseRecess).later(30 * time.Minute)
	r.add(hearing.TranscriptEntry{Act: hearing.ActResume}).later(5 * time.Minute)
	s := r.scene()
	if s.Used.Round(time.Second) != 15*time.Minute || s.Planned != 31*time.Minute || s.Steps[s.At] != "各方说明情况" {
		t.Errorf("%v of %v in %q", s.Used, s.Planned, s.Steps[s.At])
	}
	s = r.step("notary").scene() // an insert
	if s.Steps[s.At] != "各方说明情况" || s.Planned != 0 {
		t.Errorf("an insert moves the agenda to %q", s.Steps[s.At])
	}
}

func TestSeveralCases(t *testing.T) {
	r := held(t, "h-e1", "2023-07-18 09:00")
	other := r.d.Cases[0]
	other.ID, other.Cause, other.PublicCause = "c-2", "程桂兰信访案", "程某某信访案"
	r.d.Cases = append(r.d.Cases, other)
	r.add(hearing.TranscriptEntry{Act: hearing.ActStep, Step: "case", Case: "c-2"})
	s := r.scene()
	if s.Case != "第 2 案，共 2 案：程某某信访案" || !strings.HasSuffix(s.Steps[s.At], "（2）") || strings.Contains(s.Title, "程") {
		t.Errorf("%q in %q, %q", s.Case, s.Title, s.Steps[s.At])
	}
	r.d.Hearing.Openness = hearing.NotOpen
	if s := r.scene(); s.Case != "第 2 案，共 2 案" || s.Title != "不公开听证" || s.Office != "" {
		t.Errorf("closed: %q in %q of %q", s.Case, s.Title, s.Office)
	}
}

// TestNobodySaidItIsPublic: until somebody has, nobody is named.
func TestNobodySaidItIsPublic(t *testing.T) {
	r := held(t, "h-e1", "2023-07-18 09:00").step("case").says(hearing.SpeakerPresider, hearing.Speech, "", "")
	r.d.Hearing.Openness = hearing.AskFirst
	if s := r.scene(); s.Title != "听证会" || s.Speaker != (Speaker{Role: "主持人"}) {
		t.Errorf("%q, %+v", s.Title, s.Speaker)
	}
}

// texts are all texts of a scene.
func texts(v reflect.Value) []string {
	var out []string
	switch v.Kind() {
	case reflect.String:
		out = append(out, v.String())
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return nil
		}
		for i := range v.NumField() {
			out = append(out, texts(v.Field(i))...)
		}
	case reflect.Slice:
		for i := range v.Len() {
			out = append(out, texts(v.Index(i))...)
		}
	default:
	}
	return out
}

// leaks are the secrets that a scene tells.
func leaks(s Scene, secrets []string) []string {
	var out []string
	for _, text := range texts(reflect.ValueOf(s)) {
		for _, secret := range secrets {
			if secret != "" && strings.Contains(text, secret) {
				out = append(out, fmt.Sprintf("%q in %q", secret, text))
			}
		}
	}
	return out
}

// mark puts secrets everywhere into a dossier where something stands that is not
// for the public, and returns them.
func mark(r *room) []string {
	const own = "密语"
	n := 0
	secret := func(p *string) { n++; *p = fmt.Sprintf("%s%d号", own, n) }
	h := r.d.Hearing
	for _, p := range []*string{&h.Note, &h.Risk, &h.OpennessReason, &h.Outcome.Decision, &h.Outcome.Reasons, &h.Outcome.Agreement, &h.Outcome.Absence, &h.Outcome.FollowUp} {
		secret(p)
	}
	for i := range h.Questions {
		secret(&h.Questions[i].Text)
	}
	for _, o := range h.Officers() {
		h.Opinions = append(h.Opinions, hearing.Opinion{Officer: o.ID, Question: h.Questions[0].ID, Stance: hearing.Disagree})
		secret(&h.Opinions[len(h.Opinions)-1].Reason)
		secret(&h.Opinions[len(h.Opinions)-1].Advice)
	}
	for i := range r.d.Cases {
		secret(&r.d.Cases[i].Facts)
		secret(&r.d.Cases[i].SourceNote)
		secret(&r.d.Cases[i].Number)
	}
	out := []string{own}
	i := 0
	for id, p := range r.d.People {
		i++
		secret(&p.Note)
		secret(&p.Address)
		p.Phone, p.IDNumber = fmt.Sprintf("1390000%04d", i), fmt.Sprintf("14010519800101%04d", i)
		out = append(out, p.Phone, p.IDNumber)
		r.d.People[id] = p
	}
	return out
}

// wander does something that can happen in a hearing; whatever is typed is secret.
func wander(r *room, by *rand.Rand) {
	steps := []string{"ready", "open", "case", "statements", "questions", "opinions", "last", "close", "sign", "notary", "recess", "deliberation"}
	who := []hearing.ID{"", hearing.SpeakerPresider, hearing.SpeakerRecorder, r.d.Hearing.Presider}
	for _, p := range r.d.Hearing.Participants {
		who = append(who, p.ID)
	}
	switch by.IntN(6) {
	case 0:
		r.step(steps[by.IntN(len(steps))])
	case 1:
		r.add(hearing.TranscriptEntry{Act: hearing.ActPause, Pause: hearing.PauseKinds[by.IntN(len(hearing.PauseKinds))], Until: r.text.After(r.now).Add(20 * time.Minute), Note: "密语"})
	case 2:
		r.add(hearing.TranscriptEntry{Act: hearing.ActResume})
	case 3:
		r.live.Speaker = who[by.IntN(len(who))]
	default:
		kinds := hearing.UtteranceKinds
		r.says(who[by.IntN(len(who))], kinds[by.IntN(len(kinds))], "3", "密语")
	}
	r.live.Exhibit = Exhibit{"3", "程桂兰所写的收条（电话" + r.d.People["p-cheng"].Phone + "）"}
	r.later(time.Duration(by.IntN(300)) * time.Second)
}

// TestTheWallKeepsSecrets goes through many hearings at random. In none does the
// wall show what was typed, an opinion, a note or a number; of E2 the names of the
// family, and of a closed hearing anybody's.
func TestTheWallKeepsSecrets(t *testing.T) {
	for seed := range uint64(12) {
		by := rand.New(rand.NewPCG(seed, 6)) //nolint:gosec // it only has to be the same each time
		r := held(t, []hearing.ID{"h-e1", "h-e2", "h-e3"}[seed%3], "2023-07-18 09:00")
		secrets := mark(r)
		var names []string
		for _, p := range r.d.People {
			names = append(names, p.Name)
		}
		s := r.script()
		for range 60 {
			wander(r, by)
			r.d.Hearing.Openness = hearing.Public
			hidden := slices.Clone(secrets)
			if seed%3 == 1 {
				hidden = append(hidden, "程桂兰", "程建平", "程建军", "程晓梅")
			}
			if seed%2 == 1 {
				r.d.Hearing.Openness, hidden = hearing.NotOpen, append(hidden, append(names, r.d.Cases[0].Cause, "收条")...)
			}
			now := Public(r.d, s, r.text, r.live, r.now)
			if found := leaks(now, hidden); len(found) > 0 {
				t.Fatalf("seed %d, %s: %v", seed, now.Page, found)
			}
			if now.Page == Deliberation && !reflect.DeepEqual(now, Scene{Page: Deliberation, Now: r.now, At: -1, Resume: until(r.text)}) {
				t.Fatalf("seed %d: while the officers deliberate the wall shows %+v", seed, now)
			}
		}
	}
}

// until is what was announced of a pause, which is for everybody.
func until(t *transcript.Text) time.Time {
	p, _ := t.Pause()
	return p.Until
}

// TestALeakIsSeen: the test above would see one.
func TestALeakIsSeen(t *testing.T) {
	s := held(t, "h-e1", "2023-07-18 09:00").step("case").says(hearing.SpeakerPresider, hearing.Speech, "", "").scene()
	for _, c := range []struct{ secret, where string }{{"林知远", "the speaker"}, {"各方说明", "the agenda"}, {"消防安全", "the title"}} {
		if len(leaks(s, []string{c.secret})) == 0 {
			t.Errorf("%s is not looked at", c.where)
		}
	}
}

// TestAMinorIsMaskedInAPublicHearing: whatever the hearing is, and all of the
// family with the child.
func TestAMinorIsMaskedInAPublicHearing(t *testing.T) {
	r := held(t, "h-e2", "2023-06-27 14:30").step("statements")
	for i := range r.d.Cases[0].Parties {
		p := &r.d.Cases[0].Parties[i]
		p.Masked, p.Minor = false, p.Person == "p-cheng"
	}
	r.d.Cases[0].PublicCause = "" // the cause itself names the child
	if title := r.scene().Title; title != "程某某赡养纠纷民事公益诉讼案听证会" {
		t.Errorf("title %q", title)
	}
	for _, p := range r.d.Hearing.Participants {
		r.live.Speaker = p.ID
		if found := leaks(r.scene(), []string{"程桂兰", "程建平", "程建军", "程晓梅"}); len(found) > 0 {
			t.Error(found)
		}
	}
}

func TestARehearsalSaysSo(t *testing.T) {
	r := held(t, "h-e1", "2023-07-18 09:00")
	r.d.Hearing.Rehearsal = true
	if !r.scene().Rehearsal || !r.step("deliberation").scene().Rehearsal {
		t.Error("nobody is told that it is only a rehearsal")
	}
	if at := r.scene().Now; !at.Equal(shown.At(t, "2023-07-18 09:00")) {
		t.Errorf("the clock says %v", at)
	}
}
