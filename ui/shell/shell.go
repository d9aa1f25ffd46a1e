// Package shell is what the window gives to its pages and asks of them.
package shell

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/work"
)

// A Kind names a page of the window.
type Kind string

// The pages. The first eight stand in the navigation; a session opens on a
// page of its own.
const (
	Today        Kind = "today"        // 今日
	Schedule     Kind = "schedule"     // 日程
	Cases        Kind = "cases"        // 案件
	People       Kind = "people"       // 人员
	Papers       Kind = "papers"       // 文书
	Figures      Kind = "figures"      // 统计
	Settings     Kind = "settings"     // 设置
	Service      Kind = "service"      // 送达与跟进
	Hearing      Kind = "hearing"      // 听证会
	Announcement Kind = "announcement" // 宣告送达
	Sweep        Kind = "sweep"        // 批量变更
	Roster       Kind = "roster"       // 导入名册
	Recorder     Kind = "recorder"     // 记录台
	Clues        Kind = "clues"        // 线索
	Patrols      Kind = "patrols"      // 巡查
	Compare      Kind = "compare"      // 数据比对
)

// A Place is a page with what it shows.
type Place struct {
	Kind    Kind
	ID      hearing.ID    // record: a session, a case, a person
	Tab     string        // part of the page: plan, people, told, papers, outcome, volume; of people: people, organisations, rooms; of settings: days, texts, rules; of service: board, receipts
	New     bool          // begin a new record
	Case    hearing.ID    // of a new session: the case it is for
	Day     calendar.Date // of the schedule, or of a new session: the day; of settings: a day of the year whose holidays are asked for
	Finding string        // key of the finding to be mended (hearing.Finding.Key): the cursor goes to its field
	Paper   string        // number of the form that is wanted of the papers: it alone is ticked; of settings: the one whose text is opened
	File    string        // of a roster: path of the file that is to be read
	Many    string        // of papers: IDs of several sessions, divided by spaces, whose papers are printed together
}

// Standing is the place without what is done only on arriving there.
func (p Place) Standing() Place {
	p.New, p.Finding, p.Paper, p.File = false, "", "", ""
	if p.Kind == Settings {
		p.Day = calendar.Date{}
	}
	return p
}

// A Page is one page of the window.
type Page interface {
	// Object returns what is drawn. It is always the same object.
	Object() fyne.CanvasObject
	// Show brings the page to the front, at a place. It is called again, with
	// the same place, after an undo: what is shown is read anew.
	Show(Place)
	// TakeBack takes back what was typed and is not in the file, and reports
	// whether there was any. Undo asks it first.
	TakeBack() bool
}

// A Shell is what the window gives to its pages.
type Shell struct {
	Window fyne.Window
	Work   *work.Runner
	Now    func() time.Time
	NewID  func() hearing.ID
	Days   *calendar.Calendar
	Book   func() (*rules.Book, error) // what the rules say; read when it is first asked for
	Rights hearing.Rights              // what whoever is logged in may do, with what is theirs to handle

	Go   func(Place)                         // shows another place
	Back func()                              // goes back to where one came from
	Say  func(text string)                   // a line at the foot of the window
	Fail func(err error)                     // the same for an error; nil is ignored
	Save func(state Saving, lacks ...string) // how the open record is saved, and the fields for want of which it is not

	Code    PrintCode                   // prints a recovery code
	Turn    func()                      // closes the window, encrypts the file or has it in clear as was asked for, and opens it
	Restore func(backup, secret string) // closes the window, brings a backup of the file back and opens it
}

// For disables a button by which a kind of records is changed, where whoever is logged in
// may not, and returns it.
func (s *Shell) For(noun string, b *widget.Button) *widget.Button {
	return bar(b, s.Rights.Write(noun, ""))
}

// ForDeed is For of what is no change of a record.
func (s *Shell) ForDeed(d hearing.Deed, b *widget.Button) *widget.Button {
	return bar(b, s.Rights.Do(d))
}

func bar(b *widget.Button, against error) *widget.Button {
	if against != nil {
		b.Disable()
	}
	return b
}

// bars are what is changed at the places that only somebody goes to who changes it.
var bars = map[Kind]struct{ noun, field string }{
	Hearing: {hearing.NounHearing, "id"}, Announcement: {hearing.NounAnnouncement, "id"}, Cases: {hearing.NounCase, "id"}, Clues: {hearing.NounClue, "id"}, Patrols: {hearing.NounPatrol, "id"},
	Recorder: {hearing.NounTranscript, ""}, Sweep: {hearing.NounHearing, "start"}, Roster: {hearing.NounPerson, "id"}}

// Barred says what stands against going to a place; nil: nothing does. To a page that shows
// records everybody may go, but not to begin one.
func (s *Shell) Barred(p Place) error {
	switch p.Kind {
	case Figures:
		return s.Rights.Do(hearing.SeeFigures)
	case Recorder, Sweep, Roster:
	case People:
		if !p.New {
			return nil
		}
		if err, is := map[string]error{"organisations": s.Rights.Write(hearing.NounOrganisation, "id"), "rooms": s.Rights.Write(hearing.NounRoom, "id")}[p.Tab]; is {
			return err
		}
		return s.Rights.Write(hearing.NounPerson, "id")
	default:
		if !p.New {
			return nil
		}
	}
	b, is := bars[p.Kind]
	if !is {
		return nil
	}
	return s.Rights.Write(b.noun, b.field)
}

// To is a button that leads to a place, disabled where whoever is logged in may not go.
func (s *Shell) To(p Place, b *widget.Button) *widget.Button { return bar(b, s.Barred(p)) }

// Saving is what the foot of the window says of the open record.
type Saving int

// The states of saving.
const (
	AllSaved Saving = iota
	BeingSaved
	NotSaved // refused or incomplete, kept as a draft
)

// Day returns today's date in the office's zone.
func (s *Shell) Day(zone *time.Location) calendar.Date { return calendar.DateOf(s.Now().In(zone)) }
