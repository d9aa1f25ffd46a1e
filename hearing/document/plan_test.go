package document_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
)

var (
	document21 = document.Item{Number: "21", Key: "agency"}
	zone       = time.FixedZone("CST", 8*60*60)
	start      = time.Date(2023, time.June, 27, 14, 30, 0, 0, zone)
	today      = calendar.NewDate(2023, time.June, 16)
)

func catalogue(t testing.TB) *document.Catalogue {
	t.Helper()
	c, err := document.Load(assets.Documents())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// sitting is a hearing with somebody in each role that is given, named after it.
func sitting(openness hearing.Openness, roles ...hearing.Role) hearing.Dossier {
	d := hearing.Dossier{
		Zone:   zone,
		Office: hearing.Office{Name: "云岭市澄河区人民检察院", Phone: "0350-5550100"},
		Cases:  []hearing.Case{{ID: "c", Cause: "程桂兰赡养纠纷民事公益诉讼案"}},
		People: map[hearing.ID]hearing.Person{"lin": {ID: "lin", Name: "林知远"}},
		Rooms:  map[hearing.ID]hearing.Room{"r": {ID: "r", Name: "听证室一", Kind: hearing.HearingRoom, Seats: 24}},
		Organisations: map[hearing.ID]hearing.Organisation{"o": {ID: "o", Name: "澄河区卫生健康局", Kind: hearing.Agency},
			"peer": {ID: "peer", Name: "云岭市枫林区人民检察院", Kind: hearing.Procuratorate}},
		Hearing: &hearing.Hearing{ID: "h", Cases: []hearing.ID{"c"}, Openness: openness, Presider: "lin",
			Slot:      hearing.Slot{Room: "r", Start: start, End: start.Add(2 * time.Hour)},
			Questions: []hearing.Question{{ID: "q", Text: "三名子女是否均应履行赡养义务？"}}},
	}
	for _, r := range roles {
		id := hearing.ID(r)
		d.People[id] = hearing.Person{ID: id, Name: r.Term().Zh}
		p := hearing.Participant{ID: id, Role: r, Person: id}
		if r == hearing.AgencyRep {
			p.Organisation = "o"
		}
		d.Hearing.Participants = append(d.Hearing.Participants, p)
	}
	return d
}

// notices are the papers of which the tests below list the plan.
const notices = "06 07a 07b 07c 07d 27 11 12 13 17 20"

// planned lists a plan as 07c:听证员 12 …
func planned(c *document.Catalogue, d hearing.Dossier) string {
	var out []string
	for _, it := range c.Plan(d) {
		if !slices.Contains(strings.Fields(notices), it.Number) {
			continue
		}
		s := it.Number
		if it.For != "" {
			s += ":" + it.For
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestPlan(t *testing.T) {
	c := catalogue(t)
	decided := func(d hearing.Dossier) hearing.Dossier {
		d.Hearing.Outcome.DecidedOn = today
		return d
	}
	absent := func(d hearing.Dossier) hearing.Dossier {
		d.Hearing.Participants[0].Attendance.Presence = hearing.Absent
		return d
	}
	alternate := func(d hearing.Dossier) hearing.Dossier {
		d.Hearing.Participants[0].Alternate = true
		return d
	}
	for _, k := range []struct {
		name string
		d    hearing.Dossier
		want string
	}{
		{"nobody yet", sitting(hearing.Public), "06 11 12 13"},
		{"a closed hearing is not announced", sitting(hearing.NotOpen), "11 12 13"},
		{"nor one of which that is open", sitting(hearing.AskFirst), "11 12 13"},
		{"an officer", sitting(hearing.NotOpen, hearing.Officer), "07c:听证员 11 12 13 17:听证员"},
		{"an alternate is invited only", alternate(sitting(hearing.NotOpen, hearing.Officer)), "07c:听证员 11 12 13"},
		{"an officer is told the decision", decided(sitting(hearing.NotOpen, hearing.Officer)), "07c:听证员 11 12 13 17:听证员 20:听证员"},
		{"but not one who was absent", absent(decided(sitting(hearing.NotOpen, hearing.Officer))), "07c:听证员 11 12 13 17:听证员"},
		{"a party", sitting(hearing.NotOpen, hearing.PartyRep), "07a:当事人 27:当事人 11 12 13"},
		{"an agency by its name", sitting(hearing.NotOpen, hearing.AgencyRep), "07b:澄河区卫生健康局 27:澄河区卫生健康局 11 12 13"},
		{"guests", sitting(hearing.NotOpen, hearing.Supervisor, hearing.NotaryRole), "07d:人民监督员 07d:公证员 11 12 13"},
		{"a witness is summoned as a party", sitting(hearing.NotOpen, hearing.Witness), "07a:证人 27:证人 11 12 13"},
		{"those who come by themselves", sitting(hearing.NotOpen, hearing.Observer, hearing.Media, hearing.Police), "11 12 13"},
	} {
		if got := planned(c, k.d); got != k.want {
			t.Errorf("%s: got %s, want %s", k.name, got, k.want)
		}
	}
}

// TestPlanOfAnnouncement is 莱西's: three units, four papers, three receipts.
func TestPlanOfAnnouncement(t *testing.T) {
	c := catalogue(t)
	d := sitting(hearing.Public)
	d.Hearing = nil
	d.Organisations["o2"] = hearing.Organisation{ID: "o2", Name: "澄河区住房和城乡建设局"}
	d.Organisations["o3"] = hearing.Organisation{ID: "o3", Name: "望江街道办事处", Address: "云岭市澄河区望江路2号"}
	for i, number := range []string{"11", "12", "13", "14"} {
		d.Instruments = append(d.Instruments, hearing.Instrument{ID: hearing.ID(number), Case: "c", Kind: hearing.Recommendation, Number: "澄检行公建〔2023〕" + number + "号", Urgent: i == 0})
	}
	d.Announcement = &hearing.Announcement{ID: "a", Cases: []hearing.ID{"c"}, Slot: hearing.Slot{Room: "r", Start: start, End: start.Add(time.Hour)},
		Deliveries: []hearing.Delivery{
			{ID: "1", Organisation: "o", Instruments: []hearing.ID{"11", "12"}, Mode: hearing.Announced},
			{ID: "2", Organisation: "o2", Instruments: []hearing.ID{"13"}, Mode: hearing.Announced},
			{ID: "3", Organisation: "o3", Instruments: []hearing.ID{"14"}, Mode: hearing.Left, Refusal: "有异议", Witnesses: []string{"周慧敏", "方正"}},
		}}
	if got := planned(c, d); got != "27:澄河区卫生健康局 27:澄河区住房和城乡建设局 27:望江街道办事处" {
		t.Fatalf("got %s", got)
	}
	receipts := slices.DeleteFunc(c.Plan(d), func(it document.Item) bool { return it.Number != "27" })
	for i, want := range [][]string{
		{"澄检行公建〔2023〕11号", "澄检行公建〔2023〕12号", "本院听证室一"},
		{"澄检行公建〔2023〕13号", "本院听证室一"},
		{"澄检行公建〔2023〕14号", "云岭市澄河区望江路2号", "有异议", "见证人：周慧敏、方正"},
	} {
		text := textOf(composed(t, c, d, receipts[i]))
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("receipt %d: %s is not in\n%s", i+1, w, text)
			}
		}
	}
}

func composed(t testing.TB, c *document.Catalogue, d hearing.Dossier, it document.Item) document.Document {
	t.Helper()
	doc, err := c.Compose(d, it, today)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// textOf joins all that a document says.
func textOf(d document.Document) string {
	var out strings.Builder
	runs := func(p document.Paragraph) {
		for _, r := range p.Runs {
			out.WriteString(r.Text)
			out.WriteString(strings.Repeat("_", r.Blank))
		}
		out.WriteString("\n")
	}
	for _, b := range d.Blocks {
		switch v := b.(type) {
		case document.Title:
			out.WriteString(v.Text + "\n")
		case document.Heading:
			out.WriteString(v.Text + "\n")
		case document.Paragraph:
			runs(v)
		case document.Signature:
			out.WriteString(v.Office + "\n" + v.Date + "\n")
		case document.Plate:
			out.WriteString(v.Name + "\n" + v.Role + "\n")
		case document.SignLine:
			out.WriteString(v.Label + "\n")
		case document.Table:
			for _, r := range v.Rows {
				for _, c := range r.Cells {
					for _, l := range c.Lines {
						runs(l)
					}
				}
			}
		}
	}
	return out.String()
}

// number returns the first paper of a number.
func number(t testing.TB, c *document.Catalogue, d hearing.Dossier, number string) document.Document {
	t.Helper()
	items := c.Plan(d)
	i := slices.IndexFunc(items, func(it document.Item) bool { return it.Number == number })
	if i < 0 {
		t.Fatalf("no paper %s in %s", number, planned(c, d))
	}
	return composed(t, c, d, items[i])
}
