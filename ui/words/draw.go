package words

import (
	"errors"

	"hearingdesk/hearing"
	"hearingdesk/hearing/draw"
)

// shortPool says that too few can be drawn; empty for another error.
func shortPool(err error) string {
	var short *draw.ShortError
	switch {
	case !errors.As(err, &short):
		return ""
	case short.Quota == nil:
		return T("能参加抽选的只有 {{.Have}} 人，要抽 {{.Want}} 人，没有抽选。请减少人数，或者核对被排除的人。", map[string]int{"Have": short.Have, "Want": short.Want})
	}
	return T("能参加抽选的{{.Who}}只有 {{.Have}} 人，要抽 {{.Want}} 人，没有抽选。请减少这项名额，或者核对被排除的人。",
		map[string]any{"Who": Quota(*short.Quota), "Have": short.Have, "Want": short.Want})
}

// Quota names whom a quota asks for: 法律型, 消防, 专家型（消防）.
func Quota(q hearing.DrawQuota) string {
	switch {
	case q.Class == "":
		return q.Specialty
	case q.Specialty == "":
		return Of(q.Class)
	}
	return T("{{.What}}（{{.Which}}）", map[string]string{"What": Of(q.Class), "Which": q.Specialty})
}
