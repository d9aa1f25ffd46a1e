package document

import (
	"slices"
	"strings"

	"hearingdesk/hearing"
)

// compound lists the surnames of two characters that are kept whole when a
// name is masked.
var compound = strings.Fields(`欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连
	澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马
	公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉
	公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑
	即墨 达奚 褚师 纳兰`)

// maskName keeps the surname: 程桂兰 is 程某某, 王䶮 is 王某, 欧阳明月 is
// 欧阳某某. A name that is masked already stays as it is.
func maskName(name string) string {
	r := []rune(strings.TrimSpace(name))
	if len(r) < 2 || strings.ContainsRune(name, '某') {
		return name
	}
	keep := 1
	if len(r) > 2 && slices.Contains(compound, string(r[:2])) {
		keep = 2
	}
	if len(r)-keep == 1 {
		return string(r[:keep]) + "某"
	}
	return string(r[:keep]) + "某某"
}

// maskOrganisation hides which body it is.
func maskOrganisation(o hearing.Organisation) string {
	switch o.Kind {
	case hearing.Agency:
		return "某行政机关"
	case hearing.Company:
		return "某公司"
	}
	return "某单位"
}

// maskNumber hides the middle of an identity number (140105********1234) or of
// a telephone number (139****0002).
func maskNumber(number string) string {
	r := []rune(strings.TrimSpace(number))
	n := len(r)
	head, tail := 0, 0
	switch {
	case n >= 15:
		head, tail = 6, 4
	case n >= 11:
		head, tail = 3, 4
	case n >= 7:
		head, tail = n-6, 2
	case n >= 2:
		tail = 1
	}
	for i := head; i < n-tail; i++ {
		r[i] = '*'
	}
	return string(r)
}

// A mask hides names in the texts of one paper.
type mask struct {
	people map[hearing.ID]bool // people whose name is hidden
	bodies map[hearing.ID]bool // organisations whose name is hidden
	text   *strings.Replacer
}

// newMask hides the minors of all cases from everybody but their own side, and
// on a public paper also the parties who are marked to be masked.
func newMask(d hearing.Dossier, public bool, own map[hearing.ID]bool) mask {
	m := mask{people: map[hearing.ID]bool{}, bodies: map[hearing.ID]bool{}}
	var pairs [][2]string
	for _, c := range d.Cases {
		for _, p := range c.Parties {
			hidden := p.Minor && (public || !own[p.ID]) || public && p.Masked
			switch {
			case !hidden:
			case p.Person != "":
				m.people[p.Person] = true
				pairs = append(pairs, [2]string{d.Person(p.Person).Name, maskName(d.Person(p.Person).Name)})
			case p.Organisation != "":
				o := d.Organisation(p.Organisation)
				m.bodies[o.ID] = true
				pairs = append(pairs, [2]string{o.Name, maskOrganisation(o)}, [2]string{o.Short, maskOrganisation(o)})
			}
		}
	}
	// the longest first, so that a name inside another one does not break it
	slices.SortStableFunc(pairs, func(a, b [2]string) int { return len(b[0]) - len(a[0]) })
	var list []string
	for _, p := range pairs {
		if p[0] != "" {
			list = append(list, p[0], p[1])
		}
	}
	m.text = strings.NewReplacer(list...)
	return m
}

// person returns the name as this paper may print it.
func (m mask) person(p hearing.Person) string {
	if m.people[p.ID] {
		return maskName(p.Name)
	}
	return p.Name
}

// body returns an organisation's name as this paper may print it.
func (m mask) body(o hearing.Organisation) string {
	if m.bodies[o.ID] {
		return maskOrganisation(o)
	}
	return o.Name
}
