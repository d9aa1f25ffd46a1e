package press_test

import (
	"fmt"
	"image"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
)

// returned are the papers that come back signed, and therefore bear a code:
// applications, receipts, reply slips, pledges, opinions. Of 07c and 07d it is
// the slip that comes back.
var returned = strings.Fields("01 02 05 07a 07b 07c 07d 07e 08 10a 10b 17 21 21b 22a 22b 22c 24 27 34 35")

// TestWhatComesBackFindsItsRow reads the code from a picture of each paper's
// last page, as a scanner of an office makes it: it is that paper's, and holds
// no name.
func TestWhatComesBackFindsItsRow(t *testing.T) {
	var seen []string
	for _, session := range examples {
		for _, r := range readings(t, session) {
			it := r.Item
			if slices.Contains(seen, it.Number) {
				continue
			}
			if !slices.Contains(returned, it.Number) {
				if strings.Contains(r.text, "文书编号") {
					t.Errorf("%s has a code; should it be in the list of what comes back?", it.Number)
				}
				continue
			}
			seen = append(seen, it.Number)
			want := hearing.PaperCode{Session: sessionID(t, session), Document: it.Number, Key: it.Key}
			text := scanned(t, r.Paper, 150)
			if code, ok := hearing.ReadPaperCode(text); !ok || code != want {
				t.Errorf("%s %s: the code says %q, want %q", it.Number, it.For, text, want)
			}
			if i := strings.IndexFunc(text, func(c rune) bool { return c > '~' }); i >= 0 {
				t.Errorf("%s: the code says more than IDs: %q", it.Number, text)
			}
		}
	}
	slices.Sort(seen)
	if !slices.Equal(seen, returned) {
		t.Errorf("codes were read on %v, want %v", seen, returned)
	}
}

// TestLongCodesAreRead scans a code with the IDs that a desk makes, the longest
// there are.
func TestLongCodesAreRead(t *testing.T) {
	const id = "6f1c2a34-58aa-4000-8b1e-0123456789ab"
	p := worked(t)
	for i := range p.Hearings {
		if p.Hearings[i].ID == "h-e2" {
			p.Hearings[i].ID = id
			p.Hearings[i].Participants[3].ID = id
		}
	}
	d := dossier(t, p, id)
	for _, it := range thePress().Plan(d) {
		if it.Key != id {
			continue
		}
		made, err := thePress().Make(d, document.Item{Number: it.Number, Key: id}, today)
		if err != nil {
			t.Fatal(err)
		}
		if got := scanned(t, made, 200); got != id+"/"+it.Number+"/"+id {
			t.Errorf("read %q", got)
		}
		return
	}
	t.Fatal("no paper for the participant")
}

func sessionID(t *testing.T, name string) hearing.ID {
	t.Helper()
	return variant(t, name).Session().ID
}

// scanned reads the code on a paper's last page, printed and scanned at a
// resolution.
func scanned(t *testing.T, p press.Paper, dpi int) string {
	t.Helper()
	out, last := filepath.Join(t.TempDir(), "scan"), fmt.Sprint(len(p.Pages))
	tool(t, "pdftoppm", "-r", fmt.Sprint(dpi), "-f", last, "-l", last, "-gray", "-png", "-singlefile", pdf(t, p), out)
	page := load(t, out+".png")
	// The lower quarter, as a scanner's program looks where codes stand.
	b := page.Bounds()
	foot := page.SubImage(image.Rect(b.Min.X, b.Max.Y*3/4, b.Max.X, b.Max.Y))
	bits, err := gozxing.NewBinaryBitmapFromImage(foot)
	if err != nil {
		t.Fatal(err)
	}
	found, err := qrcode.NewQRCodeReader().Decode(bits, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
	if err != nil {
		t.Errorf("%s %s: no code is read: %v", p.Item.Number, p.Item.For, err)
		return ""
	}
	return found.GetText()
}
