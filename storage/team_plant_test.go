package storage_test

import (
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
)

// rare is a word that stands in nothing but what is its team's alone.
const rare = "鱻麤龘"

// plant puts a closed hearing and a minor's case into a desk, with the rare word in
// everything that somebody can write there.
func plant(t testing.TB, d *storage.Desk) {
	t.Helper()
	ctx := t.Context()
	for _, p := range []hearing.Person{{ID: "p-rare", Name: rare, Phone: "13900000000", Note: rare}, {ID: "p-child", Name: "小" + rare}} {
		must[hearing.Version](t)(d.SavePerson(ctx, p))
	}
	must[hearing.Version](t)(d.SaveOrganisation(ctx, hearing.Organisation{ID: "o-rare", Name: rare + "厂", Kind: hearing.Company}))
	for _, c := range []hearing.Case{
		{ID: "c-closed", Cause: rare + "案", Number: rare + "1号", Facts: rare, Note: rare, Type: hearing.AdminPublicInterest, FiledOn: date(t, "2023-07-01"), Handler: "p-lin", Domain: "08",
			Parties: []hearing.Party{{ID: "1", Role: hearing.Violator, Organisation: "o-rare"}, {ID: "2", Role: hearing.Concerned, Person: "p-rare"}}, Steps: []hearing.Step{{ID: "s", Kind: hearing.SuitBrought, On: date(t, "2023-07-10"), Note: rare}}},
		{ID: "c-minor", Cause: rare + "未成年人案", Type: hearing.NonProsecution, FiledOn: date(t, "2023-07-02"), Handler: "p-lin", Parties: []hearing.Party{{ID: "1", Role: hearing.Suspect, Person: "p-child", Minor: true}}},
	} {
		must[hearing.Version](t)(d.SaveCase(ctx, c))
	}
	must[hearing.Version](t)(d.SaveInstrument(ctx, hearing.Instrument{ID: "i-rare", Case: "c-closed", Kind: hearing.Recommendation, Title: rare, Number: rare + "〔2023〕1号", Items: []string{rare}, DecidedOn: date(t, "2023-07-22"), Note: rare}))
	closed := hearing.Hearing{ID: "h-closed", Title: rare + "听证会", Cases: []hearing.ID{"c-closed"}, Openness: hearing.NotOpen, State: hearing.Closed, Slot: slot(t, "2023-07-20 09:00", "2023-07-20 11:00"), Presider: "p-lin", Recorder: "p-xu", Note: rare, Risk: rare,
		Participants: []hearing.Participant{{ID: "o1", Role: hearing.Officer, Person: "p-fang"}, {ID: "x", Role: hearing.PartyRep, Person: "p-rare", Note: rare}},
		Questions:    []hearing.Question{{ID: "q", Text: rare}}, Opinions: []hearing.Opinion{{Officer: "o1", Question: "q", Stance: hearing.Agree, Reason: rare, Advice: rare}}}
	minor := hearing.Hearing{ID: "h-minor", Cases: []hearing.ID{"c-minor"}, State: hearing.Ready, Slot: slot(t, "2023-07-21 09:00", "2023-07-21 11:00"), Presider: "p-lin", Recorder: "p-xu", OpennessReason: rare}
	closed.Room, minor.Room = "r-1", "r-1"
	if _, err := d.Person(ctx, "p-fang"); err != nil {
		must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: "p-fang", Name: "方远", Class: hearing.ClassLaw, Pool: hearing.PoolActive}))
	}
	for _, h := range []hearing.Hearing{closed, minor} {
		must[hearing.Version](t)(d.SaveHearing(ctx, h))
	}
	must[hearing.Version](t)(d.SaveAnnouncement(ctx, hearing.Announcement{ID: "a-closed", Title: rare + "宣告", Cases: []hearing.ID{"c-closed"}, Openness: hearing.NotOpen, State: hearing.Closed, Slot: slot(t, "2023-07-25 09:00", "2023-07-25 10:00"), Presider: "p-lin", Recorder: "p-xu", Note: rare,
		Deliveries: []hearing.Delivery{{ID: "d", Instruments: []hearing.ID{"i-rare"}, Organisation: "o-rare", Mode: hearing.Announced, ServedAt: slot(t, "2023-07-25 09:30", "2023-07-25 10:00").Start, Receiver: rare}}}))
	must[hearing.Version](t)(d.SaveClue(ctx, hearing.Clue{ID: "l-rare", Source: hearing.SourceHotline, Text: rare, CameOn: date(t, "2023-07-01"), State: hearing.ClueFiled, DecidedOn: date(t, "2023-07-01"), Cases: []hearing.ID{"c-closed"}, Note: rare}))
	if err := d.AddToTranscript(ctx, "h-closed", said(1, "u-rare", "", "他说"+rare)); err != nil {
		t.Fatal(err)
	}
	if err := d.KeepTyping(ctx, "h-closed", hearing.Typing{Line: hearing.Utterance{ID: "u-2", Kind: hearing.Speech, Speaker: hearing.SpeakerPresider, Text: rare}, Cursor: 1, At: noon}); err != nil {
		t.Fatal(err)
	}
	must[hearing.Scan](t)(added(ctx, d, hearing.Scan{Of: hearing.NounHearing, Session: "h-closed", Document: "27", Title: rare, Files: []hearing.ScanFile{{Name: rare + ".pdf", Media: "application/pdf", Pages: 1, Size: 3}}}, nil, []byte(rare)))
	must[[]hearing.Number](t)(d.TakeNumbers(ctx, "h-closed", 2023, []hearing.Numbered{{Series: notices(t, 1)[0].Series, Document: "07a", Key: "x", For: rare}}))
	if err := d.RecordPrint(ctx, hearing.Print{Session: "h-closed", Document: "07a", For: rare, Key: "x", Hash: "1", Pages: 1, Copies: 1, To: "打印机"}, []byte("纸："+rare)); err != nil {
		t.Fatal(err)
	}
	if err := d.RecordPrint(ctx, hearing.Print{Session: "day:2023-07-20:room", Document: "35", For: rare, Key: "x", Hash: "1", Pages: 1, Copies: 1, To: "打印机"}, []byte("当日："+rare)); err != nil {
		t.Fatal(err)
	}
	must[hearing.Batch](t)(d.BeginBatch(ctx, hearing.Batch{Queue: "PDF", Sheets: []hearing.BatchSheet{{N: 1, Session: "h-closed", Document: "07a", For: rare, Key: "x", Title: rare, Copies: 1, State: hearing.SheetWaiting}}}))
	if err := d.SaveDraft(ctx, "hearing:h-closed", "note", rare); err != nil {
		t.Fatal(err)
	}
	if err := d.NoteExport(ctx, rare); err != nil {
		t.Fatal(err)
	}
	gone := must[hearing.Hearing](t)(d.Hearing(ctx, "h-minor"))
	gone.ID, gone.Version, gone.Title = "h-gone", 0, rare+"已删除"
	gone.Slot = slot(t, "2023-08-21 09:00", "2023-08-21 11:00")
	v := must[hearing.Version](t)(d.SaveHearing(ctx, gone))
	if err := d.DeleteHearing(ctx, "h-gone", v); err != nil {
		t.Fatal(err)
	}
}

func date(t testing.TB, s string) calendar.Date {
	t.Helper()
	return must[calendar.Date](t)(calendar.ParseDate(s))
}
