package wordform_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/wordform"
)

// TestMarksAreFilled holds where marks may stand, and what becomes of what is
// around them.
func TestMarksAreFilled(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"a field", p("案由：{{case.cause}}。"), "案由：督促整治电动自行车消防安全隐患行政公益诉讼案。\n"},
		{"cut into runs", `<w:p>` + r("时间：{") + `<w:proofErr w:type="spellStart"/>` + r("{date ") + r("hearing") + `<w:bookmarkStart w:id="1" w:name="x"/>` + r(".start}") + r("}止") + `</w:p>`, "时间：2023年7月18日止\n"},
		{"by an input method", p("｛｛case.cause｝｝") + p("{{　case.cause }}"), "督促整治电动自行车消防安全隐患行政公益诉讼案\n督促整治电动自行车消防安全隐患行政公益诉讼案\n"},
		{"quotes that Word turned", p("{{range steps}}{{if eq .key “close”}}{{.name}}{{end}}{{end}}"), "主持人总结\n"},
		{"a repeat within a paragraph", p("听证员{{range $i, $o := officers}}{{if $i}}、{{end}}{{$o.name}}{{end}}。"), "听证员王䶮、陈𬭎、周慧敏、赵建国、马立群。\n"},
		{"functions", p("{{roster officers}}；{{box hearing.streamed}}直播 {{box hearing.elsewhere}}其他"), "王䶮（律师）、陈𬭎（消防工程师）、周慧敏（社区书记）、赵建国（退休教师）、马立群（区人大代表）；☑直播 □其他\n"},
		{"no value", p("文号：{{doc.number}}；日期：{{decision.on}}"), "文号：________________；日期：2023年7月28日\n"},
		{"a condition within a paragraph", p("甲{{if doc.number}}有{{else}}无{{end}}乙"), "甲无乙\n"},
		{"a repeat around a paragraph", p("{{range questions}}") + p("{{.number}}、{{.text}}") + p("{{end}}") + p("完"), "一、三机关是否依法履行电动自行车消防安全监管职责？\n二、是否应当制发检察建议？\n三、如何完善充电设施建设与长效管理？\n完\n"},
		{"at the paragraph's ends", p("{{range questions}}{{.number}}") + p("{{.text}}{{end}}"), "一\n三机关是否依法履行电动自行车消防安全监管职责？\n二\n是否应当制发检察建议？\n三\n如何完善充电设施建设与长效管理？\n"},
		{"an end before the next one", p("{{range questions}}{{.number}}") + p("{{end}}完"), "一\n二\n三\n完\n"},
		{"a beginning behind the last one", p("问题：{{range questions}}") + p("{{.number}}") + p("{{end}}完"), "问题：\n一\n二\n三\n完\n"},
		{"blocks within each other", p("{{range questions}}{{if eq .number \"二\"}}") + p("{{.text}}") + p("{{else}}") + p("略") + p("{{end}}{{end}}"), "略\n是否应当制发检察建议？\n略\n"},
		{"one block behind another", p("{{if doc.number}}") + p("甲") + p("{{end}}{{if case.cause}}") + p("乙") + p("{{end}}"), "乙\n"},
		{"a line of which nothing is left", p("甲") + p("{{if doc.number}}文号{{doc.number}}{{end}}") + p("{{/* 说明 */}}") + p("") + p("乙"), "甲\n\n乙\n"},
		{"a row", tbl(tr(p("序号"), p("姓名")), tr(p("{{range officers}}{{.number}}"), p("{{.name}}{{end}}"))), "[序号\n|姓名\n|][1\n|王䶮\n|][2\n|陈𬭎\n|][3\n|周慧敏\n|][4\n|赵建国\n|][5\n|马立群\n|]"},
		{"a row with the marks in cells of their own", tbl(tr(p("{{range questions}}"), p("{{.number}}"), p("{{end}}"))), "[\n|一\n|\n|][\n|二\n|\n|][\n|三\n|\n|]"},
		{"rows between rows of marks", tbl(tr(p("{{range questions}}"), p("")), tr(p("{{.number}}"), p("甲")), tr(p(""), p("乙")), tr(p("{{end}}"), p(""))), "[一\n|甲\n|][\n|乙\n|][二\n|甲\n|][\n|乙\n|][三\n|甲\n|][\n|乙\n|]"},
		{"rows from one to the next", tbl(tr(p("{{if hearing.public}}甲"), p("")), tr(p("乙"), p("{{end}}")), tr(p("丙"), p(""))), "[甲\n|\n|][乙\n|\n|][丙\n|\n|]"},
		{"one row or another", tbl(tr(p("{{if doc.number}}"), p("")), tr(p("甲"), p("")), tr(p("{{else}}"), p("")), tr(p("乙"), p("")), tr(p("{{end}}"), p(""))), "[乙\n|\n|]"},
		{"a repeat within a cell", tbl(tr(p("{{range questions}}")+p("{{.number}}")+p("{{end}}"), p("甲"))), "[一\n二\n三\n|甲\n|]"},
		{"a cell keeps a paragraph", tbl(tr(p("{{if doc.number}}")+p("{{doc.number}}")+p("{{end}}"), p("甲"))), "[\n|甲\n|]"},
		{"a table without rows goes", p("甲") + tbl(tr(p("{{range change.left}}{{.name}}"), p("{{end}}"))) + p("乙"), "甲\n乙\n"},
		{"rows for handwriting", tbl(tr(p("{{range blanks 3}}"), p("{{end}}"))), "[\n|\n|][\n|\n|][\n|\n|]"},
		{"a table that repeats", p("{{range votes}}") + p("{{.question}}") + tbl(tr(p("{{.agree}}"), p("{{.disagree}}"))) + p("{{end}}"), "三机关是否依法履行电动自行车消防安全监管职责？\n[5\n|0\n|]是否应当制发检察建议？\n[4\n|1\n|]如何完善充电设施建设与长效管理？\n[5\n|0\n|]"},
		{"a link and a change", `<w:p><w:ins w:id="7" w:author="x">` + r("{{if case.") + `</w:ins>` + r("cause}}甲{{end}}乙") + `</w:p>`, "甲乙\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := says(t, filled(t, worked(t, "h-e1"), "", docx(t, c.body)), "word/document.xml"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestTheRestStaysAsItIs holds that what has no mark in it is copied byte for
// byte, and that a part which has one changes nowhere else.
func TestTheRestStaysAsItIs(t *testing.T) {
	styles := entry{"word/styles.xml", xmlHead + `<w:styles ` + nsW + `><!-- ｛｛ {{case.cause}} --></w:styles>`}
	picture := entry{"word/media/image1.png", "\x89PNG\r\n\x1a\n{{case.cause}}"}
	plain := `<w:p  w:rsidR='00A1'  ><w:r><w:t>无</w:t ></w:r><!-- x --><w:r><w:t><![CDATA[<甲>]]>&#x738B;&amp;</w:t></w:r></w:p >`
	form := docx(t, plain+`<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>案由：{{case</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>.cause}}&amp;完</w:t></w:r></w:p>`+plain,
		styles, picture, entry{"word/header1.xml", xmlHead + `<w:hdr ` + nsW + `>` + plain + `</w:hdr>`})
	got := filled(t, worked(t, "h-e1"), "", form)
	want := strings.Replace(part(t, form, "word/document.xml"),
		`<w:t>案由：{{case</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>.cause}}&amp;完</w:t>`,
		`<w:t xml:space="preserve">案由：督促整治电动自行车消防安全隐患行政公益诉讼案</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">&amp;完</w:t>`, 1)
	if text := part(t, got, "word/document.xml"); text != want {
		t.Errorf("the body is\n%s\nwant\n%s", text, want)
	}
	a, b := archive(t, form), archive(t, got)
	if len(a.File) != len(b.File) {
		t.Fatalf("%d parts of %d", len(b.File), len(a.File))
	}
	for i, f := range a.File {
		if b.File[i].Name != f.Name {
			t.Errorf("part %d is %s, was %s", i, b.File[i].Name, f.Name)
		}
		if f.Name != "word/document.xml" && (b.File[i].CRC32 != f.CRC32 || part(t, got, f.Name) != part(t, form, f.Name)) {
			t.Errorf("%s has changed", f.Name)
		}
	}
}

func archive(t *testing.T, file []byte) *zip.Reader {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// TestRunsKeepTheirLooks holds that a block which begins in one run and ends in
// another repeats both with the looks that they have.
func TestRunsKeepTheirLooks(t *testing.T) {
	bold, slanted := `<w:r><w:rPr><w:b/></w:rPr>`, `<w:r w:rsidR="01"><w:rPr><w:i/></w:rPr>`
	form := docx(t, `<w:p>`+bold+`<w:t>听证员{{range questions}}</w:t><w:t>甲</w:t></w:r>`+slanted+`<w:t>{{.number}}{{end}}。</w:t></w:r></w:p>`)
	got := part(t, filled(t, worked(t, "h-e1"), "", form), "word/document.xml")
	const open = `<w:t xml:space="preserve">`
	want := bold + open + `听证员</w:t></w:r>`
	for _, n := range []string{"一", "二", "三"} {
		want += bold + open + `</w:t><w:t>甲</w:t></w:r>` + slanted + open + n + `</w:t></w:r>`
	}
	want += slanted + open + `。</w:t></w:r></w:p>`
	if !strings.Contains(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestEveryTextIsFilled holds that headers, footers, notes and text boxes are
// filled too, the last in both of the forms in which Word keeps them.
func TestEveryTextIsFilled(t *testing.T) {
	box := `<w:txbxContent>` + p("{{range officers}}") + p("{{.name}}") + p("{{end}}") + `</w:txbxContent>`
	body := `<w:p>` + r("甲{{if case.cause}}") + `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>` + box +
		`</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>` + box + `</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>` +
		r("乙{{end}}") + `</w:p><w:sdt><w:sdtContent>` + p("{{case.kind}}") + `</w:sdtContent></w:sdt>`
	form := docx(t, body,
		entry{"word/header1.xml", xmlHead + `<w:hdr ` + nsW + `>` + p("{{if doc.number}}{{doc.number}}{{end}}") + `</w:hdr>`},
		entry{"word/footer1.xml", xmlHead + `<w:ftr ` + nsW + `>` + p("{{court.name}}") + `</w:ftr>`},
		entry{"word/footnotes.xml", xmlHead + `<w:footnotes ` + nsW + `><w:footnote w:id="1">` + p("{{court.phone}}") + `</w:footnote></w:footnotes>`},
		entry{"word/endnotes.xml", xmlHead + `<x:endnotes ` + strings.Replace(nsW, ":w=", ":x=", 1) + `><x:endnote x:id="1"><x:p><x:r><x:t>{{court.short}}</x:t></x:r></x:p></x:endnote></x:endnotes>`})
	got := filled(t, worked(t, "h-e1"), "", form)
	names := "王䶮\n陈𬭎\n周慧敏\n赵建国\n马立群\n"
	for name, want := range map[string]string{
		"word/document.xml": "甲" + names + names + "乙\n行政公益诉讼\n", "word/header1.xml": "\n", "word/footer1.xml": "云岭市澄河区人民检察院\n",
		"word/footnotes.xml": "0350-5550100\n", "word/endnotes.xml": "澄检\n",
	} {
		if text := says(t, got, name); text != want {
			t.Errorf("%s says\n%s\nwant\n%s", name, text, want)
		}
	}
}

// TestValuesAreText holds that what somebody typed is text: lines become line
// breaks, and neither XML nor marks in it are read.
func TestValuesAreText(t *testing.T) {
	d := worked(t, "h-e1")
	d.Cases[0].Facts = "一<w:p/>&\r\n二{{case.cause}}**三**[x]\n\x00四\ufffe㛃𬱖𫖯𬭚"
	got := filled(t, d, "", docx(t, p("{{case.facts}}")))
	if want := "一<w:p/>&↵二{{case.cause}}**三**[x]↵ 四\ufffd㛃𬱖𫖯𬭚\n"; says(t, got, "word/document.xml") != want {
		t.Errorf("got %q, want %q", says(t, got, "word/document.xml"), want)
	}
	if text := part(t, got, "word/document.xml"); !strings.Contains(text, `<w:br/><w:t xml:space="preserve">二`) {
		t.Errorf("no line break in\n%s", text)
	}
}

// TestAFormStandsInForAPaper holds that a form for a paper is made for whom the
// paper is made, masks what it masks, and is refused where it would be.
func TestAFormStandsInForAPaper(t *testing.T) {
	form := docx(t, p("{{to.name}}：{{case.cause}}"))
	f, err := wordform.Read(catalogue(), "07b", "", form)
	if err != nil {
		t.Fatal(err)
	}
	d := worked(t, "h-e1")
	var names []string
	for _, it := range f.Plan(d) {
		names = append(names, it.Number+" "+it.Title+" "+it.For)
	}
	if got, want := strings.Join(names, "\n"), "07b 听证会通知书 澄河区消防救援大队\n07b 听证会通知书 澄河区住房和城乡建设局\n07b 听证会通知书 澄河区人民政府望江街道办事处"; got != want {
		t.Errorf("the plan is\n%s\nwant\n%s", got, want)
	}
	if got := says(t, filled(t, d, "07b", form, "澄河区住房和城乡建设局"), "word/document.xml"); !strings.HasPrefix(got, "澄河区住房和城乡建设局：督促整治") {
		t.Errorf("got %q", got)
	}
	if got := says(t, filled(t, worked(t, "h-e2"), "06", docx(t, p("{{case.cause}}"))), "word/document.xml"); strings.Contains(got, "程桂兰") || !strings.Contains(got, "程某某") {
		t.Errorf("a public paper says %q", got)
	}
	d.Hearing.Presider = ""
	_, err = f.Fill(d, f.Plan(d)[0], today)
	var missing *document.MissingError
	if !errors.As(err, &missing) || !strings.Contains(err.Error(), "主持人") || len(f.Plan(d)[0].Missing) == 0 {
		t.Errorf("without a presider: %v", err)
	}
	if _, err := f.Fill(d, document.Item{Key: "nobody"}, today); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("for nobody: %v", err)
	}
	if _, err := wordform.Read(catalogue(), "99", "", form); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("for no paper: %v", err)
	}
}

// TestLongValues holds that names of every length and letter come out whole.
func TestLongValues(t *testing.T) {
	d := worked(t, "h-e1")
	long := strings.Repeat("阿卜杜热合曼·买买𬱖", 4) // 40 characters
	for id, who := range d.People {
		who.Name = long
		d.People[id] = who
	}
	got := says(t, filled(t, d, "", docx(t, tbl(tr(p("{{range people}}{{.number}}"), p("{{.name}}{{end}}"))))), "word/document.xml")
	if n := strings.Count(got, long+"\n|]"); n != 10 {
		t.Errorf("the name stands %d times in\n%s", n, got)
	}
}
