package papers

import (
	"context"
	"errors"

	"hearingdesk/hearing/document/batch"
	"hearingdesk/hearing/document/layout"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/ui/words"
)

// stepWords says how far a paper is, in a word or two; nothing while nothing is
// done with it.
func stepWords(s batch.Step) string {
	switch s.Stage {
	case batch.Waiting:
		return words.T("等待")
	case batch.AtPrinter:
		if why, _ := Reason(s.State.Reason); why != "" {
			return why
		}
		return Phase(s.State.Phase)
	case batch.Out:
		return words.T("已打印")
	case batch.Saved:
		return words.T("已存为文件")
	case batch.Failed:
		return words.T("未打印")
	case batch.Dropped:
		return words.T("已停止")
	case batch.Left:
		return words.T("已交打印机")
	case batch.Unsure:
		return words.T("不知是否打出")
	}
	return ""
}

// Phase says how far a job is.
func Phase(p printing.Phase) string {
	switch p {
	case printing.Pending:
		return words.T("排队中")
	case printing.Processing:
		return words.T("打印中")
	case printing.Stopped:
		return words.T("已停下")
	case printing.Done:
		return words.T("已打印")
	case printing.Cancelled:
		return words.T("已在打印机上取消")
	case printing.Aborted:
		return words.T("打印出错")
	}
	return words.T("已交打印机")
}

// Reason says what keeps a printer from printing, and what to do about it.
func Reason(r printing.Reason) (what, next string) {
	switch r {
	case printing.OutOfPaper:
		return words.T("缺纸"), words.T("请装入 A4 纸，装好后会接着打印。")
	case printing.PaperJam:
		return words.T("卡纸"), words.T("请打开打印机取出卡住的纸，合上后会接着打印。")
	case printing.OutOfToner:
		return words.T("墨粉用尽"), words.T("请换墨粉盒，换好后会接着打印。")
	case printing.DoorOpen:
		return words.T("机盖未关"), words.T("请关好打印机的盖子。")
	case printing.Offline:
		return words.T("打印机未连接"), words.T("请检查打印机的电源和连线，连上后会接着打印。")
	case printing.Paused:
		return words.T("打印机已暂停"), words.T("请在系统的打印机设置里恢复它，或换一台打印机。")
	case printing.Faulty:
		return words.T("打印机报错"), words.T("请看打印机面板上的提示并处理。")
	}
	return "", ""
}

// Stopped says why a printer stands still and what to do next.
func Stopped(s printing.State) string {
	what, next := Reason(s.Reason)
	if what == "" {
		what, next = words.T("打印机已停下"), words.T("请到打印机旁查看。")
	}
	if s.Message != "" {
		what += words.T("（{{.Message}}）", map[string]string{"Message": s.Message})
	}
	return words.T("{{.What}}：{{.Next}}", map[string]string{"What": what, "Next": next})
}

// trouble pairs the errors of printing with what the user is told.
func trouble() []fault {
	return []fault{
		{printing.ErrNoSystem, words.T("这台电脑没有安装打印系统。请安装 CUPS（软件包 cups-client）后点“刷新”，或先存为 PDF。")},
		{printing.ErrNoScheduler, words.T("打印服务没有运行。请启动打印服务后点“刷新”，或先存为 PDF。")},
		{printing.ErrNoQueue, words.T("这台电脑没有设置打印机。请在系统设置里添加打印机后点“刷新”，或先存为 PDF。")},
		{printing.ErrUnknownQueue, words.T("没有这台打印机，它可能已改名或移除。请点“刷新”后另选一台。")},
		{printing.ErrRejecting, words.T("这台打印机现在不接受打印。请在系统的打印机设置里恢复它，或另选一台。")},
		{printing.ErrTimeout, words.T("打印系统没有回应。请检查打印机和网络后再打印。")},
		{printing.ErrUnknownJob, words.T("打印系统已不知道这份的下落。请到打印机旁查看是否已打出。")},
		{batch.ErrUnsure, words.T("打印系统已不知道这份的下落。请到打印机旁查看是否已打出。")},
		{batch.ErrLeft, words.T("已交打印机，没有等到它打完。请到打印机旁查看。")},
		{layout.ErrUnreadable, words.T("留存的文书读不出来，不能原样再印。请按现在的事实重新打印。")},
		{errNotKept, words.T("这次打印没有留存原样：它在有留存以前打印，或由 Word 表单填成。请按现在的事实重新打印。")},
		{context.Canceled, words.T("已停止，没有送往打印机。")},
	}
}

// A fault is an error with what the user is told of it.
type fault struct {
	err  error
	text string
}

// Explain says why a paper was not printed, and what to do next.
func Explain(err error) string {
	var ended *batch.EndError
	if errors.As(err, &ended) {
		if ended.State.Phase == printing.Cancelled {
			return words.T("已在打印机上取消。需要时请再打印一次。")
		}
		if ended.State.Reason != printing.NoReason {
			return Stopped(ended.State)
		}
		return words.T("打印机没有打出这一份。请查看打印机后再打印一次。")
	}
	for _, t := range trouble() {
		if errors.Is(err, t.err) {
			return t.text
		}
	}
	return words.Error(err)
}
