package press_test

import (
	"context"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/press"
)

// A shelf keeps papers by their hash.
type shelf map[string][]byte

func (s shelf) Content(_ context.Context, hash string) ([]byte, error) {
	if data, ok := s[hash]; ok {
		return data, nil
	}
	return nil, hearing.ErrNotFound
}

// TestAPlanSaysWhyAPaperIsPrinted prints the papers of a hearing, moves it to
// another room, and asks the plan.
func TestAPlanSaysWhyAPaperIsPrinted(t *testing.T) {
	d := dossier(t, worked(t), "h-e2")
	p, s := thePress(), shelf{}
	var prints []hearing.Print
	for i, n := range p.Needs(d, nil, "06", "07a", "12", "13") {
		if p.Judge(t.Context(), n, d, today, s); n.Why != press.WhyNew || !n.Due() || n.Err != nil {
			t.Fatalf("%s before the first print: %s, %v", n.Name(), n.Why, n.Err)
		}
		data := packed(t, n.Paper)
		pr := hearing.Print{N: int64(i + 1), Session: "h-e2", Document: n.Number, Key: n.Key, For: n.For, Hash: n.Paper.Hash, To: "PDF", Day: today, At: time.Now()}
		if n.Number != "13" { // from before papers were kept
			pr.Content = hearing.HashOf(data)
			s[pr.Content] = data
		}
		prints = append(prints, pr)
	}
	prints = append(prints, hearing.Print{N: 99, Document: "07a", Key: "who-left", For: "程旧人", To: "PDF"})
	h := *d.Hearing
	room := d.Rooms[h.Room]
	room.Name = "第二听证室"
	d.Hearing, d.Rooms[h.Room] = &h, room
	for _, n := range p.Needs(d, prints, "06", "07a", "12", "13") {
		p.Judge(t.Context(), n, d, today.AddDays(5), s)
		switch {
		case n.Key == "who-left":
			if n.Why != press.WhyGone || n.Due() || n.Ready() || n.Title != "听证会通知书" || len(n.Prints) != 1 {
				t.Errorf("of who left: %+v", n)
			}
		case n.Number == "12":
			if n.Why != press.WhySame || n.Due() || len(n.Changes) > 0 {
				t.Errorf("the rules of the house: %s, %+v", n.Why, n.Changes)
			}
		case n.Number == "13":
			if n.Why != press.WhyChanged || len(n.Changes) > 0 {
				t.Errorf("of what was not kept: %s, %+v", n.Why, n.Changes)
			}
		default:
			if n.Why != press.WhyChanged || len(n.Changes) != 1 || n.Changes[0].Key != "hearing.place" || n.Changes[0].Label != "听证地点" {
				t.Errorf("%s: %s, %+v", n.Name(), n.Why, n.Changes)
			}
		}
	}
}
