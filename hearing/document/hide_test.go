package document_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
)

// What nobody outside may read of the hearing that [touchy] is.
const (
	child   = "欧阳小满"
	father  = "欧阳建平"
	school  = "云岭市第九中学"
	home    = "云岭市澄河区春晖路12号3单元501室"
	house   = "12号3单元501室"
	idChild = "140105200801011239"
	idWide  = "１４０１０５１９７９０３０２１２３Ｘ"
	mobile  = "13900000002"
	fixed   = "0350-5550104"
)

// touchy is a hearing about a minor whose data stand wherever somebody typed
// them: in the cause, the facts, the questions, the reasons, the steps.
func touchy(openness hearing.Openness) hearing.Dossier {
	d := sitting(openness, hearing.Officer, hearing.AgencyRep, hearing.NotaryRole, hearing.Supervisor, hearing.Witness)
	said := child + "（身份证号" + idChild + "，家住" + home + "，就读于" + school + "）与其父" + father + "（" + idWide + "，电话139 0000 0002、（0350）5550104）"
	d.Organisations["school"] = hearing.Organisation{ID: "school", Name: school}
	d.People["child"] = hearing.Person{ID: "child", Name: child, IDNumber: idChild, Phone: mobile, Address: home, Organisation: "school", Born: calendar.Partial{Year: 2008, Month: 1, Day: 1}}
	d.People["father"] = hearing.Person{ID: "father", Name: father, IDNumber: idWide, Phone: fixed, Address: home}
	d.People["old"] = hearing.Person{ID: "old", Name: child + "丰"} // somebody else, whose name holds the child's
	d.Cases[0] = hearing.Case{ID: "c", Cause: said + "监护纠纷案", PublicCause: child + "监护纠纷案", Type: hearing.OtherCase, Number: "14010520230101123", AcceptNumber: "14010520230101124",
		Facts: said, Issues: []string{said}, Laws: []string{"《中华人民共和国民法典》第二十六条"},
		Parties: []hearing.Party{{ID: "p1", Role: hearing.Applicant, Person: "child"}, {ID: "p2", Role: hearing.Respondent, Organisation: "o"}},
		Steps:   []hearing.Step{{ID: "s", Kind: hearing.HearingAsked, On: today, Person: "child", Note: said}, {ID: "s2", Kind: hearing.RecusalAsked, On: today, Person: "father", Note: said}}}
	h := d.Hearing
	h.Questions[0].Text, h.Risk, h.OpennessReason = said, said, said
	h.Participants = append(h.Participants,
		hearing.Participant{ID: "pc", Role: hearing.PartyRep, Person: "child", Party: "p1", Told: []hearing.Told{{SentOn: today, ReceivedOn: today}}},
		hearing.Participant{ID: "pf", Role: hearing.Guardian, Person: "father", Party: "p1"},
		hearing.Participant{ID: "po", Role: hearing.Resident, Person: "old"})
	h.Notary = []hearing.NotaryMatter{{ID: "m", Kind: hearing.MatterOther, Notary: hearing.ID(hearing.NotaryRole), Applicants: []hearing.ID{"pc"}, Subject: said, Note: said}}
	h.Opinions = []hearing.Opinion{{Question: "q", Officer: hearing.ID(hearing.Officer), Stance: hearing.Agree, Reason: said, Advice: said}}
	h.Outcome = hearing.Outcome{Absence: said, Ruling: hearing.Ruling{Decision: said, Reasons: said, Agreement: said, DecidedOn: today}, Answers: []hearing.Answer{{Question: "q", Stance: hearing.Disagree, Reason: said}}}
	h.Moves = []hearing.Move{{On: today, Kind: hearing.MovePresider, Was: "lin", Reason: said}}
	h.Notice.Notes, h.Notice.Media = []string{said}, said
	h.Notice.Contacts = []hearing.Contact{{Name: "许晚", Phone: "0350-5550106"}}
	return d
}

// public are the papers of a public hearing that everybody reads.
var public = []string{"06", "15a", "15b"}

// TestNoPaperTellsOnAMinor walks through every paper of a hearing with a minor,
// public and closed. A paper of the minor's own side names it; the others do
// not, wherever the name was typed, nor any of them an identity number.
func TestNoPaperTellsOnAMinor(t *testing.T) {
	c := catalogue(t)
	for _, openness := range []hearing.Openness{hearing.Public, hearing.NotOpen} {
		d := touchy(openness)
		seen := map[string]bool{}
		for _, it := range c.Plan(d) {
			text := textOf(composed(t, c, d, it))
			seen[it.Number] = true
			never := []string{idChild, idWide, idChild[6:14]}
			if !slices.Contains([]string{"pc", "pf", "s", "s2"}, it.Key) {
				never = append(never, child+"监", child+"（", school, house)
			}
			if slices.Contains(public, it.Number) {
				never = append(never, father, mobile, "139 0000 0002", fixed, "5550104", "春晖路12")
			}
			for _, w := range never {
				if strings.Contains(text, w) {
					t.Errorf("%s %s of a hearing that is %q has %s:\n%s", it.Number, it.For, openness, w, text)
				}
			}
			if strings.Contains(text, "欧阳某某丰") {
				t.Errorf("%s %s breaks the name of somebody else", it.Number, it.For)
			}
		}
		if len(seen) < 25 {
			t.Errorf("only %d forms were made", len(seen))
		}
		for _, n := range public {
			if seen[n] != (openness == hearing.Public) {
				t.Errorf("%s of a hearing that is %q: %v", n, openness, seen[n])
			}
		}
	}
}

