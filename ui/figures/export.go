package figures

import (
	"context"
	"strings"

	"hearingdesk/ui/words"
)

// export asks where to, and writes the figures that are shown: as CSV where the
// name says so, otherwise as XLSX.
func (p *Page) export() {
	shown, counter, pack := p.print(), p.counter(), p.pack
	name := strings.Join([]string{words.T("统计"), p.period.From.String(), p.period.To.String()}, " ") + ".xlsx"
	p.shell.Give(name, func(_ context.Context, name string) ([]byte, error) { return shown.File(name, counter, pack) }, nil)
}
