package hearing

// A Domain is a domain of public-interest litigation (公益诉讼领域). 01 to 14 are
// those that statutes list.
type Domain string

// Domains lists every domain's code.
var Domains = []Domain{"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "99"}

// Term names the domain.
func (v Domain) Term() Term { return term(v, domainTerms) }

var domainTerms = map[Domain]Term{
	"01": {"生态环境和资源保护", "Environment and resources"},
	"02": {"食品药品安全", "Food and drug safety"},
	"03": {"国有财产保护", "State property"},
	"04": {"国有土地使用权出让", "Grant of state land"},
	"05": {"英雄烈士保护", "Heroes and martyrs"},
	"06": {"未成年人保护", "Minors"},
	"07": {"军人地位和权益保障", "Service members"},
	"08": {"安全生产", "Work safety"},
	"09": {"个人信息保护", "Personal information"},
	"10": {"反垄断", "Antitrust"},
	"11": {"反电信网络诈骗", "Telecom and online fraud"},
	"12": {"农产品质量安全", "Farm produce"},
	"13": {"妇女权益保障", "Women's rights"},
	"14": {"无障碍环境建设", "Accessibility"},
	"15": {"文物和文化遗产保护", "Cultural heritage"},
	"16": {"国防和军事利益", "National defence"},
	"17": {"农村集体经济组织成员权益", "Rural collectives' members"},
	"18": {"公共卫生", "Public health"},
	"19": {"老年人、残疾人权益", "Elderly and disabled people"},
	"20": {"消防、电动自行车", "Fire safety and e-bikes"},
	"21": {"水资源费、水费", "Water fees"},
	"22": {"流域特别法", "Basin laws"},
	"99": {"其他", "Other"},
}
