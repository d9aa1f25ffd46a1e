package remind

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/words"
)

// pref is the preference of this computer that holds the hour.
const pref = "remind"

// hours are those that can be chosen.
var hours = []Hour{Off, 7*60 + 30, 8 * 60, 8*60 + 30, 9 * 60, 9*60 + 30, 10 * 60, 13*60 + 30, 14 * 60, 17 * 60}

// Chosen returns the hour that this computer was told.
func Chosen(p fyne.Preferences) Hour { return ParseHour(p.String(pref)) }

// NewSetting returns the choice of the hour, for the page of the settings; the
// watch hears of it through the preferences.
func NewSetting(p fyne.Preferences) *widget.Select {
	offered := slices.Clone(hours)
	now := Chosen(p)
	if !slices.Contains(offered, now) {
		offered = append(offered, now)
	}
	names := make([]string, len(offered))
	for i, h := range offered {
		names[i] = h.String()
		if h == Off {
			names[i] = words.T("不提醒")
		}
	}
	s := widget.NewSelect(names, nil)
	s.SetSelectedIndex(slices.Index(offered, now))
	s.OnChanged = func(name string) { p.SetString(pref, offered[slices.Index(names, name)].String()) }
	return s
}
