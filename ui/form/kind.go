package form

import (
	"strings"

	"hearingdesk/hearing"
)

// ends are how the names of bodies end, the longer before the shorter.
var ends = []struct {
	end  string
	kind hearing.OrganisationKind
}{
	{"检察院", hearing.Procuratorate},
	{"公证处", hearing.NotaryOffice},
	{"律师事务所", hearing.LawFirm},
	{"律所", hearing.LawFirm},
	{"公司", hearing.Company},
	{"厂", hearing.Company},
	{"居民委员会", hearing.Community},
	{"村民委员会", hearing.Community},
	{"居委会", hearing.Community},
	{"村委会", hearing.Community},
	{"社区", hearing.Community},
	{"电视台", hearing.MediaHouse},
	{"日报社", hearing.MediaHouse},
	{"报社", hearing.MediaHouse},
	{"融媒体中心", hearing.MediaHouse},
	{"政府", hearing.Agency},
	{"办事处", hearing.Agency},
	{"委员会", hearing.Agency},
	{"大队", hearing.Agency},
	{"厅", hearing.Agency},
	{"局", hearing.Agency},
}

// KindOf is what sort of body a name says that it is, or else otherwise.
func KindOf(name string, otherwise hearing.OrganisationKind) hearing.OrganisationKind {
	for _, e := range ends {
		if strings.HasSuffix(strings.TrimSpace(name), e.end) {
			return e.kind
		}
	}
	return otherwise
}
