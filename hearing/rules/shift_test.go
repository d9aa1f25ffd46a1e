package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
)

// told writes a shift briefly: who is void, who is told again by when, what
// else.
func toldShift(s rules.Shift) string {
	var out []string
	for _, v := range s.Void {
		out = append(out, fmt.Sprintf("void %s %s", v.Who, v.Told.ReceivedOn))
	}
	for _, r := range s.Retell {
		out = append(out, fmt.Sprintf("retell %s %v %s/%s", r.Who, r.Kinds, r.Hard, r.Advise))
	}
	if s.Announcement != nil {
		out = append(out, fmt.Sprintf("announcement %s %s", s.Announcement.Number, s.Announcement.PostedOn))
	}
	for _, a := range s.Approvals {
		out = append(out, fmt.Sprintf("approval %s %s", a.Kind, a.On))
	}
	for _, x := range s.Due {
		out = append(out, fmt.Sprintf("due %s %s %s→%s", x.Rule, x.Subject, x.Before, x.After))
	}
	for _, f := range s.Appear {
		out = append(out, "+"+codes([]hearing.Finding{f})+" "+f.Subject)
	}
	for _, f := range s.Vanish {
		out = append(out, "-"+codes([]hearing.Finding{f})+" "+f.Subject)
	}
	return strings.Join(out, "\n")
}

func (d desk) shift(p hearing.Package, session hearing.ID, change func(*hearing.Dossier), now string) rules.Shift {
	before, ok := p.Dossier(session, zone)
	if !ok {
		d.t.Fatalf("no session %s", session)
	}
	after := before
	change(&after)
	return d.table.Shift(before, after, d.days, at(now), "zh")
}

// changed makes a change of the dossier's hearing, as a form does.
func changed(f func(*hearing.Hearing)) func(*hearing.Dossier) {
	return func(d *hearing.Dossier) {
		h := *d.Hearing
		f(&h)
		d.Hearing = &h
	}
}

func TestShift(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*hearing.Hearing)
		now    string
		want   []string
		not    []string
	}{
		{"nothing", func(*hearing.Hearing) {}, "2023-07-13 09:00", nil, []string{"void", "retell", "announcement", "approval", "due", "+", "-block", "-warn"}},
		{"a week later", func(h *hearing.Hearing) { h.Start, h.End = h.Start.AddDate(0, 0, 7), h.End.AddDate(0, 0, 7) }, "2023-07-16 09:00",
			[]string{"void 王䶮 2023-07-11", "void 澄河区住房和城乡建设局 2023-07-15", "retell 王䶮 [postponed] 2023-07-22/2023-07-21", "retell 澄河区人民政府望江街道办事处 [postponed] 2023-07-22/2023-07-21",
				"announcement 5号 2023-07-12", "due DL01 澄河区住房和城乡建设局 2023-07-15→2023-07-22", "+info DL01.due 王䶮", "-warn DL01.tight 澄河区住房和城乡建设局", "+warn MOVED.notice", "+warn MOVED.reason"},
			[]string{"approval", "DL01.due 澄河区人民政府望江街道办事处"}}, // who waived the time
		{"an hour later", func(h *hearing.Hearing) { h.Start = h.Start.Add(time.Hour) }, "2023-07-16 09:00", []string{"retell 王䶮 [moved] 2023-07-15/2023-07-14", "+block DL01.missing 王䶮", "+warn STATE"}, []string{"due DL01"}},
		{"ends later", func(h *hearing.Hearing) { h.End = h.End.Add(time.Hour) }, "2023-07-16 09:00", nil, []string{"void", "retell", "announcement", "+"}},
		{"another room", func(h *hearing.Hearing) { h.Room = "r-chunhui" }, "2023-07-13 09:00",
			[]string{"void 王䶮 2023-07-11", "retell 王䶮 [moved] 2023-07-15/2023-07-14", "announcement 5号", "+block ART12", "+warn MOVED.room 王䶮"}, []string{"due", "approval"}},
		{"before it was approved", func(h *hearing.Hearing) { h.Start, h.End = h.Start.AddDate(0, 0, -12), h.End.AddDate(0, 0, -12) }, "2023-07-05 09:00",
			[]string{"approval hearing 2023-07-07", "approval stream 2023-07-07", "+block ART4.missing", "+block ART19"}, []string{"approval venue"}},
		{"another presider", func(h *hearing.Hearing) { h.Presider = "p-gu" }, "2023-07-16 09:00",
			[]string{"retell 澄河区消防救援大队 [presider] 2023-07-18/2023-07-16", "+warn MOVED.retell 澄河区消防救援大队"}, []string{"void", "retell 王䶮", "announcement"}},
		{"another officer, who is barred", func(h *hearing.Hearing) {
			h.Participants = slices.Clone(h.Participants)
			h.Participants[0] = hearing.Participant{ID: "new", Role: hearing.Officer, Person: "p-qian"}
		}, "2023-07-17 09:00", []string{"retell 澄河区消防救援大队 [officer] 2023-07-18/2023-07-17", "+block R2 钱某", "+block DL01.missing 钱某"}, []string{"void"}},
		{"called off", func(h *hearing.Hearing) { h.State = hearing.Cancelled }, "2023-07-16 09:00",
			[]string{"void 王䶮 2023-07-11", "retell 王䶮 [cancelled] 2023-07-18/2023-07-16", "announcement 5号", "+block CANCEL.approval", "+warn CANCEL.tell 王䶮", "-warn DL01.tight"}, nil},
		{"put off without a date", func(h *hearing.Hearing) { h.State = hearing.Postponed }, "2023-07-16 09:00",
			[]string{"void 王䶮 2023-07-11", "retell 王䶮 [postponed] 2023-07-18/2023-07-16", "announcement 5号", "+warn POSTPONED.date"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			p := d.examples()
			h := planned(&p)
			h.State, h.Notice.Number = hearing.Ready, "5号"
			compare(t, toldShift(d.shift(p, e1, changed(c.change), c.now)), c.want, c.not)
		})
	}
}

