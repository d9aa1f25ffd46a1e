package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"hearingdesk/hearing/document/printing"
	"hearingdesk/ui/words"
)

// hasPrinter holds that the printer is there.
func (o order) hasPrinter(ctx context.Context, t terminal) error {
	queues, err := printing.System().Queues(ctx)
	if err != nil {
		return printTrouble(t, o.queue, err)
	}
	var names []string
	for _, q := range queues {
		names = append(names, q.Name)
	}
	if slices.Contains(names, o.queue) {
		return nil
	}
	if len(names) == 0 {
		return printTrouble(t, o.queue, printing.ErrNoQueue)
	}
	fmt.Fprintln(t.err, words.T("没有打印机“{{.Queue}}”，文书没有生成。现有：{{.All}}。", map[string]string{"Queue": o.queue, "All": words.List(names)}))
	return errRefused
}

// printTrouble says why nothing can be printed, and ends the verb.
func printTrouble(t terminal, queue string, err error) error {
	name := map[string]string{"Queue": queue}
	switch {
	case errors.Is(err, printing.ErrNoQueue), errors.Is(err, printing.ErrUnknownQueue):
		fmt.Fprintln(t.err, words.T("没有打印机“{{.Queue}}”。请先在系统里添加打印机，或去掉 -print 只存文件。", name))
	case errors.Is(err, printing.ErrNoSystem), errors.Is(err, printing.ErrNoScheduler):
		fmt.Fprintln(t.err, words.T("打印服务没有安装或没有运行，不能送往“{{.Queue}}”。请启动打印服务，或去掉 -print 只存文件。", name))
	case errors.Is(err, printing.ErrRejecting):
		fmt.Fprintln(t.err, words.T("打印机“{{.Queue}}”不接受任务。请启用它，或换一台。", name))
	case errors.Is(err, printing.ErrTimeout):
		fmt.Fprintln(t.err, words.T("打印服务没有回应，不能送往“{{.Queue}}”。请稍后再试。", name))
	default:
		return err
	}
	return errRefused
}
