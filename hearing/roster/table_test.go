package roster_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange"
	"hearingdesk/hearing/roster"
	"hearingdesk/hearing/roster/sheetfile"
)

// TestWhatIsGivenOutReadsBackWithoutAChange: in both formats, with identity
// numbers and without, in both languages; also people of whom nothing but the
// name is known, and whatever a clerk wrote.
func TestWhatIsGivenOutReadsBackWithoutAChange(t *testing.T) {
	p, err := exchange.Decode(assets.Examples)
	if err != nil {
		t.Fatal(err)
	}
	people := append(p.People,
		hearing.Person{ID: "x1", Name: "张伟"}, hearing.Person{ID: "x2", Name: "张伟"}, hearing.Person{ID: "x3", Name: "张　伟 "},
		hearing.Person{ID: "x4", Name: "=1+1", Title: "-主任-", Post: "+", Phone: "+86 139-0555-0111", Note: "第一行\n第二行；=SUM(A1)", Address: "'引号"},
		hearing.Person{ID: "x5", Name: "𬱖强", IDNumber: "140101198503120012", Born: partial("1986"), Gender: hearing.Female, Specialties: []string{"民事、行政", "调解"},
			Pool: hearing.PoolActive, PoolChanges: []hearing.PoolChange{{On: day("2024-01-01"), Status: hearing.PoolSuspended}}, PoolSource: hearing.PoolApplied, TermBegins: day("2024-01-15"), TermEnds: day("2027-01-14"),
			Certificates: []hearing.Certificate{{Kind: "高级工程师", Number: "GC 01", Until: day("2027-01-01")}, {Kind: "聘书"}}},
		hearing.Person{ID: "x6", Name: "赵刚", IDKind: "护照", IDNumber: "E12345678", Title: "人民监督员",
			Supervisor: hearing.Appointment{Number: "云监1号", By: "云岭市司法局", From: day("2024-01-01"), Until: day("2028-12-31")}, Press: hearing.Appointment{Field: "法治"}, Aide: hearing.Appointment{Number: "无"}},
		hearing.Person{ID: "x7", Name: "李娜", Organisation: "u1"}, hearing.Person{ID: "x8", Name: "李娜", Organisation: "u2"})
	units := append(p.Organisations, hearing.Organisation{ID: "u1", Name: "同名单位"}, hearing.Organisation{ID: "u2", Name: "同名单位"})
	b := book(t)
	for _, say := range []func(hearing.Term) string{chinese, func(t hearing.Term) string { return t.En }} {
		for _, file := range []string{"a.xlsx", "a.csv"} {
			for _, full := range []bool{true, false} {
				data, err := sheetfile.Write(file, roster.Table(listed(people, units), full, day("2026-11-28"), say))
				if err != nil {
					t.Fatal(err)
				}
				if strings.Contains(string(data), "140101198503120012") && !full {
					t.Error("an identity number is given out")
				}
				sheets, err := sheetfile.Read(file, data)
				if err != nil {
					t.Fatal(err)
				}
				j := job(t, sheets[0], "people", people, units...)
				j.Say, j.On = say, day("2026-11-28")
				plan := b.Plan(j)
				if plan.Count(roster.Same) != len(people) {
					t.Errorf("%s, full %v:\n%s", file, full, said(plan))
				}
				if left := b.Unmapped(j.Sheet, j.Mapping); len(left) > 0 {
					t.Errorf("columns that are not read back: %v", left)
				}
			}
		}
	}
}

// listed are people with their units.
func listed(people []hearing.Person, units []hearing.Organisation) []hearing.Listed {
	var out []hearing.Listed
	for _, p := range people {
		l := hearing.Listed{Person: p}
		for _, o := range units {
			if o.ID == p.Organisation {
				l.Unit = o
			}
		}
		out = append(out, l)
	}
	return out
}

