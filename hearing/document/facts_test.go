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

// saying is one fact that is changed, and what the paper then says.
type saying struct {
	name, number string
	change       func(*hearing.Dossier)
	want         []string
	without      string
}

var sayings = []saying{
	{"time, with its weekday", "06", nil, []string{"2023年6月27日（星期二）下午2时30分"}, ""},
	{"our own room", "07a", nil, []string{"在本院听证室一举行公开听证会"}, ""},
	{"another procuratorate's room", "07a", func(d *hearing.Dossier) {
		d.Rooms["r"] = hearing.Room{ID: "r", Name: "七楼听证室", Kind: hearing.HearingRoom, Owner: "peer", Address: "云岭市枫林区正义路1号"}
	}, []string{"在云岭市枫林区人民检察院七楼听证室（云岭市枫林区正义路1号）举行"}, "本院七楼"},
	{"a community's room", "07a", func(d *hearing.Dossier) {
		d.Rooms["r"] = hearing.Room{ID: "r", Name: "春晖社区活动室", Kind: hearing.CommunityRoom, Owner: "o"}
	}, []string{"在春晖社区活动室举行"}, "本院春晖"},
	{"two cases in one hearing", "07b", func(d *hearing.Dossier) {
		d.Cases = append(d.Cases, hearing.Case{ID: "c2", Cause: "督促保护耕地行政公益诉讼"})
	}, []string{"程桂兰赡养纠纷民事公益诉讼案、督促保护耕地行政公益诉讼一案"}, ""},
	{"three cases in one hearing", "07b", func(d *hearing.Dossier) {
		d.Cases = append(d.Cases, hearing.Case{ID: "c2", Cause: "甲案"}, hearing.Case{ID: "c3", Cause: "乙案"})
	}, []string{"程桂兰赡养纠纷民事公益诉讼案等3案"}, "甲案"},
	{"one prosecutor of two cases", "07b", func(d *hearing.Dossier) {
		d.Cases[0].Handler = "lin"
		d.Cases = append(d.Cases, hearing.Case{ID: "c2", Cause: "甲案", Handler: "lin"})
	}, []string{"承办检察官林知远；"}, "林知远、林知远"},
	{"no seats, no stream, no sign-up", "06", func(d *hearing.Dossier) {
		d.Rooms["r"] = hearing.Room{ID: "r", Name: "听证室一", Kind: hearing.HearingRoom}
	}, []string{"可以向本院申请旁听。\n", "五、联系方式：电话0350-5550100。"}, "直播："},
	{"a pass for each seat", "15b", func(d *hearing.Dossier) { d.Hearing.Notice.Seats = 3 }, []string{"编号：001", "编号：003"}, "004"},
	{"no seats: a pass for each observer", "15b", func(d *hearing.Dossier) {
		d.Rooms["r"] = hearing.Room{ID: "r", Name: "听证室一", Kind: hearing.HearingRoom}
		d.Hearing.Participants = append(d.Hearing.Participants, hearing.Participant{ID: "ob", Person: "zhou", Role: hearing.Observer})
	}, []string{"编号：001"}, "002"},
	{"neither: passes to be numbered by hand", "15b", func(d *hearing.Dossier) {
		d.Rooms["r"] = hearing.Room{ID: "r", Name: "听证室一", Kind: hearing.HearingRoom}
	}, []string{"编号：　　　　座号："}, "001"},
	{"a stream renumbers what follows", "06", func(d *hearing.Dossier) {
		d.Hearing.Forms = []hearing.Form{hearing.Streamed}
		d.Hearing.Notice.Stream = "中国检察听证网"
	}, []string{"四、网络直播：本次听证会进行网络直播：中国检察听证网。", "五、注意事项", "六、联系方式："}, ""},
	{"the office's own notes and contacts", "06", func(d *hearing.Dossier) {
		d.Hearing.Notice.Notes = []string{"请勿携带易燃物品。"}
		d.Hearing.Notice.Contacts = []hearing.Contact{{Name: "许晚", Phone: "0350-5550106"}, {Name: "林知远", Phone: "0350-5550104"}}
	}, []string{"1．请勿携带易燃物品。", "许晚，电话0350-5550106；林知远，电话0350-5550104。"}, "提前十分钟"},
	{"the day of signing dates the announcement", "06", func(d *hearing.Dossier) {
		d.Hearing.Notice.SignedOn = calendar.NewDate(2023, time.June, 19)
	}, []string{"云岭市澄河区人民检察院\n2023年6月19日"}, ""},
	{"the day of sending dates a notice", "07c", func(d *hearing.Dossier) {
		d.Hearing.Participants[0].Told = []hearing.Told{{SentOn: calendar.NewDate(2023, time.June, 20)}, {SentOn: calendar.NewDate(2023, time.June, 18)}}
	}, []string{"2023年6月18日\n"}, ""},
	{"else today does", "07c", nil, []string{"云岭市澄河区人民检察院\n2023年6月16日"}, ""},
	{"a woman", "07c", func(d *hearing.Dossier) {
		d.People[hearing.ID(hearing.Officer)] = hearing.Person{ID: hearing.ID(hearing.Officer), Name: "王䶮", Gender: hearing.Female}
	}, []string{"王䶮女士：", "王䶮（签名）"}, ""},
	{"who did not say", "07c", nil, []string{"听证员同志："}, ""},
	{"a closed hearing", "07c", func(d *hearing.Dossier) { d.Hearing.Openness = hearing.NotOpen }, []string{"本院听证室一不公开举行"}, ""},
	{"nothing chosen leaves a blank", "07c", func(d *hearing.Dossier) { d.Hearing.Openness = hearing.AskFirst }, []string{"________举行"}, ""},
	{"who is told by post has it ticked", "27", func(d *hearing.Dossier) {
		d.Hearing.Participants[1].Told = []hearing.Told{{SentOn: today, ReceivedOn: today, Method: hearing.ByPost}}
	}, []string{"x邮寄"}, "x直接"},
	{"a decision of the day itself", "20", func(d *hearing.Dossier) {
		d.Hearing.Outcome = hearing.Outcome{Ruling: hearing.Ruling{DecidedOn: calendar.NewDate(2023, time.June, 27), Timing: hearing.OnTheSpot, Decision: "不再提起诉讼。", Reasons: "已签订协议。"}}
	}, []string{"本院已于2023年6月27日当场作出决定：不再提起诉讼。\n", "理由是：已签订协议。\n"}, "。。"},
	{"what somebody typed is no markup", "07a", func(d *hearing.Dossier) {
		d.Hearing.Questions[0].Text = "#title **甲** | [x] // {{乙}}\n|丙"
	}, []string{"1．#title **甲** | [x] // {{乙}}\n|丙"}, ""},
}

