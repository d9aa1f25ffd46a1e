package papers

import (
	"context"
	"path/filepath"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
)

// OwnSheets lists the titles of the office's own sheets for Word, which stand in
// no paper's place.
func (m *Model) OwnSheets() []string {
	var out []string
	for _, id := range m.Sessions {
		for _, f := range m.Dossiers[id].WordForms {
			if f.Paper == "" && f.Hash != "" && !slices.Contains(out, f.Title) {
				out = append(out, f.Title)
			}
		}
	}
	slices.Sort(out)
	return out
}

// SaveSheet saves one of the office's own sheets, once a session, into a folder
// and tells the files' names.
func (m *Model) SaveSheet(title, folder string, tell func(files []string)) {
	dossiers := make([]hearing.Dossier, len(m.Sessions))
	for i, id := range m.Sessions {
		dossiers[i] = m.Dossiers[id]
	}
	var files []string
	m.run.Do(func(context.Context) error {
		p, err := m.make()
		if err != nil {
			return err
		}
		for _, d := range dossiers {
			sheets, err := p.Sheets(d, dateOf(d, m.now()))
			if err != nil {
				return err
			}
			for _, s := range sheets {
				if s.Item.Title != title {
					continue
				}
				file := filepath.Join(folder, press.Names([]document.Item{s.Item}, press.Mark(d), press.DOCX)[0])
				text, err := s.File()
				if err == nil {
					err = writeWhole(file, text)
				}
				if err != nil {
					return err
				}
				files = append(files, file)
			}
		}
		return nil
	}, func(err error) {
		if err != nil {
			m.fail(err)
			return
		}
		tell(files)
	})
}
