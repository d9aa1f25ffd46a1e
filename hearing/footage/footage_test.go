package footage

import (
	"bytes"
	"encoding/binary"
	"testing"
	"time"
)

// wav is a WAV of so many seconds of 16,000 bytes.
func wav(seconds int, tail ...byte) []byte {
	var b bytes.Buffer
	b.WriteString("RIFF\x00\x00\x00\x00WAVELIST\x03\x00\x00\x00abc\x00fmt \x10\x00\x00\x00\x01\x00\x01\x00")
	_ = binary.Write(&b, binary.LittleEndian, []uint32{8000, 16000})
	b.WriteString("\x02\x00\x10\x00data")
	_ = binary.Write(&b, binary.LittleEndian, uint32(16000*seconds))
	b.Write(make([]byte, 16000*seconds))
	return append(b.Bytes(), tail...)
}

// mp4 is a box with what lies in it.
func mp4(name string, in ...[]byte) []byte {
	body := bytes.Join(in, nil)
	return append(append(binary.BigEndian.AppendUint32(nil, uint32(8+len(body))), name...), body...) //nolint:gosec // small
}

func u32(n ...uint32) []byte {
	var b []byte
	for _, x := range n {
		b = binary.BigEndian.AppendUint32(b, x)
	}
	return b
}

func TestLength(t *testing.T) {
	ftyp := mp4("ftyp", []byte("isom\x00\x00\x02\x00"))
	film := func(mvhd []byte) []byte {
		return bytes.Join([][]byte{ftyp, mp4("mdat", make([]byte, 5000)), mp4("moov", mp4("udta"), mp4("mvhd", mvhd))}, nil)
	}
	long := append(append([]byte("\x00\x00\x00\x01mdat"), 0, 0, 0, 0, 0, 0, 0, 116), make([]byte, 100)...)
	for _, c := range []struct {
		name string
		file []byte
		want time.Duration
	}{
		{"a WAV", wav(3), 3 * time.Second},
		{"a WAV that was cut off", wav(3)[:len(wav(3))-16000], 2 * time.Second},
		{"a WAV without sound", wav(0), 0},
		{"a WAV whose second has no bytes", bytes.Replace(wav(1), []byte("\x80\x3e\x00\x00\x02"), []byte("\x00\x00\x00\x00\x02"), 1), 0},
		{"an MP4", film(u32(0, 0, 0, 600, 600*8430, 0, 0, 0)), 8430 * time.Second},
		{"an MP4 of half seconds", film(u32(0, 0, 0, 1000, 1500)), 1500 * time.Millisecond},
		{"one of 64 bits", film(u32(1<<24, 0, 0, 0, 0, 600, 0, 6000)), 10 * time.Second},
		{"one with a long box before", bytes.Join([][]byte{ftyp, long, mp4("moov", mp4("mvhd", u32(0, 0, 0, 10, 70)))}, nil), 7 * time.Second},
		{"one whose length is not known", film(u32(0, 0, 0, 600, 1<<32-1)), 0},
		{"one without parts of a second", film(u32(0, 0, 0, 0, 600)), 0},
		{"one of a year", film(u32(0, 0, 0, 1, 365*86400)), 0},
		{"one that was cut off", film(u32(0, 0, 0, 600, 600))[:5050], 0},
		{"a box without end", append(bytes.Clone(ftyp), u32(1<<31, 0)...), 0},
		{"boxes of no length", append(bytes.Clone(ftyp), bytes.Repeat([]byte("\x00\x00\x00\x04free"), 3000)...), 0},
		{"something else", []byte("this is no recording at all"), 0},
		{"nothing", nil, 0},
	} {
		if got := Length(bytes.NewReader(c.file), int64(len(c.file))); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func FuzzLength(f *testing.F) {
	f.Add(wav(1))
	f.Add(append(mp4("ftyp", []byte("isom")), mp4("moov", mp4("mvhd", u32(0, 0, 0, 600, 600)))...))
	f.Fuzz(func(t *testing.T, data []byte) {
		if d := Length(bytes.NewReader(data), int64(len(data))); d < 0 || d > longest {
			t.Errorf("%v", d)
		}
	})
}