// TestWhatAPaperSays changes one fact and reads the paper that shows it.
func TestWhatAPaperSays(t *testing.T) {
	c := catalogue(t)
	for _, k := range sayings {
		t.Run(k.name, func(t *testing.T) {
			d := sitting(hearing.Public, hearing.Officer, hearing.PartyRep, hearing.AgencyRep, hearing.NotaryRole)
			if k.change != nil {
				k.change(&d)
			}
			text := textOf(number(t, c, d, k.number))
			for _, w := range k.want {
				if !strings.Contains(text, w) {
					t.Errorf("%q is not in\n%s", w, text)
				}
			}
			if k.without != "" && strings.Contains(text, k.without) {
				t.Errorf("%q is in\n%s", k.without, text)
			}
		})
	}
}

// nameless are the papers that name nobody.
var nameless = []string{"12", "14b", "36"}

// TestMinorsAreMasked holds that only their own side reads a minor's name.
func TestMinorsAreMasked(t *testing.T) {
	c := catalogue(t)
	d := sitting(hearing.NotOpen, hearing.Officer, hearing.PartyRep, hearing.Guardian, hearing.Witness, hearing.Supervisor)
	d.People["minor"] = hearing.Person{ID: "minor", Name: "欧阳小明"}
	d.Cases[0] = hearing.Case{ID: "c", Cause: "欧阳小明监护权纠纷监督案", Parties: []hearing.Party{{ID: "p", Person: "minor", Minor: true}}}
	d.Hearing.Questions[0].Text = "欧阳小明由谁监护？"
	for i := range d.Hearing.Participants {
		switch p := &d.Hearing.Participants[i]; p.Role {
		case hearing.PartyRep:
			p.Person, p.Party = "minor", "p"
		case hearing.Guardian:
			p.Party = "p"
		}
	}
	for _, it := range c.Plan(d) {
		text := textOf(composed(t, c, d, it))
		own := it.For == "欧阳小明" || it.For == "法定代理人"
		if got := strings.Contains(text, "欧阳小明"); got != own {
			t.Errorf("%s for %q: the name is there: %v\n%s", it.Number, it.For, got, text)
		}
		if !own && !slices.Contains(nameless, it.Number) && !strings.Contains(text, "欧阳某某") {
			t.Errorf("%s for %q has no masked name\n%s", it.Number, it.For, text)
		}
	}
}

// TestThePublicReadsMaskedNames holds that an announcement without a cause of
// its own hides the parties who are marked.
func TestThePublicReadsMaskedNames(t *testing.T) {
	c := catalogue(t)
	d := sitting(hearing.Public, hearing.PartyRep, hearing.Officer)
	d.People["cheng"] = hearing.Person{ID: "cheng", Name: "程桂兰"}
	d.Cases[0].Parties = []hearing.Party{{ID: "p", Person: "cheng", Masked: true}}
	if text := textOf(number(t, c, d, "06")); !strings.Contains(text, "程某某赡养纠纷") || strings.Contains(text, "程桂兰") {
		t.Errorf("the announcement is\n%s", text)
	}
	if text := textOf(number(t, c, d, "07a")); !strings.Contains(text, "程桂兰赡养纠纷") {
		t.Errorf("the notice is\n%s", text)
	}
	d.Cases[0].PublicCause = "赡养纠纷案"
	if text := textOf(number(t, c, d, "06")); !strings.Contains(text, "对赡养纠纷案举行") {
		t.Errorf("the announcement is\n%s", text)
	}
}

func TestNothingToCompose(t *testing.T) {
	c := catalogue(t)
	d := sitting(hearing.NotOpen)
	for _, it := range []document.Item{{Number: "06"}, {Number: "99"}, {Number: "07a", Key: "nobody"}} {
		if _, err := c.Compose(d, it, today); !errors.Is(err, hearing.ErrNotFound) {
			t.Errorf("%s: got %v, want ErrNotFound", it.Number, err)
		}
	}
	if got := c.Plan(hearing.Dossier{}); len(got) != 0 {
		t.Errorf("papers of nothing: %v", got)
	}
}
