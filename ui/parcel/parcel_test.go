package parcel

import (
	"context"
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/shown"
)

const (
	now  = "2023-07-18 09:00"
	said = "冬天的河" // what opens the bundles here
)

// post brings bundles of one desk to another, as the program does; what is sealed is
// opened by the passphrase 冬天的河.
type post struct {
	t     *testing.T
	to    *storage.Desk
	from  hearing.Bundle
	known bool
}

func (p *post) IsBundle(string) bool { return true }

func (p *post) OpenBundle(_ context.Context, _, passphrase string) (Letter, error) {
	if passphrase != said {
		return Letter{}, hearing.ErrPassphrase
	}
	return Letter{Bundle: p.from, Fingerprint: "3f2a-0b1c-99d0-7e42", Known: p.known}, nil
}

func (p *post) ReceiveBundle(ctx context.Context, l Letter, c hearing.Choices) (string, error) {
	p.known = true
	_, err := p.to.Receive(ctx, l.Bundle, c)
	return "收下了", err
}

func (p *post) SealBundle(_ context.Context, path, passphrase string) (string, error) {
	if passphrase == "" {
		return "", errors.New("no passphrase")
	}
	return path, nil
}

// apart are two desks that began alike; each changed the telephone of 林*, the post and
// the note of that person on one side only, and one deleted whom the other one changed.
func apart(t *testing.T) (mine, theirs *storage.Desk) {
	t.Helper()
	ctx := t.Context()
	mine, theirs = shown.Examples(t, now), shown.Empty(t, now)
	add := func(d *storage.Desk, p hearing.Person) {
		t.Helper()
		if _, err := d.SavePerson(ctx, p); err != nil {
			t.Fatal(err)
		}
	}
	add(mine, hearing.Person{ID: "p-spare", Name: "程建军"})
	b, err := mine.Bundle(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := theirs.Receive(ctx, b, hearing.Choices{}); err != nil {
		t.Fatal(err)
	}
	for d, phone := range map[*storage.Desk]string{mine: "0531-0001", theirs: "0531-0002"} {
		p, err := d.Person(ctx, "p-lin")
		if err != nil {
			t.Fatal(err)
		}
		p.Phone = phone
		if d == mine {
			p.Note = "本机的备注"
		} else {
			p.Post = "科长"
		}
		add(d, p)
	}
	spare, err := mine.Person(ctx, "p-spare")
	if err != nil {
		t.Fatal(err)
	}
	spare.Phone = "0531-0003"
	add(mine, spare)
	spare, err = theirs.Person(ctx, "p-spare")
	if err != nil {
		t.Fatal(err)
	}
	if err := theirs.DeletePerson(ctx, "p-spare", spare.Version); err != nil {
		t.Fatal(err)
	}
	return mine, theirs
}

// TestABundleIsTakenInTheWindow asks for the passphrase, compares the fingerprint, shows
// both values where both desks changed the same, and merges what was chosen; the second
// time it changes nothing.
func TestABundleIsTakenInTheWindow(t *testing.T) {
	ctx := t.Context()
	mine, theirs := apart(t)
	b, err := theirs.Bundle(ctx)
	if err != nil {
		t.Fatal(err)
	}
	b.From = "云岭市人民检察院 吴敏"
	sh, _ := shown.Shell(t, now)
	shown.Show(sh, container.NewStack())
	done := ""
	taking := Taking{Shell: sh, From: &post{t: t, to: mine, from: b}, Desk: mine, Done: func(s string) { done = s }, Fail: func(err error) { t.Error(err) }}
	taking.Start("all.hdb")
	fill(t, sh.Window, "夏天的河")
	tap(t, sh.Window, "打开")
	fill(t, sh.Window, "冬天的河")
	tap(t, sh.Window, "打开")
	shown.Picture(t, sh.Window, "parcel-fingerprint")
	tap(t, sh.Window, "一致，收下")
	shown.Picture(t, sh.Window, "parcel-conflicts")
	if b := button(t, sh.Window, "按所选的导入"); !b.Disabled() {
		t.Error("it can be merged before anything is chosen")
	}
	tap(t, sh.Window, "全部用本机的")
	press(t, sh.Window, "0531-0002")
	shown.Picture(t, sh.Window, "parcel-chosen")
	tap(t, sh.Window, "按所选的导入")
	p, err := mine.Person(ctx, "p-lin")
	if err != nil || p.Phone != "0531-0002" || p.Note != "本机的备注" || p.Post != "科长" || done != "收下了" {
		t.Errorf("it is %+v, said %q, %v", p, done, err)
	}
	if p, err := mine.Person(ctx, "p-spare"); err != nil || p.Phone != "0531-0003" {
		t.Errorf("who was to stay is %+v, %v", p, err)
	}
	before, done := last(t, mine), ""
	taking.Done = func(s string) { done = s }
	taking.Start("all.hdb")
	fill(t, sh.Window, "冬天的河")
	tap(t, sh.Window, "打开")
	if done == "" || last(t, mine) != before {
		t.Error("the second time it asks or changes something")
	}
}

func last(t *testing.T, d *storage.Desk) int64 {
	t.Helper()
	all, err := d.Recent(t.Context(), 1)
	if err != nil || len(all) == 0 {
		t.Fatal(err)
	}
	return all[0].Seq
}

// TestABundleIsGiven asks twice for the passphrase.
func TestABundleIsGiven(t *testing.T) {
	sh, _ := shown.Shell(t, now)
	shown.Show(sh, container.NewStack())
	done := ""
	Giving{Shell: sh, To: &post{t: t}, Done: func(file, _ string) { done = file }, Fail: func(err error) { t.Error(err) }}.
		Start(func() (string, error) { return "all.hdb", nil })
	tap(t, sh.Window, "导出")
	fill(t, sh.Window, "冬天的河", "夏天的河")
	tap(t, sh.Window, "导出")
	shown.Picture(t, sh.Window, "parcel-give")
	if done != "" {
		t.Error("it was written with two passphrases")
	}
	fill(t, sh.Window, "冬天的河", "冬天的河")
	tap(t, sh.Window, "导出")
	if done != "all.hdb" {
		t.Errorf("wrote %q", done)
	}
}

func overlay(w fyne.Window, tell func(fyne.CanvasObject)) {
	shown.Walk(w.Canvas().Overlays().Top(), tell)
}

func fill(t *testing.T, w fyne.Window, texts ...string) {
	t.Helper()
	overlay(w, func(o fyne.CanvasObject) {
		if e, ok := o.(*widget.Entry); ok && len(texts) > 0 {
			e.SetText(texts[0])
			texts = texts[1:]
		}
	})
	if len(texts) > 0 {
		t.Fatalf("no field for %q", texts)
	}
}

func button(t *testing.T, w fyne.Window, text string) (found *widget.Button) {
	t.Helper()
	overlay(w, func(o fyne.CanvasObject) {
		if b, ok := o.(*widget.Button); ok && b.Text == text {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("no button %q", text)
	}
	return found
}

func tap(t *testing.T, w fyne.Window, text string) {
	t.Helper()
	test.Tap(button(t, w, text))
}

// press chooses the value that reads so.
func press(t *testing.T, w fyne.Window, text string) {
	t.Helper()
	var at, found fyne.Tappable
	overlay(w, func(o fyne.CanvasObject) {
		if p, ok := o.(fyne.Tappable); ok {
			if _, is := o.(*widget.Button); !is {
				at = p
			}
		}
		if l, ok := o.(*widget.Label); ok && l.Text == text {
			found = at
		}
	})
	if found == nil {
		t.Fatalf("nothing reads %q", text)
	}
	test.Tap(found)
}
