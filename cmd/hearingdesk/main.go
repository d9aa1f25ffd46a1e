// Command hearingdesk (听证台) schedules hearings and announcement sessions of a
// people's procuratorate, records who takes part and what came of it, and
// prints every paper. Without a verb it opens the window; each verb works with
// no display. See README.md for an example of each.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	_ "time/tzdata" // the zones are part of the program: an offline machine may have none

	"hearingdesk/ui/words"
)

// The exit codes of every verb.
const (
	exitDone    = 0
	exitRefused = 1 // refused by a rule, or bad data
	exitUsage   = 2
)

// errRefused ends a verb that has already said on its own what is wrong.
var errRefused = errors.New("refused")

// usageError is a wrong use of the command line, with what would be right.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

// A terminal is where a verb reads and writes.
type terminal struct {
	out, err io.Writer
	env      func(string) string
	ask      func(prompt string) (string, error) // what is typed is not shown; nil: nobody is there to be asked
}

// A verb is one command of the command line.
type verb struct {
	name string
	args string // what follows the name, for the usage line
	help string // key of the sentence that says what it does
	run  func(context.Context, terminal, *flag.FlagSet, []string) error
}

func verbs() []verb {
	return []verb{
		{"demo", "-db FILE [-article | -size N [-at D]]", "新建一个装有示例的工作台文件；-article 装入一篇报道所统计的那一年，-size 编造有 N 场听证会的工作台，-at 是它的“今天”", demo},
		{"import", "-db FILE PACKAGE.json|RULES.json|HOLIDAYS.csv|FORM.txt | [-as KIND] [-sheet NAME] [-skip] [-dry] ROSTER.xlsx|ROSTER.csv | [-prefer mine|theirs] [-trust] BUNDLE", "导入数据包、本院规则、放假安排、文书文本或人员名册；有一处错误就全部不导入。名册：-as 说明是哪类人员，-skip 略过有错的行，-dry 只预览。别的工作台的交换包逐项合并：-prefer 说明两边都改的以哪边为准，-trust 核对指纹以后收下", importFile},
		{"export", "-db FILE [-session ID] [-open] -o PACKAGE.json | -roster KIND [-full] -o ROSTER.xlsx|ROSTER.csv | -audit [-session ID] -o LOG.xlsx|LOG.csv | -parquet FOLDER | -seal [-open] [-session ID] -o BUNDLE", "导出数据包，或把一类人员导出为名册；证件号码只留首尾，-full 写全；-audit 导出谁在何时改了什么、印了什么，每行带校验值；-parquet 把全部统计明细写成 Parquet，不含姓名，供 DuckDB、Spark、Doris 汇总；-seal 导出签名并加密的交换包，口令在环境变量 HEARINGDESK_PASSPHRASE 里；-open 不加密，往另一个磁盘写数据包也要它", export},
		{"check", "-db FILE [-session ID] [-at TIME] [-explain] [-json]", "按规则检查，列出每一项发现；-explain 逐步说明期限怎样算出", check},
		{"due", "-db FILE [-at TIME] [-json | -ics]", "按日列出逾期、到期和待办的事；-ics 供手机或 Outlook 日历导入", due},
		{"draw", "-db FILE -session ID -n 3 [-alternates 2] [-quota law=1,expert=1] [-seed VALUE -witness NAME] [-exclude ID=time:WHY,...] [-strict] [-take] [-dry] | -session ID -export RECORD.json | -verify RECORD.json|-session ID", "随机抽选听证员并留下可以重算的记录；-export 导出记录，-verify 重算并指出不一致之处", drawOfficers},
		{"scan", "-db FILE [-session ID -kind 27 [-for KEY]] SCAN.pdf|PAGE.png... | [-session ID] | -take SCAN -o FILE | -remove SCAN", "把签名后扫描的文书归入案卷，按二维码或 -kind 找到所属文书；不给文件时列出案卷里已有和还缺的材料；-take 导出一份，-remove 移出", scan},
		{"documents", "-db FILE [-session ID] [-kind 06,07a,...] -o DIR [-format pdf|docx] [-print QUEUE | -word FORM.docx] [-at TIME] [-number] | -day D [-by room|presider] | -plan|-prints [-json] | -from D [-to D] [-due] -print QUEUE | -reprint N -o FILE|-print QUEUE | -resume [-unsure out|again]|-drop | -forms | -form 07a -export FILE|-reset | -bundle INSTRUMENT -o FILE.pdf", "生成文书，并可送往打印机；-word 填写本院自己的 Word 表单，-number 先取文号；-day 生成某日的当日安排；-plan 列出要印什么、为何要印，-due 只印还要印的，-reprint 原样再印一次，-resume 接着打没打完的一批；-forms 列出文书文本，-form 导出一份或恢复原文；-bundle 把一份检察建议的建议书、回证、回复和跟进记录装订成一个 PDF", documents},
		{"transcript", "-db FILE -session ID [-start TIME] -format srt|txt|csv|json [-recording N|NAME] -o FILE | -import FILE.srt|FILE.txt", "导出笔录，srt 可与录音录像一起播放，-recording 只写其中一份录音录像的，csv 列出每段在录音录像中的位置；-import 把语音识别的文字稿导入为待核对的段落，-start 是录音开始的时间", writeDown},
		{"stats", "-db FILE -from D -to D [-against year|before|D..D] [-percent] [-half-up] [-json | -xlsx FILE | -csv FILE | -paper FILE.pdf|FILE.docx] | -shares 231=38%,181=29% [-json]", "统计一段时间的听证和送达，-against 与上年同期、上一期或另一段时间比较，-percent 占比取整数，-half-up 各自四舍五入，-xlsx、-csv 存为表格，-paper 存为统计表；或由数和比例推算总数", stats},
		{"compare", "-a FILE -b FILE -key COLUMN=COLUMN[,...] [-match exact|trim|fuzzy] [-diff COLUMN=COLUMN,...] [-only KIND,...] [-o OUT.xlsx|OUT.csv] [-json] [-db FILE -clues]", "按键值比对两个表格（XLSX 或 CSV），列出只在一边、内容不同和重复的行；-clues 把结果登记为线索", compareLists},
		{"search", "-db FILE [-json] QUERY", "按名称、拼音首字母、单位、案号或电话查找", search},
		{"backup", "-db FILE [-o FOLDER] [-seal]", "备份到文件夹，使用中也可以；备份经过核验。不写 -o 时，备份到文件旁的 .backups 文件夹；在另一个磁盘上的文件夹里加密，-seal 在本磁盘上也加密", backup},
		{"passphrase", "-db FILE [-file]", "设置备份口令，离开本机的备份都用它加密；-file 换加密文件的口令。显示恢复码，只显示这一次", setPassphrase},
		{"encrypt", "-db FILE", "加密整个文件，连同旁边的扫描件和备份；以后打开要文件口令。显示恢复码，只显示这一次；口令和恢复码都丢了，谁也打不开", encrypt},
		{"decrypt", "-db FILE", "解除文件的加密；加密期间做的备份仍是加密的", decrypt},
		{"restore", "-db FILE [-dry] BACKUP", "用备份恢复；原来的文件另存。-dry 只列出恢复会改变什么。加密的备份用口令或恢复码打开", restore},
		{"verify", "-db FILE|BACKUP", "检查文件或备份是否完好，指出损坏之处", verify},
		{"rescue", "-db DAMAGED -o NEW.db", "把损坏的文件里还读得出来的内容救到一个新文件里，指出没有救出的", rescue},
		{"schema", "", "输出数据包的 JSON Schema", schema},
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	out := &output{to: os.Stdout}
	t := terminal{out: out, err: os.Stderr, env: os.Getenv, ask: asking()}
	code := out.code(t, run(ctx, t, os.Args[1:]))
	stop()
	os.Exit(code)
}

// run is the whole command line: it picks the verb, runs it, and turns its
// error into one sentence in the user's language and an exit code.
func run(ctx context.Context, t terminal, args []string) int {
	if err := words.Use(language(t.env)); err != nil {
		fmt.Fprintln(t.err, err) // the Chinese of the code itself remains
	}
	ctx, args, err := withUser(ctx, t, args)
	if err != nil {
		return finish(t, "", err)
	}
	if len(args) == 0 || strings.HasPrefix(args[0], "-") && args[0] != "-h" && args[0] != "--help" && args[0] != "-help" {
		return finish(t, "", window(ctx, t, args))
	}
	for _, v := range verbs() {
		if v.name == args[0] {
			flags := flag.NewFlagSet(v.name, flag.ContinueOnError)
			flags.SetOutput(io.Discard)
			return finish(t, v.name, v.run(ctx, t, flags, args[1:]))
		}
	}
	if args[0] == "help" || strings.HasPrefix(args[0], "-") {
		usage(t.out)
		return exitDone
	}
	fmt.Fprintln(t.err, words.T("没有“{{.Verb}}”这个命令。", map[string]string{"Verb": args[0]}))
	usage(t.err)
	return exitUsage
}

func finish(t terminal, name string, err error) int {
	var wrong usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errRefused):
		return exitRefused
	case errors.Is(err, flag.ErrHelp):
		usageOf(t.out, name)
		return exitDone
	case errors.As(err, &wrong):
		fmt.Fprintln(t.err, wrong.text)
		usageOf(t.err, name)
		return exitUsage
	}
	fmt.Fprintln(t.err, words.Error(err))
	return exitRefused
}