// TestEveryFieldIsReadAndSaid holds that what a field says is what it reads.
func TestEveryFieldIsReadAndSaid(t *testing.T) {
	whole := hearing.Person{ID: "w", Name: "全", Gender: hearing.Male, Born: partial("1985-03-12"), Organisation: "u", Post: "主任", Title: "律师", Rank: hearing.Prosecutor, Phone: "13905550111",
		Class: hearing.ClassLaw, Pool: hearing.PoolActive, PoolSource: hearing.PoolShared, Specialties: []string{"民事"}, Certificates: []hearing.Certificate{{Kind: "聘书", Number: "1"}},
		TermBegins: day("2024-01-01"), TermEnds: day("2026-12-31"), Licence: "L1", Volunteer: "V1", Helps: "河流", Deputy: "人大代表", IDKind: "居民身份证", IDNumber: "140101198503120012",
		Address: "梧桐苑", Postcode: "030001", Note: "备注"}
	for _, a := range []*hearing.Appointment{&whole.Supervisor, &whole.Aide, &whole.Press} {
		*a = hearing.Appointment{Number: "1号", Field: "领域", By: "司法局", From: day("2024-01-01"), Until: day("2026-12-31")}
	}
	v := reflect.ValueOf(whole)
	for i := range v.NumField() {
		switch name := v.Type().Field(i).Name; name {
		case "Version", "PoolChanges", "Bars", "Merged", "Distinct", // no column can say these
			"Relatives", "Account": // and these stay on the desk
		default:
			if v.Field(i).IsZero() {
				t.Errorf("%s has no column, or is left out here", name)
			}
		}
	}
	units := []hearing.Organisation{{ID: "u", Name: "春晖社区"}}
	s := roster.Table(listed([]hearing.Person{whole}, units), true, day("2026-11-28"), chinese)
	m := book(t).Propose(roster.Kind{}, s)
	for i, key := range m.Fields {
		if key == "id" { // somebody new
			m.Fields[i] = ""
		}
	}
	j := job(t, s, "people", nil, units...)
	j.Mapping = m
	p := book(t).Plan(j)
	if len(p.Records()) != 1 {
		t.Fatal(said(p))
	}
	got := p.Lines[0].Person
	got.ID = whole.ID
	if !reflect.DeepEqual(got, whole) {
		t.Errorf("got  %+v\nwant %+v", got, whole)
	}
}

// TestAPreviewOfThousandsIsQuick holds 5,000 rows against a desk of 5,000 people:
// the time grows with the rows, not with their square.
func TestAPreviewOfThousandsIsQuick(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	took := func(n int) time.Duration {
		j := thousands(t, n)
		b := book(t)
		start := time.Now()
		if p := b.Plan(j); p.Count(roster.New) == 0 || p.Count(roster.Changed)+p.Count(roster.Same) == 0 {
			t.Fatal("nothing is planned")
		}
		return time.Since(start)
	}
	took(500) // warm
	small, large := took(1000), took(5000)
	t.Logf("1,000 rows: %v; 5,000: %v", small, large)
	if large > 12*small+50*time.Millisecond || large > time.Second && small < 100*time.Millisecond {
		t.Errorf("1,000 rows take %v, 5,000 %v", small, large)
	}
}

// thousands is a roster of n people, half of whom the desk knows.
func thousands(t testing.TB, n int) roster.Job {
	lines := []string{"姓名|性别|出生年月|单位|职务|电话|类别|专长|聘期"}
	var people []hearing.Person
	surnames := []rune("赵钱孙李周吴郑王冯陈")
	for i := range n {
		name := string(surnames[i%10]) + string(rune('一'+i/10%2000)) + string(rune('丁'+i/20%50))
		phone := fmt.Sprintf("139%08d", i)
		lines = append(lines, name+"|男|1985.3|单位"+fmt.Sprint(i%300)+"|科长|"+phone+"|法律型|民事、行政|2024.1-2026.12")
		if i%2 == 0 {
			people = append(people, hearing.Person{ID: hearing.ID(fmt.Sprint(i)), Name: name, Phone: phone})
		}
	}
	return job(t, sheet(lines...), "officers", people)
}

func BenchmarkPreview5000(b *testing.B) {
	j := thousands(b, 5000)
	bk := book(b)
	for b.Loop() {
		bk.Plan(j)
	}
}
