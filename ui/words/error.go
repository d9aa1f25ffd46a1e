package words

import (
	"context"
	"errors"
	"io/fs"
	"runtime"
	"strings"
	"syscall"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/rules"
)

// diskFull is what Windows calls a disk without room (ERROR_DISK_FULL).
const diskFull = syscall.Errno(112)

// full reports an error of a disk that has no room, whoever wrote to it.
func full(err error) bool {
	return errors.Is(err, hearing.ErrFull) || errors.Is(err, syscall.ENOSPC) || runtime.GOOS == "windows" && errors.Is(err, diskFull)
}

// A sentence is what the user is told of one sentinel error.
var sentences = []struct {
	err error
	key string
}{
	{hearing.ErrStale, "这条记录已被别处修改，您的改动没有覆盖它。请核对新内容后再改。"},
	{hearing.ErrInUse, "还有别的记录用到它，不能删除。请先在那里换掉或删去它。"},
	{hearing.ErrNothing, "没有可以撤销或恢复的操作了。"},
	{hearing.ErrReadOnly, "文件或文件夹是只读的，无法保存。请取消只读，或把文件另存到可写的位置后再打开。"},
	{hearing.ErrRoom, "磁盘快满了，再存一份就没有余地给工作台了。请腾出空间，或移走旧的备份；已有的备份仍在。"},
	{hearing.ErrFull, "磁盘已满，没有保存。请腾出空间后再试；文件仍保持原样。"},
	{hearing.ErrForeign, "这不是听证台的文件，没有改动它。请选择听证台的工作台文件或数据包。"},
	{hearing.ErrNewer, "文件由更新版本的听证台保存，本版本打不开，也没有改动它。请升级听证台后再打开。"},
	{hearing.ErrDamaged, "文件已损坏，无法读取。请用最近的备份恢复；没有备份时，可用 hearingdesk rescue 救出还读得出来的内容。"},
	{hearing.ErrGone, "文件在打开以后被移走或替换了，这次没有保存。请把原来的文件放回原处再试；仍不行时，请关闭后重新打开。"},
	{hearing.ErrLocked, "文件正被另一个程序占用。请关闭那个程序后再试。"},
	{hearing.ErrSnapshot, "这是只读的副本，不能保存：文件正由另一台电脑使用。请等那边关闭后重新打开。"},
	{hearing.ErrSealed, "笔录已经封存，不能再改。需要改正的，请用“更正”附在后面。"},
	{hearing.ErrPaused, "现在正在休会或中止。请先恢复听证，再进入环节。"},
	{hearing.ErrNotReady, "听证会还没有就绪，不能进入环节。请先在听证会页面把进度改为“就绪”。"},
	{hearing.ErrDisputed, "当事人对这一公证事项仍有争议，公证机构不予办理（《公证法》第三十一条第四项）。争议解决后再插入。"},
	{hearing.ErrPassphrase, "交换包是加密的，口令没有给出或者不对，没有改动任何内容。请向对方问清口令后再试。"},
	{hearing.ErrSecret, "备份是加密的，口令或恢复码没有给出或者不对，没有改动任何内容。请用做这份备份时的口令或恢复码再试。"},
	{hearing.ErrShut, "文件是加密的，文件口令或恢复码没有给出或者不对，没有改动任何内容。请用文件口令或加密时显示的恢复码再试；两样都丢了的，只有第二处用备份口令加密的备份还能恢复。"},
	{hearing.ErrLink, "这个文件只是指向另一个文件的链接，没有加密。请直接打开它指向的文件再加密。"},
	{hearing.ErrNoKey, "这个文件没有加密，不用文件口令。要加密，请到“设置—备份”（命令行：hearingdesk encrypt）。"},
	{hearing.ErrNoLock, "还没有设置备份口令：离开本机的备份一律加密，没有写入。请先在“设置—备份”里设置（命令行：hearingdesk passphrase）。"},
	{hearing.ErrOpen, "这个文件夹在另一个磁盘上，而数据包不加密，没有写入。请改用“导出交换包”（命令行：export -seal）；确实不加密的，命令行用 export -open。"},
	{hearing.ErrWeak, "口令太短，没有设置。请用至少 8 个字，例如一句自己记得住的话。"},
	{hearing.ErrSignature, "交换包不完整，或者被改动过，没有改动任何内容。请对方重新导出一份。"},
	{hearing.ErrNotFound, "没有找到这条记录，它可能已被删除。请刷新后再试。"},
	{document.ErrEndless, "表单里的重复套着重复，填出来没有尽头，没有生成。请减少套在一起的 {{range}}。"},
	{fs.ErrNotExist, "没有这个文件或文件夹。请检查名称和路径。"},
	{fs.ErrPermission, "没有权限读写这里。请换一个位置，或请管理员放开权限。"},
	{fs.ErrExist, "已有同名文件。请换一个名称。"},
	{context.Canceled, "已取消，没有改动任何内容。"},
}

