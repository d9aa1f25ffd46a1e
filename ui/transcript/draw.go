package transcript

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// MaySign reports whether a signature can be drawn: the transcript was given to
// read, nothing of it waits to be gone over, and it is not sealed.
func (m *Model) MaySign() bool {
	return m.Dossier.Hearing != nil && !m.Text.ReadAt().IsZero() && !m.Sealed() && len(m.Drafts()) == 0
}

// Sign puts a signature that was drawn under the text as it stands; done is called
// once it is on the disk. A text that was changed meanwhile is
// [hearing.ErrStale].
func (m *Model) Sign(who hearing.ID, drawn []hearing.Stroke, done func()) {
	if m.MaySign() {
		m.enter(hearing.TranscriptEntry{Act: hearing.ActSign, Signer: who, Strokes: drawn, Hash: m.Text.Sum()}, done)
	}
}

// MayUnsign reports whether it can be taken back that somebody signed: what was drawn
// is sealed with the text. On paper people sign afterwards.
func (m *Model) MayUnsign(who hearing.ID) bool {
	_, drawn := m.Text.Drawn(who)
	return !drawn || !m.Sealed()
}

// Unsign takes a signature back; a drawn one leaves its trace in the log.
func (m *Model) Unsign(who hearing.ID, done func()) {
	e, drawn := m.Text.Drawn(who)
	switch {
	case !m.MayUnsign(who):
	case !drawn:
		done()
	default:
		m.enter(hearing.TranscriptEntry{Act: hearing.ActSign, Signer: who, Undoes: e.ID}, done)
	}
}

// enter stores one entry.
func (m *Model) enter(e hearing.TranscriptEntry, done func()) {
	e.ID, e.At = m.id(), m.Text.After(m.now())
	session := m.Dossier.Hearing.ID
	m.run.Do(func(ctx context.Context) error { return m.desk.AddToTranscript(ctx, session, e) }, func(err error) {
		if err == nil {
			done()
		}
		m.filed(err)
	})
}

// draw is the dialog in which somebody signs.
func (v *view) draw(s Signer, set func(*hearing.Signature)) {
	if !v.m.MaySign() {
		v.sh.Say(words.T("交付校阅并核对完所有段落后，才能手写签名；已封存的不能再签。"))
		return
	}
	var d *dialog.CustomDialog
	ok := look.Primary(words.T("签名"), theme.ConfirmIcon(), nil)
	ok.Disable()
	var p *pad
	p = newPad(func() {
		if len(p.strokes) > 0 {
			ok.Enable()
		} else {
			ok.Disable()
		}
	})
	ok.OnTapped = func() {
		d.Hide()
		v.m.Sign(s.ID, p.strokes, func() { set(&hearing.Signature{On: v.s.Today()}) })
	}
	what := widget.NewLabel(words.T("以上笔录已阅（已向我宣读），与所说相符。"))
	hash := look.Hint(words.T("所签文本 SHA-256：{{.Hash}}…；此后文字改动，须重新签名。", map[string]string{"Hash": v.m.Text.Sum()[:16]}))
	again := look.Quiet(words.T("重写"), theme.ContentUndoIcon(), p.Clear)
	stop := look.Quiet(words.T("取消"), theme.CancelIcon(), func() { d.Hide() })
	size := fyne.NewSize(800, 200)
	body := container.NewVBox(what, container.NewGridWrap(size, p), hash, container.NewHBox(again, stop, ok))
	d = dialog.NewCustomWithoutButtons(s.Name, body, v.sh.Window)
	d.Show()
}

// drawnBy shows what somebody drew; nil where nobody did.
func (v *view) drawnBy(s Signer) fyne.CanvasObject {
	e, ok := v.m.Text.Drawn(s.ID)
	if !ok {
		return nil
	}
	if !v.m.Text.Stands(e) {
		why := look.Hint(words.T("签名后文字有改动，须重新签名"))
		why.Importance = widget.DangerImportance
		return why
	}
	return container.NewGridWrap(fyne.NewSize(160, 40), newDrawn(e.Strokes))
}