// TestAnApprovalIsForAPlace: a hearing at one community room is moved to
// another one.
func TestAnApprovalIsForAPlace(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	h := hearingOf(&p, e2)
	h.State = hearing.Ready
	other := p.Rooms[slices.IndexFunc(p.Rooms, func(r hearing.Room) bool { return r.ID == "r-chunhui" })]
	other.ID = "r-other"
	p.Rooms = append(p.Rooms, other)
	move := func(x *hearing.Dossier) {
		changed(func(h *hearing.Hearing) { h.Room = "r-other" })(x)
		x.Rooms["r-other"] = other
	}
	compare(t, toldShift(d.shift(p, e2, move, "2023-06-20 09:00")), []string{"approval venue 2023-06-13", "+block ART12.other"}, []string{"approval hearing"})
}

// TestAClashIsSeenBefore a session is dropped on another one.
func TestAClashIsSeenBefore(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	planned(&p)
	clash := []hearing.Clash{{What: "room", Who: "r-1", Name: "听证室一", Session: "x", Title: "另一场", Start: at("2023-07-19 09:00"), End: at("2023-07-19 11:00")}}
	s := d.shift(p, e1, func(x *hearing.Dossier) {
		changed(func(h *hearing.Hearing) { h.Start, h.End = at("2023-07-19 09:00"), at("2023-07-19 11:00") })(x)
		x.Clashes = clash
	}, "2023-07-10 09:00")
	compare(t, toldShift(s), []string{"+block CLASH 听证室一"}, nil)
	if s.Nothing() || !(rules.Shift{}).Nothing() {
		t.Error("what is nothing")
	}
}

// TestAShiftedCeremony re-counts nothing before its day, and names who was
// invited.
func TestAShiftedCeremony(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	p.Announcements[0].State = hearing.Ready
	s := d.shift(p, "a-e1", func(x *hearing.Dossier) {
		a := *x.Announcement
		a.Start, a.End = a.Start.AddDate(0, 0, 1), a.End.AddDate(0, 0, 1)
		x.Announcement = &a
	}, "2023-07-29 09:00")
	compare(t, toldShift(s), []string{"void 澄河区消防救援大队 2023-07-28", "retell 澄河区消防救援大队 [postponed] 2023-08-01/2023-07-29", "+warn MOVED.ceremony 澄河区消防救援大队"}, []string{"announcement", "马立群"})
}
