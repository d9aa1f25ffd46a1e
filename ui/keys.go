package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hearingdesk/hearing"
	"hearingdesk/ui/search"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// ofPages are the keys, with Ctrl, of what only some pages do.
var ofPages = map[fyne.KeyName]func(page any){
	fyne.KeyP: func(page any) {
		if p, ok := page.(interface{ Print() }); ok {
			p.Print()
		}
	},
	fyne.KeyI: func(page any) {
		if p, ok := page.(interface{ Import() }); ok {
			p.Import() // a roster of people
		}
	},
	fyne.KeyR: func(page any) {
		if p, ok := page.(interface{ Record() }); ok {
			p.Record() // a hearing's transcript
		}
	},
	fyne.KeyE: func(page any) {
		if p, ok := page.(interface{ Export() }); ok {
			p.Export()
		}
	},
}

// shortcuts are the keys of the whole window. Fields keep those that edit
// their text.
func (f *frame) shortcuts(c fyne.Canvas) {
	for i, k := range order {
		key := fyne.KeyName(rune('1' + i))
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) {
			f.goTo(shell.Place{Kind: k})
		})
	}
	c.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyN, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) {
		f.goTo(shell.Place{Kind: shell.Hearing, New: true, Case: f.caseHere()})
	})
	c.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyN, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}, func(fyne.Shortcut) {
		f.goTo(shell.Place{Kind: shell.Announcement, New: true, Case: f.caseHere()})
	})
	for key, by := range map[fyne.KeyName]int{fyne.KeyPageUp: -1, fyne.KeyPageDown: 1} {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) {
			if p, ok := f.pages[f.here.Kind].(interface{ Turn(by int) }); ok {
				p.Turn(by) // another tab of the page
			}
		})
	}
	c.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) { f.seek() })
	for key, do := range ofPages {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) { do(f.pages[f.here.Kind]) })
	}
	c.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) {
		if p, ok := f.pages[f.here.Kind].(interface{ Save() bool }); !ok || !p.Save() {
			f.foot.say(words.T("内容随改随存，不用另外保存"))
		}
	})
	c.AddShortcut(&fyne.ShortcutPaste{}, func(s fyne.Shortcut) { // where no field has the cursor
		if p, ok := f.pages[f.here.Kind].(interface{ Paste(text string) }); ok {
			p.Paste(s.(*fyne.ShortcutPaste).Clipboard.Content())
		}
	})
	c.AddShortcut(lockKey, func(fyne.Shortcut) { f.lock() })
	c.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { f.undo() })
	c.AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { f.redo() })
	c.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}, func(fyne.Shortcut) { f.redo() })
	c.SetOnTypedKey(func(k *fyne.KeyEvent) {
		if p, ok := f.pages[f.here.Kind].(interface{ Key(*fyne.KeyEvent) bool }); ok && p.Key(k) {
			return // its own keys, wherever the keyboard is
		}
		switch k.Name {
		case fyne.KeyEscape:
			f.back()
		case fyne.KeyF5:
			f.again()
		case fyne.KeyF8:
			if p, ok := f.pages[f.here.Kind].(interface{ NextFault() }); ok {
				p.NextFault()
			}
		}
	})
}

// seek opens the box that finds everything; pages that are written on keep the
// keys for themselves.
func (f *frame) seek() {
	f.shell.Work.Flush()
	search.Open(f.shell, f.parts.Desk)
}

// caseHere is the case that a new session is for: the one that is open.
func (f *frame) caseHere() hearing.ID {
	if f.here.Kind == shell.Cases {
		return f.here.ID
	}
	return ""
}