// usage lists every verb.
func usage(w io.Writer) {
	fmt.Fprintln(w, "hearingdesk [-db FILE]")
	fmt.Fprintln(w, "    "+words.T("打开窗口"))
	fmt.Fprintln(w, "    "+words.T("工作台设有账号时，各命令用 -user 姓名 登录，口令在环境变量 {{.Name}} 里，或在终端里输入；backup、verify、restore、rescue 不显示内容，不用登录", map[string]string{"Name": passwordVariable}))
	fmt.Fprintln(w, "    "+words.T("文件加密时，文件口令或恢复码在环境变量 {{.Name}} 里，或在终端里输入", map[string]string{"Name": fileVariable}))
	for _, v := range verbs() {
		fmt.Fprintf(w, "hearingdesk %s %s\n    %s\n", v.name, v.args, words.T(v.help))
	}
}

func usageOf(w io.Writer, name string) {
	for _, v := range verbs() {
		if v.name == name {
			fmt.Fprintf(w, "hearingdesk %s %s\n    %s\n", v.name, v.args, words.T(v.help))
			return
		}
	}
	usage(w)
}

// parse reads a verb's flags and checks the number of its arguments.
func parse(flags *flag.FlagSet, args []string, least, most int) error {
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return usageError{err.Error()}
	}
	if n := flags.NArg(); n < least || n > most {
		return usageError{words.T("参数个数不对。")}
	}
	return nil
}

// language is English when the environment asks for it, else Chinese.
func language(env func(string) string) string {
	for _, key := range []string{"HEARINGDESK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := env(key); v != "" {
			if strings.HasPrefix(v, "en") {
				return "en"
			}
			return "zh"
		}
	}
	return "zh"
}
