package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster/sheetfile"
	spoken "hearingdesk/hearing/transcript"
	"hearingdesk/storage"
	wrote "hearingdesk/ui/transcript"
	"hearingdesk/ui/words"
)

// writeDown gives out a hearing's transcript, or takes in what a speech
// recogniser wrote, as drafts: all of it or nothing.
func writeDown(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := flags.String("db", defaultFile(), "")
	session := flags.String("session", "", "")
	format := flags.String("format", "txt", "")
	out := flags.String("o", "", "")
	source := flags.String("import", "", "")
	began := flags.String("start", "", "")
	of := flags.String("recording", "", "")
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	switch {
	case *session == "":
		return usageError{words.T("请用 -session 指明听证会。")}
	case *source == "" && *out == "":
		return usageError{words.T("请用 -o 指明写到哪个文件，或用 -import 指明识别稿。")}
	case !slices.Contains([]string{"srt", "txt", "csv", "json"}, *format):
		return usageError{words.T("-format 可用：srt txt csv json。")}
	}
	desk, err := open(ctx, *file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	d, err := desk.Dossier(ctx, hearing.ID(*session))
	if errors.Is(err, hearing.ErrNotFound) || err == nil && d.Hearing == nil {
		return noSession(t, *session)
	}
	if err != nil {
		return err
	}
	start, err := recordingStart(d, *began)
	if err != nil {
		return err
	}
	if *source != "" {
		return takeCues(ctx, t, desk, d, *source, start)
	}
	if *of != "" {
		return giveRecording(t, d, *of, *out)
	}
	return giveTranscript(t, d, *format, *out, start)
}

// giveRecording writes the subtitles of one recording, which is meant by its
// number, its file or its disc.
func giveRecording(t terminal, d hearing.Dossier, of, out string) error {
	text := spoken.Of(d.Transcript)
	for i, r := range d.Hearing.Outcome.Recordings {
		if of == strconv.Itoa(i+1) || of == r.Name || of == r.Disc || of == string(r.ID) {
			return give(t, out, []byte(text.SubtitlesOf(*d.Hearing, r, func(id hearing.ID) string { return wrote.Called(d, id) })))
		}
	}
	fmt.Fprintln(t.err, words.T("这场听证会没有登记“{{.Name}}”这份录音录像，共登记 {{.N}} 份。", map[string]any{"Name": of, "N": len(d.Hearing.Outcome.Recordings)}))
	return errRefused
}

// recordingStart is when the recording began: as it was given, else as the first
// one is entered, else with the hearing, else as planned.
func recordingStart(d hearing.Dossier, given string) (time.Time, error) {
	if given != "" {
		return moment(given)
	}
	var first hearing.Recording
	if list := d.Hearing.Outcome.Recordings; len(list) > 0 {
		first = list[0]
	}
	return d.Hearing.RecordingStart(first), nil
}

// takeCues adds the passages of a file as drafts.
func takeCues(ctx context.Context, t terminal, desk *storage.Desk, d hearing.Dossier, source string, start time.Time) error {
	cues, err := wrote.ReadCues(source)
	if err != nil {
		return err
	}
	list := spoken.Drafts(d, cues, start, time.Now(), desk.NewID)
	if err := desk.AddToTranscript(ctx, d.Hearing.ID, list...); err != nil {
		return err
	}
	unknown := 0
	for _, e := range list {
		if e.To.Speaker == "" {
			unknown++
		}
	}
	fmt.Fprintln(t.out, words.T("已导入 {{.N}} 段待核对的文字，其中 {{.Unknown}} 段不知是谁说的；请在听证会的“笔录”里核对。", map[string]int{"N": len(list), "Unknown": unknown}))
	return nil
}

// giveTranscript writes the transcript into a file.
func giveTranscript(t terminal, d hearing.Dossier, format, out string, start time.Time) error {
	text := spoken.Of(d.Transcript)
	if text.Empty() {
		fmt.Fprintln(t.err, words.T("这场听证会没有发言记录。"))
		return errRefused
	}
	called := func(id hearing.ID) string { return wrote.Called(d, id) }
	var data []byte
	switch format {
	case "srt":
		data = []byte(text.Subtitles(start, called))
	case "txt":
		data = []byte(text.Plain(start, called))
	case "csv":
		var err error
		if data, err = sheetfile.WriteCSV(wrote.Bookmarks(d, text)); err != nil {
			return fmt.Errorf("write bookmarks: %w", err)
		}
	default:
		var err error
		if data, err = json.MarshalIndent(d.Transcript, "", " "); err != nil {
			return fmt.Errorf("write transcript: %w", err)
		}
	}
	return give(t, out, data)
}

// give writes a file and says its name.
func give(t terminal, out string, data []byte) error {
	if err := os.WriteFile(out, data, 0o600); err != nil {
		return fmt.Errorf("write %s: %w", out, err)
	}
	fmt.Fprintln(t.out, out)
	return nil
}
