package settings

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// days is the tab 节假日: which years the calendar knows and from where, what is
// missing, and a region's own holidays.
type days struct {
	p       *page
	object  *container.Scroll
	missing *fyne.Container
	all     *fyne.Container // the whole country's years
	local   *fyne.Container
	country *taker
	region  *taker
	opened  map[string]bool // by year and region: its days are shown
}

func newDays(p *page) *days {
	d := &days{p: p, missing: container.NewVBox(), all: container.NewVBox(), local: container.NewVBox(), opened: map[string]bool{}}
	body := container.NewVBox()
	d.country = newTaker(p, "holidays", false, body.Refresh)
	d.region = newTaker(p, "holidays_local", true, body.Refresh)
	take := p.only(look.Quiet(words.T("导入放假安排"), theme.DownloadIcon(), func() { d.country.open(calendar.Table{}) }))
	add := p.only(look.Quiet(words.T("添加本地区节日"), theme.ContentAddIcon(), func() { d.region.open(calendar.Table{Region: p.form.Editor.Value().Region}) }))
	body.Objects = []fyne.CanvasObject{d.missing,
		directory.Part(words.T("国务院放假安排"), take), d.country.object, d.all,
		directory.Part(words.T("本地区的节日"), add),
		look.Hint(words.T("自治地方等依法放假的日子写在这里，叠加在全国安排之上；期限届满日遇到这些日子也顺延。")), d.region.object, d.local}
	d.object = look.Scroll(body)
	p.form.Follow(d.show)
	p.form.OnChange("holidays", d.show)
	return d
}

// show lists the years.
func (d *days) show(o hearing.Office) {
	rows := national(d.p.sh.Days, o.Holidays)
	d.missing.RemoveAll()
	for _, y := range unknown(rows, d.p.sh.Day(words.Zone())) {
		d.missing.Add(d.lacks(y))
	}
	d.all.RemoveAll()
	for _, r := range rows {
		d.all.Add(d.row(r))
	}
	d.local.RemoveAll()
	for _, r := range regional(o.Holidays) {
		d.local.Add(d.row(r))
	}
	if len(d.local.Objects) == 0 {
		d.local.Add(look.Hint(words.T("没有本地区的节日。")))
	}
	d.country.show()
	d.region.show()
	d.object.Refresh()
}

// lacks says what a missing year means, and what to do.
func (d *days) lacks(year int) fyne.CanvasObject {
	text := widget.NewLabel(words.T("还没有 {{.Year}} 年的放假安排：落在这一年的期限只按周末推算，会标明“待核对”。国务院办公厅通常在上一年 11 月前后发布通知，公布后把通知全文粘贴进来即可。", map[string]int{"Year": year}))
	text.Importance = widget.WarningImportance
	text.Wrapping = words.Wrap()
	take := d.p.only(widget.NewButtonWithIcon(words.T("导入 {{.Year}} 年放假安排", map[string]int{"Year": year}), theme.DownloadIcon(), func() { d.ask(year) }))
	return look.Card(container.NewBorder(nil, nil, nil, container.NewCenter(take), text))
}

// ask opens the field for a year's notice, to be pasted into at once.
func (d *days) ask(year int) {
	d.object.ScrollToTop()
	d.country.open(calendar.Table{Year: year})
}

// row is the line of one table, with its days below when it is opened.
func (d *days) row(r yearRow) fyne.CanvasObject {
	t := r.table
	key := strconv.Itoa(t.Year) + t.Region
	off, worked := count(t.Days)
	year := widget.NewLabel(words.T("{{.Year}} 年", map[string]int{"Year": t.Year}))
	year.TextStyle.Bold = true
	if t.Local() {
		year.SetText(t.Region + " " + year.Text)
	}
	year.Truncation = fyne.TextTruncateEllipsis
	number := widget.NewLabel(words.T("休 {{.Off}} 天，班 {{.Worked}} 天", map[string]int{"Off": off, "Worked": worked}))
	source := widget.NewLabel(t.Source)
	source.Importance = widget.LowImportance
	source.Truncation = fyne.TextTruncateEllipsis
	below := container.NewVBox()
	below.Hide()
	open := func() {
		if below.Hidden {
			below.Objects = []fyne.CanvasObject{feastLines(t)}
			below.Show()
		} else {
			below.Hide()
		}
		d.opened[key] = !below.Hidden
	}
	if d.opened[key] {
		open()
	}
	press := look.NewPress(container.New(columns{widths: []float32{180, 190}}, year, number, source), open)
	buttons := container.NewHBox()
	if t.Local() {
		buttons.Add(d.p.only(look.Quiet("", theme.DocumentCreateIcon(), func() { d.region.open(t) })))
	}
	if r.own {
		buttons.Add(d.p.only(look.Quiet(words.T("移除"), theme.DeleteIcon(), func() { d.remove(t) })))
	} else {
		own := look.Hint(words.T("程序自带"))
		own.Wrapping = fyne.TextWrapOff
		buttons.Add(container.NewCenter(own))
	}
	return container.NewVBox(container.NewBorder(nil, nil, nil, buttons, press), below)
}

func (d *days) remove(t calendar.Table) {
	d.p.form.Editor.Change("holidays", func(o *hearing.Office) { *o = o.WithoutHolidays(t.Year, t.Region) })
	d.p.form.Show()
	d.p.sh.Say(words.T("已移除 {{.Year}} 年的安排，可用 Ctrl+Z 撤销", map[string]int{"Year": t.Year}))
}

// feastLines are a table's days by holiday.
func feastLines(t calendar.Table) fyne.CanvasObject {
	box := container.NewVBox()
	for _, f := range feasts(t) {
		name := widget.NewLabel(words.Holiday(f.name))
		name.Truncation = fyne.TextTruncateEllipsis
		off, worked := widget.NewLabel(""), widget.NewLabel("")
		if len(f.off) > 0 {
			off.SetText(words.T("休 {{.N}} 天：{{.Days}}", map[string]any{"N": len(f.off), "Days": spans(f.off)}))
		}
		if len(f.worked) > 0 {
			worked.SetText(words.T("上班：{{.Days}}", map[string]string{"Days": spans(f.worked)}))
		}
		worked.Importance = widget.LowImportance
		off.Truncation, worked.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
		box.Add(container.New(columns{widths: []float32{180, 340}}, name, off, worked))
	}
	return container.New(columns{widths: []float32{12}}, widget.NewLabel(""), look.Card(box))
}