// ownKinds say the errors of one matter each; of another they say nothing.
var ownKinds = []func(error) string{said, accessError, heldError, scanError, sheetError, shortPool}

// said is what an error says that was put into words already.
func said(err error) string {
	var told interface{ Said() string }
	if errors.As(err, &told) {
		return told.Said()
	}
	return ""
}

// Error says an error in the user's language: what, where, and what to do
// next. It is the one place that does.
func Error(err error) string {
	if err == nil {
		return ""
	}
	var clash *hearing.ClashError
	var faults hearing.FieldErrors
	var one *hearing.FieldError
	var file rules.FileErrors
	var papers interface{ MissingFields() []string }
	var users interface{ Names() []string }
	var spent *hearing.RangeError
	var content *hearing.ContentError
	var against *hearing.MergeError
	var glyph interface{ MissingGlyph() (rune, string) }
	for _, say := range ownKinds {
		if text := say(err); text != "" {
			return text
		}
	}
	switch {
	case errors.As(err, &clash):
		return Clashes(clash.Clashes)
	case errors.As(err, &against):
		return merging(against.In)
	case errors.As(err, &faults):
		return where(err) + Faults(faults)
	case errors.As(err, &one):
		return where(err) + Faults(hearing.FieldErrors{one})
	case tableError(err) != nil:
		return Sentences(where(err)+Table(tableError(err)), T("没有改动任何内容。"))
	case formError(err) != nil:
		return Sentences(where(err)+listed(WordFormFaults(err)), T("没有生成任何文书。"))
	case faultyForm(err) != "":
		return faultyForm(err)
	case errors.As(err, &file):
		return Sentences(listed(RuleFaults(file)), T("没有改动任何内容。"))
	case errors.As(err, &papers):
		return T("还缺：{{.Fields}}。请填好后再打印。", map[string]string{"Fields": List(papers.MissingFields())})
	case errors.As(err, &users) && errors.Is(err, hearing.ErrInUse):
		return where(err) + T("还在“{{.Names}}”里用到，不能删除。请先在那里换掉或删去它。", map[string]string{"Names": strings.Join(users.Names(), T("”“"))})
	case errors.As(err, &content):
		return contentError(content)
	case errors.As(err, &spent):
		r := spent.Range
		return T("{{.Year}} 年“{{.Series}}”的号段 {{.First}}–{{.Last}} 已用完，没有取号。请在“设置—文号”里给本机换一个号段。",
			map[string]any{"Year": r.Year, "Series": r.Series, "First": max(r.First, 1), "Last": r.Last})
	case errors.As(err, &glyph):
		r, field := glyph.MissingGlyph()
		return T("“{{.Field}}”里的字“{{.Rune}}”没有字体能印，已停止打印。请在设置里换用含有该字的字体。", map[string]string{"Field": field, "Rune": string(r)})
	}
	return sentence(err)
}

// sentence says what a sentinel error means, whoever met it.
func sentence(err error) string {
	is := err
	if full(err) {
		is = errors.Join(hearing.ErrFull, err)
	}
	for _, s := range sentences {
		if errors.Is(is, s.err) {
			return where(err) + T(s.key)
		}
	}
	return T("没有完成：{{.Error}}。请重试；仍不行时，请把这句话告诉维护人员。", map[string]string{"Error": err.Error()})
}

// contentError says which kept file is not what it was.
func contentError(e *hearing.ContentError) string {
	at := map[string]string{"Place": e.Place}
	if e.Missing {
		return T("留存的文件不见了，应在“{{.Place}}”。请从备份的 .files 文件夹拷回，或重新归入；其他记录不受影响。", at)
	}
	return T("留存的文件已损坏，在“{{.Place}}”。请从备份拷回，或重新归入；其他记录不受影响。", at)
}

// where names what the error is about: the outermost wrapping, such as a
// file's name, without the program's own words.
func where(err error) string {
	text := err.Error()
	inner := errors.Unwrap(err)
	if inner == nil {
		return ""
	}
	name, _, ok := strings.Cut(strings.TrimSuffix(text, inner.Error()), ": ")
	if !ok || name == "" {
		return ""
	}
	for _, verb := range []string{"open ", "read ", "write ", "make folder of ", "make folder ", "session ", "export "} {
		name = strings.TrimPrefix(name, verb)
	}
	return T("“{{.Name}}”：", map[string]string{"Name": name})
}

