package people

import (
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

type person = hearing.Person

// ofPeople are the fields of a person; unit names an organisation.
func ofPeople(unit func(hearing.ID) string) []property[person] {
	hidden := func(p property[person]) property[person] { p.masked = true; return p }
	return []property[person]{
		value(words.T("姓名"), func(p *person) *string { return &p.Name }, plainly),
		value(words.T("性别"), func(p *person) *hearing.Gender { return &p.Gender }, spell[hearing.Gender]),
		value(words.T("出生日期"), func(p *person) *calendar.Partial { return &p.Born }, calendar.Partial.String),
		value(words.T("身份"), func(p *person) *string { return &p.Title }, plainly),
		value(words.T("单位"), func(p *person) *hearing.ID { return &p.Organisation }, unit),
		value(words.T("职务"), func(p *person) *string { return &p.Post }, plainly),
		value(words.T("检察职务"), func(p *person) *hearing.Rank { return &p.Rank }, spell[hearing.Rank]),
		value(words.T("执业证号"), func(p *person) *string { return &p.Licence }, plainly),
		hidden(value(words.T("电话"), func(p *person) *string { return &p.Phone }, plainly)),
		value(words.T("地址"), func(p *person) *string { return &p.Address }, plainly),
		value(words.T("邮编"), func(p *person) *string { return &p.Postcode }, plainly),
		value(words.T("证件类型"), func(p *person) *string { return &p.IDKind }, plainly),
		hidden(value(words.T("证件号码"), func(p *person) *string { return &p.IDNumber }, plainly)),
		value(words.T("代表委员"), func(p *person) *string { return &p.Deputy }, plainly),
		value(words.T("志愿者编号"), func(p *person) *string { return &p.Volunteer }, plainly),
		value(words.T("服务领域"), func(p *person) *string { return &p.Helps }, plainly),
		value(words.Of(hearing.Supervisor), func(p *person) *hearing.Appointment { return &p.Supervisor }, appointed),
		value(words.Of(hearing.InvitedAide), func(p *person) *hearing.Appointment { return &p.Aide }, appointed),
		value(words.T("新闻记者"), func(p *person) *hearing.Appointment { return &p.Press }, appointed),
		value(words.T("听证员库"), func(p *person) *hearing.PoolStatus { return &p.Pool }, spell[hearing.PoolStatus]),
		value(words.T("听证员类别"), func(p *person) *hearing.OfficerClass { return &p.Class }, spell[hearing.OfficerClass]),
		value(words.T("来源"), func(p *person) *hearing.PoolSource { return &p.PoolSource }, spell[hearing.PoolSource]),
		several(words.T("库内变动"), func(p *person) *[]hearing.PoolChange { return &p.PoolChanges }, func(c hearing.PoolChange) string {
			return strings.TrimSpace(c.On.String() + " " + words.Of(c.Status) + " " + c.Reason)
		}),
		value(words.T("聘期自"), func(p *person) *calendar.Date { return &p.TermBegins }, calendar.Date.String),
		value(words.T("聘期至"), func(p *person) *calendar.Date { return &p.TermEnds }, calendar.Date.String),
		several(words.T("专长"), func(p *person) *[]string { return &p.Specialties }, plainly),
		several(words.T("证书"), func(p *person) *[]hearing.Certificate { return &p.Certificates }, func(c hearing.Certificate) string {
			return strings.TrimSpace(c.Kind + " " + c.Number + " " + c.Until.String())
		}),
		several(words.T("不得担任"), func(p *person) *[]hearing.Bar { return &p.Bars }, func(b hearing.Bar) string {
			return strings.TrimSpace(words.Of(b.Kind) + " " + b.Since.String() + " " + b.Until.String() + " " + b.Note)
		}),
		several(words.T("近亲属"), func(p *person) *[]hearing.Relative { return &p.Relatives }, func(r hearing.Relative) string {
			return strings.TrimSpace(r.Relation + " " + r.Name + " " + r.Unit)
		}),
		hidden(value(words.T("收款账号"), func(p *person) *string { return &p.Account }, plainly)),
		value(words.T("备注"), func(p *person) *string { return &p.Note }, plainly),
	}
}

// appointed says an appointment in one line.
func appointed(a hearing.Appointment) string {
	term := ""
	if !a.From.IsZero() || !a.Until.IsZero() {
		term = a.From.String() + "–" + a.Until.String()
	}
	return strings.Join(strings.Fields(a.Number+" "+a.By+" "+a.Field+" "+term), " ")
}

type organisation = hearing.Organisation

// ofUnits are the fields of an organisation; unit names another one.
func ofUnits(unit func(hearing.ID) string) []property[organisation] {
	return []property[organisation]{
		value(words.T("单位全称"), func(o *organisation) *string { return &o.Name }, plainly),
		value(words.T("简称"), func(o *organisation) *string { return &o.Short }, plainly),
		value(words.T("单位类别"), func(o *organisation) *hearing.OrganisationKind { return &o.Kind }, spell[hearing.OrganisationKind]),
		value(words.T("级别"), func(o *organisation) *hearing.Level { return &o.Level }, spell[hearing.Level]),
		value(words.T("地区"), func(o *organisation) *string { return &o.Region }, plainly),
		value(words.T("信用代码"), func(o *organisation) *string { return &o.Code }, plainly),
		value(words.T("执业许可证号"), func(o *organisation) *string { return &o.Licence }, plainly),
		value(words.T("负责人"), func(o *organisation) *string { return &o.Head }, plainly),
		value(words.T("电话"), func(o *organisation) *string { return &o.Phone }, plainly),
		value(words.T("地址"), func(o *organisation) *string { return &o.Address }, plainly),
		value(words.T("邮编"), func(o *organisation) *string { return &o.Postcode }, plainly),
		value(words.T("上级单位"), func(o *organisation) *hearing.ID { return &o.Parent }, unit),
		value(words.T("备注"), func(o *organisation) *string { return &o.Note }, plainly),
	}
}
