package seats

// Ceremony shows the seats of announcements, as a click on their choice does.
func (l *Layout) Ceremony() { l.of(true) }