// Clashes names everything that is taken.
func Clashes(clashes []hearing.Clash) string {
	all := make([]string, 0, len(clashes)+1)
	for _, c := range clashes {
		all = append(all, strings.TrimSpace(T("{{.What}}{{.Name}} {{.Time}} 已安排“{{.Title}}”{{.Place}}。", map[string]string{
			"What": taken(c.What), "Name": c.Name, "Time": Range(c.Start, c.End), "Title": c.Title, "Place": place(c)})))
	}
	return Sentences(append(all, T("请换时间、地点或人员。"))...)
}

func place(c hearing.Clash) string {
	if c.What == "room" || c.Room == "" {
		return ""
	}
	return T("（{{.Name}}）", map[string]string{"Name": c.Room})
}

// taken names what a clash is about.
func taken(what string) string {
	switch what {
	case "room":
		return ""
	case "presider":
		return T("主持人")
	case "recorder":
		return T("书记员")
	case "prosecutor":
		return T("承办检察官")
	case "reader":
		return T("宣告人")
	}
	return Of(hearing.Role(what))
}

// Faults names each fault of what was typed or imported, one a line.
func Faults(faults hearing.FieldErrors) string {
	lines := make([]string, len(faults))
	for i, f := range faults {
		lines[i] = Fault(f)
	}
	return Sentences(listed(lines), T("没有改动任何内容。"))
}

// listed puts one fault a line, and counts those that are too many to be read.
func listed(lines []string) string {
	const most = 20
	if n := len(lines); n > most {
		lines = append(lines[:most:most], T("还有 {{.N}} 处。", map[string]int{"N": n - most}))
	}
	head := ""
	if len(lines) > 1 {
		head = "\n"
	}
	return head + strings.Join(lines, "\n")
}

// Wrong says what is wrong with a field, beside which it stands.
func Wrong(f *hearing.FieldError) string {
	g := *f
	g.Path, g.Line = T("这里"), 0
	return Fault(&g)
}

// Fault names one.
func Fault(f *hearing.FieldError) string {
	values := map[string]any{"Line": f.Line, "Field": f.Path, "Value": f.Value, "Expect": f.Expect}
	at := f.Path
	if f.Line > 0 {
		at = strings.TrimSpace(T("第 {{.Line}} 行 {{.Field}}", values))
	}
	values["At"] = at
	switch f.Code {
	case "required":
		return T("{{.At}}：没有填写，请补上。", values)
	case "unknown":
		return T("{{.At}}：不认识“{{.Value}}”，应是 {{.Expect}} 之一。", values)
	case "order":
		return T("{{.At}}：结束不能早于开始。", values)
	case "early-reply", "early-service", "late-decision", "early-arrival", "returned", "no-paper", "not-in-grid", "struck", "reopened":
		return serviceFault(f.Code, values)
	case "ring":
		return T("{{.At}}：不能把自己填作上级，请另选。", values)
	case "range":
		return T("{{.At}}：“{{.Value}}”超出范围，应是 {{.Expect}}。", values)
	case "reference":
		return T("{{.At}}：没有编号为“{{.Value}}”的记录，请在数据包里补上它。", values)
	case "duplicate":
		return T("{{.At}}：“{{.Value}}”重复了。", values)
	case "overlap":
		return T("{{.At}}：“{{.Value}}”与别的席位重叠，请挪开。", values)
	case "negative":
		return T("{{.At}}：金额不能是负数，请改正。", values)
	case "payee":
		return T("{{.At}}：“{{.Value}}”不由本院发放履职保障费用，只有听证员和有专门知识的人。", values)
	case "long":
		return T("{{.At}}：太长，最多 {{.Expect}}。", values)
	case "early":
		return T("{{.At}}：{{.Value}} 太早，应不早于 {{.Expect}}。", values)
	case "unit":
		return T("{{.At}}：同一指标以前用“{{.Expect}}”计，这里写“{{.Value}}”，不能相加。请用同一个单位，或者另起一个指标名称。", values)
	case "undone":
		return T("{{.At}}：“{{.Value}}”还没有核查到“已整改”，不能销号。请先记一次核查。", values)
	case "drawn":
		return T("{{.At}}：抽选记录不能改动或者删去。请另作一次抽选，或者写明理由后作废。", values)
	case "sealed":
		return T("{{.At}}：本机上的这份笔录已经封存，数据包里却还有别的记录。请只用“更正”附在后面。", values)
	case "short":
		return T("{{.At}}：太短，至少 {{.Expect}} 个字。", values)
	case "weak":
		return T("{{.At}}：太容易猜，请不要只用数字、同一个字或者姓名。", values)
	case "encoding":
		return T("{{.At}}：不是 UTF-8 文字，请另存为 UTF-8。", values)
	case "syntax":
		return T("{{.At}}：JSON 写错了（{{.Value}}）。", values)
	}
	return T("{{.At}}：“{{.Value}}”写法不对，应如 {{.Expect}}。", values)
}
