package words

import "hearingdesk/hearing"

// Kind names a kind of record, as changes and imports call it.
func Kind(kind string) string {
	if t, ok := map[string]hearing.Term{
		"organisation": {Zh: "单位", En: "organisation"},
		"person":       {Zh: "人员", En: "person"},
		"room":         {Zh: "场所", En: "room"},
		"case":         {Zh: "案件", En: "case"},
		"hearing":      {Zh: "听证会", En: "hearing"},
		"announcement": {Zh: "宣告送达", En: "announcement session"},
		"instrument":   {Zh: "法律文书", En: "instrument"},
		"office":       {Zh: "本院", En: "our office"},
		"paper":        {Zh: "文书", En: "paper"},
		"number":       {Zh: "文号", En: "document number"},
		"transcript":   {Zh: "听证笔录", En: "transcript"},
		"form":         {Zh: "文书文本", En: "form text"},
		"scan":         {Zh: "归卷材料", En: "filed paper"},
		"enclosure":    {Zh: "附件", En: "enclosure"},
		"wordform":     {Zh: "Word 表单", En: "Word form"},
		"clue":         {Zh: "线索", En: "clue"},
		"patrol":       {Zh: "巡查", En: "patrol"},
		"package":      {Zh: "数据包", En: "package"},
		"lock":         {Zh: "备份口令", En: "passphrase of backups"},
		"file":         {Zh: "文件", En: "file"},
		"account":      {Zh: "账号", En: "account"},
		"print":        {Zh: "文书打印", En: "printing"},
	}[kind]; ok {
		return in(t)
	}
	return kind
}

// access are the verbs of what accounts do, see [hearing.LogIn].
var access = map[string]hearing.Term{
	hearing.LogIn:      {Zh: "登录", En: "logged in: "},
	hearing.LogInWrong: {Zh: "口令错误", En: "wrong password: "},
	hearing.LogInShut:  {Zh: "因口令多次错误锁定", En: "locked out: "},
	hearing.LockDesk:   {Zh: "锁屏", En: "locked the window: "},
	hearing.NewSecret:  {Zh: "换口令", En: "new password: "},
	hearing.Recovered:  {Zh: "用恢复码登录", En: "recovered: "},
	hearing.PrintCode:  {Zh: "打印恢复码：", En: "printed a recovery code: "},
	hearing.OpenRecord: {Zh: "打开不公开的", En: "opened, not public: "},
	hearing.Overrode:   {Zh: "录入审批或例外：", En: "entered an approval or override: "},
}

// Change says what one change did: 修改听证会“…”.
func Change(c hearing.Change) string {
	verb := hearing.Term{Zh: "修改", En: "changed"}
	switch {
	case c.Action == "number":
		verb = hearing.Term{Zh: "取", En: "took"}
	case c.Action == "void":
		verb = hearing.Term{Zh: "作废", En: "voided"}
	case c.Action == "range":
		verb = hearing.Term{Zh: "设号段的", En: "set the range of"}
	case c.Action == "read":
		verb = hearing.Term{Zh: "交付校阅", En: "gave to read: "}
	case c.Action == "sign":
		verb = hearing.Term{Zh: "手写签名：", En: "signed by hand: "}
	case c.Action == "seal":
		verb = hearing.Term{Zh: "封存", En: "sealed"}
	case c.Action == "view":
		verb = hearing.Term{Zh: "查看", En: "viewed"}
	case c.Action == "take":
		verb = hearing.Term{Zh: "导出", En: "took a copy of"}
	case c.Action == hearing.TakePackage:
		verb = hearing.Term{Zh: "导出数据包：", En: "wrote a package: "}
	case c.Action == hearing.SetLock:
		verb = hearing.Term{Zh: "设置", En: "set "}
	case c.Action == hearing.EncryptFile:
		verb = hearing.Term{Zh: "加密", En: "encrypted the "}
	case c.Action == hearing.DecryptFile:
		verb = hearing.Term{Zh: "解除加密：", En: "no longer encrypted: "}
	case c.Action == hearing.NewPassphrase:
		verb = hearing.Term{Zh: "换口令：", En: "new passphrase of the "}
	case c.Action == hearing.TrustDesk:
		verb = hearing.Term{Zh: "信任", En: "trusts, for "}
	case c.Action == hearing.AdoptRecord:
		verb = hearing.Term{Zh: "登记已有的", En: "took over "}
	case access[c.Action].Zh != "":
		verb = access[c.Action]
	case c.Action == "merge" && len(c.After) == 0:
		verb = hearing.Term{Zh: "并入另一条：", En: "merged into another: "}
	case c.Action == "merge":
		verb = hearing.Term{Zh: "合并时修改", En: "merged, and changed "}
	case c.Action == "rescue":
		verb = hearing.Term{Zh: "救出", En: "rescued"}
	case len(c.Before) == 0:
		verb = hearing.Term{Zh: "新建", En: "new"}
	case len(c.After) == 0:
		verb = hearing.Term{Zh: "删除", En: "deleted"}
	case c.Action == "import":
		verb = hearing.Term{Zh: "导入", En: "imported"}
	}
	if c.Action == "import" && c.Together > 1 {
		verb = hearing.Term{Zh: "导入", En: "imported"}
	}
	values := map[string]any{"Verb": in(verb), "Kind": Kind(c.Kind), "Name": c.Name, "N": c.Together}
	if c.Kind == hearing.NounAccount && c.Name == "" {
		values["Name"] = T("没有这个账号")
	}
	if c.Together > 1 {
		return T("{{.Verb}}{{.Kind}}“{{.Name}}”等 {{.N}} 条", values)
	}
	return T("{{.Verb}}{{.Kind}}“{{.Name}}”", values)
}

// Holiday names a rest day of the holiday table, 国庆节; one that the desk does
// not know keeps the table's name.
func Holiday(name string) string {
	if t, ok := map[string]hearing.Term{
		"元旦节":   {Zh: "元旦", En: "New Year's Day"},
		"春节":    {Zh: "春节", En: "Spring Festival"},
		"清明节":   {Zh: "清明节", En: "Qingming"},
		"劳动节":   {Zh: "劳动节", En: "Labour Day"},
		"端午节":   {Zh: "端午节", En: "Dragon Boat"},
		"中秋节":   {Zh: "中秋节", En: "Mid-Autumn"},
		"国庆节":   {Zh: "国庆节", En: "National Day"},
		"国庆中秋":  {Zh: "国庆节、中秋节", En: "National Day, Mid-Autumn"},
		"抗战胜利日": {Zh: "抗战胜利日", En: "Victory Day"},
	}[name]; ok {
		return in(t)
	}
	return name
}
