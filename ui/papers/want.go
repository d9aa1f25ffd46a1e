package papers

import (
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
)

// changeNotice is the number of the letter that tells of a change (听证工作规定,
// art. 10(2), (3)); of an announcement it is 21b.
const changeNotice = "21"

// Want ticks the papers of one form, and no others, once they are read, and
// looks at the first of them: a finding led here. A notice of change is wanted
// for those whose notices lost their validity. Where the session has none that
// is wanted, everything stays as it is.
func (m *Model) Want(number string) { m.want = number }

// prefer ticks what is wanted of the papers that are shown; once all of them are
// made, that is done with.
func (m *Model) prefer(again []hearing.ID) {
	wanted := func(s *Sheet) bool {
		switch {
		case m.want != changeNotice:
			return s.Number == m.want
		case !document.IsChange(s.Number):
			return false
		}
		// a unit that was only asked is told of every change
		return slices.Contains(again, hearing.ID(s.Key)) || m.dossierOf(s).Organisation(hearing.ID(s.Key)).ID != ""
	}
	if at := slices.IndexFunc(m.Sheets, wanted); m.want != "" && at >= 0 {
		for _, s := range m.Sheets {
			s.Ticked = wanted(s) && s.Ready()
			m.touched[s.key()] = true
		}
		m.Chosen = m.Sheets[at]
	}
	if m.Read {
		m.want = ""
	}
}
