package words

import "hearingdesk/hearing"

// merging says which sessions stand against it that two records are made one.
func merging(in []hearing.MergeObstacle) string {
	all := []string{T("没有合并。")}
	for _, o := range in {
		if o.Chairs == [2]string{} {
			all = append(all, T("“{{.Title}}”的抽选记录或者笔录里写着这条记录，那里不能改。请改为保留另一条。", map[string]string{"Title": o.Title}))
			continue
		}
		all = append(all, T("两条记录在“{{.Title}}”里分别是{{.A}}和{{.B}}，不能是同一人。请先在那里改好。",
			map[string]string{"Title": o.Title, "A": taken(o.Chairs[0]), "B": taken(o.Chairs[1])}))
	}
	return Sentences(all...)
}
