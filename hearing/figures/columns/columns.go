// Package columns writes what happened as Parquet, the form that DuckDB, Spark and
// Doris read as it is: one file a kind of row, to be laid beside those of other
// offices. No file has the name of a person: people are keys, which are the same
// for one person in all files of an office and tell nobody who it is.
package columns

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/parquet-go/parquet-go"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
)

// An Event is one row of events.parquet, see [figures.Event]. What depends on the
// period that is counted is left out: cases are counted by COUNT(DISTINCT case).
type Event struct {
	Office         string `parquet:"office,dict"`
	Kind           string `parquet:"kind,dict"` // filed, heard, not-held, announced, served, issued
	Day            int32  `parquet:"day,date"`
	Session        string `parquet:"session"`
	Case           string `parquet:"case"`
	Paper          string `parquet:"paper"`
	CaseNumber     string `parquet:"case_number"`
	Cause          string `parquet:"cause"` // as outsiders may read it; empty where they may not
	CaseType       string `parquet:"case_type,dict"`
	Domain         string `parquet:"domain,dict"`
	Source         string `parquet:"source,dict"`
	Openness       string `parquet:"openness,dict"`
	Presider       string `parquet:"presider_rank,dict"`
	Mode           string `parquet:"mode,dict"` // of service
	Recipient      string `parquet:"recipient"` // key
	Hearings       int64  `parquet:"hearings"`
	CaseSessions   int64  `parquet:"case_sessions"`
	Officers       int64  `parquet:"officers"`
	Supervisors    int64  `parquet:"supervisors"`
	Postponed      int64  `parquet:"postponed"`
	Announcements  int64  `parquet:"announcements"`
	Served         int64  `parquet:"served"`
	Issued         int64  `parquet:"issued"`
	Recommendation int64  `parquet:"recommendations"`
	Replied        int64  `parquet:"replied"`
	InTime         int64  `parquet:"in_time"`
	Late           int64  `parquet:"late"`
	Overdue        int64  `parquet:"overdue"`
}

// A Seat is one row of participations.parquet: somebody in a session.
type Seat struct {
	Office       string `parquet:"office,dict"`
	Session      string `parquet:"session"`
	Ceremony     bool   `parquet:"announcement"`
	Day          int32  `parquet:"day,date"`
	Role         string `parquet:"role,dict"`
	Person       string `parquet:"person"`       // key
	Organisation string `parquet:"organisation"` // key
	Class        string `parquet:"officer_class,dict"`
	Origin       string `parquet:"pool_source,dict"`
	Alternate    bool   `parquet:"alternate"`
	Presence     string `parquet:"presence,dict"`
}

// An Opinion is one row of opinions.parquet: an officer's answer to a question.
type Opinion struct {
	Office   string `parquet:"office,dict"`
	Session  string `parquet:"session"`
	Day      int32  `parquet:"day,date"`
	Question string `parquet:"question"`
	Case     string `parquet:"case"`
	Officer  string `parquet:"officer"` // key
	Stance   string `parquet:"stance,dict"`
	Adopted  string `parquet:"adopted,dict"` // of this opinion: adopted, partly, not; empty: undecided
}

// A Metric is one row of metrics.parquet: what a visit counted. Values of
// different units are never to be summed.
type Metric struct {
	Office string  `parquet:"office,dict"`
	Paper  string  `parquet:"paper"`
	Case   string  `parquet:"case"`
	Day    int32   `parquet:"day,date"`
	Item   int64   `parquet:"item"`
	Name   string  `parquet:"name,dict"`
	Value  float64 `parquet:"value"`
	Text   string  `parquet:"text"` // as it is printed: 20余处
	Unit   string  `parquet:"unit,dict"`
	Approx string  `parquet:"approx,dict"`
}

// Names are the files, in the order in which they are made.
var Names = []string{"events.parquet", "participations.parquet", "opinions.parquet", "metrics.parquet"}

// group is how many rows lie together: they are in memory until they are written.
const group = 50_000

// A Writer writes the four files.
type Writer struct {
	office   string
	events   *parquet.GenericWriter[Event]
	seats    *parquet.GenericWriter[Seat]
	opinions *parquet.GenericWriter[Opinion]
	metrics  *parquet.GenericWriter[Metric]
}

// NewWriter returns a writer of an office's rows into files that are in the order
// of [Names].
func NewWriter(office string, files []io.Writer) *Writer {
	o := []parquet.WriterOption{parquet.Compression(&parquet.Snappy), parquet.MaxRowsPerRowGroup(group)}
	return &Writer{office, parquet.NewGenericWriter[Event](files[0], o...), parquet.NewGenericWriter[Seat](files[1], o...),
		parquet.NewGenericWriter[Opinion](files[2], o...), parquet.NewGenericWriter[Metric](files[3], o...)}
}

// Close ends the files; those who opened them close them.
func (w *Writer) Close() error {
	for _, c := range []io.Closer{w.events, w.seats, w.opinions, w.metrics} {
		if err := c.Close(); err != nil {
			return fmt.Errorf("end parquet: %w", err)
		}
	}
	return nil
}

// Write adds what happened in a period, given the records that it is counted from.
// Of periods that follow each other every event is written once.
func (w *Writer) Write(k figures.Counter, p hearing.Package, from, to calendar.Date) error {
	if _, err := w.events.Write(w.eventsOf(k, p, from, to)); err != nil {
		return fmt.Errorf("write events: %w", err)
	}
	seats, opinions := w.sittings(k.Zone, p, from, to)
	if _, err := w.seats.Write(seats); err != nil {
		return fmt.Errorf("write participations: %w", err)
	}
	if _, err := w.opinions.Write(opinions); err != nil {
		return fmt.Errorf("write opinions: %w", err)
	}
	if _, err := w.metrics.Write(w.metricsOf(p, from, to)); err != nil {
		return fmt.Errorf("write metrics: %w", err)
	}
	return nil
}

// key stands for somebody: none for nobody.
func (w *Writer) key(id hearing.ID) string {
	if id == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(w.office + "\n" + string(id)))
	return hex.EncodeToString(sum[:8])
}

// days are those since 1970, as Parquet counts dates.
func days(d calendar.Date) int32 {
	return int32(d.Sub(calendar.NewDate(1970, time.January, 1))) //nolint:gosec // a date has four digits of year
}

func within(d, from, to calendar.Date) bool {
	return !d.IsZero() && !d.Before(from) && !d.After(to)
}

func number(text string) float64 {
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0 // 上万 has no number
	}
	return f
}