// TestThePublicStillReads holds that masking leaves what the public needs: the
// office, its contacts, the cause.
func TestThePublicStillReads(t *testing.T) {
	c := catalogue(t)
	text := textOf(number(t, c, touchy(hearing.Public), "06"))
	for _, w := range []string{"欧阳某某监护纠纷案", "许晚，电话0350-5550106", "某单位", "139******0002"} {
		if !strings.Contains(text, w) {
			t.Errorf("%s is not in\n%s", w, text)
		}
	}
}

// TestAMinorIsKnownByBirth holds who is hidden from whom without a mark.
func TestAMinorIsKnownByBirth(t *testing.T) {
	c := catalogue(t)
	born := func(year int, month time.Month, day int) hearing.Dossier {
		d := touchy(hearing.NotOpen)
		p := d.People["child"]
		p.Born = calendar.Partial{Year: year, Month: month, Day: day}
		d.People["child"] = p
		return d
	}
	unknown := born(0, 0, 0)
	unknown.Hearing.Openness, unknown.Cases[0].Minor = hearing.Public, true
	for _, k := range []struct {
		name   string
		d      hearing.Dossier
		number string
		hidden bool
	}{
		{"the day before the eighteenth birthday", born(2005, time.June, 28), "13", true},
		{"the eighteenth birthday", born(2005, time.June, 27), "13", false},
		{"the year alone, in which it may still be one", born(2005, 0, 0), "13", true},
		{"nobody knows", born(0, 0, 0), "13", false},
		{"the case has a minor, and nobody says whom", unknown, "06", true},
	} {
		text := textOf(number(t, c, k.d, k.number))
		if got := !strings.Contains(strings.ReplaceAll(text, child+"丰", ""), child); got != k.hidden {
			t.Errorf("%s: hidden %v\n%s", k.name, got, text)
		}
	}
}

// TestAnOfficeMasksAsItSays holds what an own text can say of masking, and that
// silence changes nothing.
func TestAnOfficeMasksAsItSays(t *testing.T) {
	c := catalogue(t)
	with := func(number, mask string) hearing.Dossier {
		d := touchy(hearing.Public)
		d.Cases[0].Parties[0].Person, d.Cases[0].Parties[0].Masked = "father", true
		d.Cases[0].PublicCause = child + "、" + father + "案"
		d.Forms = []hearing.FormText{{ID: hearing.ID(number), Edition: 1, Text: "number: " + number + "\ntitle: 公告\nper: hearing\n" + mask + "---\n{{case.public}}|{{case.cause}}\n"}}
		return d
	}
	for _, k := range []struct{ number, mask, want string }{
		{"06", "", "欧阳某某1、欧阳某某2案"},
		{"06", "mask: public\n", "欧阳某某1、欧阳某某2案"},
		{"06", "mask: minors\n", "与其父" + father},
		{"12", "", "与其父" + father},
		{"12", "mask: none\n", child + "（身份证号140105********1239"},
	} {
		d := with(k.number, k.mask)
		if text := textOf(number(t, c, d, k.number)); !strings.Contains(text, k.want) {
			t.Errorf("%s %q: %s is not in\n%s", k.number, k.mask, k.want, text)
		}
	}
	var faults document.SourceErrors
	if _, err := c.Inspect("06", with("06", "mask: none\n").Forms[0].Text); !errors.As(err, &faults) || faults[0].Fault != document.FaultSetting || faults[0].Line != 4 {
		t.Errorf("a minor's name may be published: %v", err)
	}
}

// TestTheVeilHidesNumbers holds that what leaves the desk without being a paper
// goes by the same rules.
func TestTheVeilHidesNumbers(t *testing.T) {
	d := touchy(hearing.NotOpen)
	text := document.Veil(d)(d.Cases[0].Facts)
	for _, w := range []string{child, father, school, house, idChild, idWide, "0000 0002", "5550104"} {
		if strings.Contains(text, w) {
			t.Errorf("%s is in %s", w, text)
		}
	}
}

// TestADaysSheetTellsOnNobody holds that the sheets of a day are masked as the
// papers of each of its sessions are.
func TestADaysSheetTellsOnNobody(t *testing.T) {
	c := catalogue(t)
	one := touchy(hearing.Public)
	one.Cases[0].PublicCause = ""
	d := hearing.Day{Date: calendar.NewDate(2023, time.June, 27), By: hearing.ByRoom, Sessions: []hearing.Dossier{one}}.Dossier(one.Office, nil, zone)
	for _, n := range []string{"37a", "37b"} {
		text := textOf(number(t, c, d, n))
		for _, w := range []string{child, idChild, school, house} {
			if strings.Contains(text, w) {
				t.Errorf("%s has %s:\n%s", n, w, text)
			}
		}
	}
}

// TestALetterReachesAMinor holds that what goes by post bears the name and the
// address in full: it is the minor's own.
func TestALetterReachesAMinor(t *testing.T) {
	c := catalogue(t)
	d := touchy(hearing.NotOpen)
	for i := range d.Hearing.Participants {
		if p := &d.Hearing.Participants[i]; p.ID == "pc" {
			p.Told = []hearing.Told{{SentOn: today, Method: hearing.ByPost}}
		}
	}
	for _, n := range []string{"38a", "38b"} {
		doc := number(t, c, d, n)
		text := ""
		for _, f := range doc.Fields {
			text += f.Value + "\n"
		}
		if !strings.Contains(text, child) || !strings.Contains(text, house) {
			t.Errorf("%s:\n%s", n, text)
		}
	}
}
