package transcript

import (
	"hearingdesk/hearing"
	"hearingdesk/hearing/roster"
	"hearingdesk/hearing/transcript"
	"hearingdesk/ui/words"
)

// Bookmarks is a table of the passages with their places in the recordings, by
// which what was said is found in them.
func Bookmarks(d hearing.Dossier, text *transcript.Text) roster.Sheet {
	var out roster.Sheet
	line := func(values ...string) {
		var r roster.Row
		for _, v := range values {
			r.Cells = append(r.Cells, roster.Cell{Text: v})
		}
		out.Rows = append(out.Rows, r)
	}
	line(words.T("录音录像"), words.T("光盘编号"), words.T("位置"), words.T("时间"), words.T("发言人"), words.T("内容"))
	if d.Hearing == nil {
		return out
	}
	zone := words.Zone()
	if d.Zone != nil {
		zone = d.Zone
	}
	for _, b := range text.Bookmarks(*d.Hearing) {
		at := ""
		if b.Recording.ID != "" {
			at = transcript.Stamp(b.At)
		}
		line(b.Recording.Name, b.Recording.Disc, at, b.Line.At.In(zone).Format("2006-01-02 15:04:05"), Called(d, b.Line.Speaker), b.Line.Text)
	}
	return out
}

// place says where a moment is found in the recordings; empty where it is not.
func place(h *hearing.Hearing, u hearing.Utterance) string {
	if h == nil {
		return ""
	}
	r, at, ok := h.Bookmark(u.At)
	if !ok {
		return ""
	}
	name := r.Called()
	if name == "" {
		name = words.T("录音录像")
	}
	return name + " " + transcript.Stamp(at)
}
