package main

import (
	"errors"
	"fmt"
	"io"
	"syscall"

	"hearingdesk/ui/words"
)

// An output is where a verb writes its report. It remembers the first error, so
// that the many lines of a report need not ask each for itself.
type output struct {
	to  io.Writer
	err error
}

func (o *output) Write(b []byte) (int, error) {
	if o.err != nil {
		return 0, o.err
	}
	n, err := o.to.Write(b)
	if err != nil {
		o.err = fmt.Errorf("write output: %w", err)
	}
	return n, o.err
}

// code is a verb's exit code: one whose report did not come out whole has not
// done what it was asked for, and says so.
func (o *output) code(t terminal, code int) int {
	if o.err == nil {
		return code
	}
	why := o.err.Error()
	if errors.Is(o.err, syscall.ENOSPC) {
		why = words.T("磁盘已满")
	}
	fmt.Fprintln(t.err, words.T("输出的内容不完整：{{.Why}}。请腾出空间，或把输出改到别处。", map[string]string{"Why": why}))
	return max(code, exitRefused)
}
