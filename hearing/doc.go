// Package hearing is the hearing desk's domain: what a people's procuratorate
// knows of a hearing (检察听证) or an announcement session (公开宣告送达), who
// takes part, what was told to whom, and what came of it.
//
// The package is pure. It reads no file and no clock, draws no window and
// knows no database: time is an argument, and whoever needs a fact is handed a
// [Dossier], which is all that is known of one session, read at once.
//
// One file holds one noun. Records that stand by themselves ([Case], [Person],
// [Organisation], [Room], [Hearing], [Announcement], [Instrument], [Office])
// carry an [ID] and a [Version]; everything else belongs to one of them and is
// saved with it.
//
// Times are instants with a zone; the office's zone decides on which date they
// fall. Dates are [calendar.Date] and have no zone.
package hearing
