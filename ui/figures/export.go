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
	p.shell.Give(shown.Name()+".xlsx", func(ctx context.Context, name string) ([]byte, error) {
		data, err := shown.File(name, counter, pack)
		if err == nil {
			err = p.desk.NoteExport(ctx, shown.Name()) // noted first: what cannot be noted is not given out
		}
		return data, err
	}, nil)
}

// Name is what the figures are called where they are given out.
func (p Print) Name() string {
	return strings.Join([]string{words.T("统计"), p.Report.From.String(), p.Report.To.String()}, " ")
}
