package field_test

import (
	"errors"
	"testing"

	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
)

func TestReadDate(t *testing.T) {
	today := calendar.NewDate(2023, 12, 20)
	for typed, want := range map[string]string{
		"2023-07-18": "2023-07-18", "2023-7-8": "2023-07-08", "2023/7/18": "2023-07-18", "2023.7.18": "2023-07-18",
		"2023年7月18日": "2023-07-18", "20230718": "2023-07-18", " ２０２３－０７－１８ ": "2023-07-18",
		"12-31": "2023-12-31", "1-8": "2024-01-08", "1月8日": "2024-01-08", "0108": "2024-01-08", "2-29": "2024-02-29",
		"": "", "2023-02-29": "error", "2023-13-01": "error", "明天": "error", "7-": "error", "230718": "error",
	} {
		d, err := field.ReadDate(typed, today)
		got := d.String()
		if err != nil {
			got = "error"
			if !errors.Is(err, field.ErrDate) {
				t.Errorf("%q: %v is not ErrDate", typed, err)
			}
		}
		if got != want {
			t.Errorf("%q: got %s, want %s", typed, got, want)
		}
	}
}

func TestReadTime(t *testing.T) {
	for typed, want := range map[string]int{
		"14:30": 14*60 + 30, "1430": 14*60 + 30, "930": 9*60 + 30, "9": 9 * 60, "14时30分": 14*60 + 30, "14点": 14 * 60,
		"下午2时30分": 14*60 + 30, "下午2点半": 14*60 + 30, "上午9时": 9 * 60, "中午12点": 12 * 60, "１４：３０": 14*60 + 30, "00:00": 0, "": -1,
	} {
		if got, err := field.ReadTime(typed); err != nil || got != want {
			t.Errorf("%q: got %d, %v, want %d", typed, got, err, want)
		}
	}
	for _, typed := range []string{"25:00", "9:60", "早", "9:", "2560"} {
		if got, err := field.ReadTime(typed); !errors.Is(err, field.ErrTime) {
			t.Errorf("%q: got %d, %v, want ErrTime", typed, got, err)
		}
	}
}
