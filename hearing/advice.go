package hearing

import "hearingdesk/hearing/calendar"

// An AdviceKind is one of the five kinds of recommendation (检察建议类型;
// 检察建议工作规定, art. 5).
type AdviceKind string

// The kinds; empty goes by the case's type, see [AdviceKindOf].
const (
	RetrialAdvice    AdviceKind = "retrial"         // 再审检察建议
	CorrectionAdvice AdviceKind = "correction"      // 纠正违法检察建议
	InterestAdvice   AdviceKind = "public-interest" // 公益诉讼检察建议
	GovernanceAdvice AdviceKind = "governance"      // 社会治理检察建议
	OtherAdvice      AdviceKind = "other"           // 其他检察建议
)

// AdviceKinds lists every kind.
var AdviceKinds = []AdviceKind{RetrialAdvice, CorrectionAdvice, InterestAdvice, GovernanceAdvice, OtherAdvice}

// AdviceKindOf is the kind of a recommendation in a case: its own, or the one that
// the case's type has.
func AdviceKindOf(i Instrument, c Case) AdviceKind {
	if i.Advice != "" {
		return i.Advice
	}
	switch c.Type {
	case CivilPublicInterest, AdminPublicInterest:
		return InterestAdvice
	case CivilSupervision, AdminSupervision:
		return RetrialAdvice
	}
	return OtherAdvice
}

// Parts are what a recommendation has to say beside its items (检察建议工作规定,
// art. 16, seven parts; 公益诉讼办案规则, art. 75, eight). What is empty is taken
// from the case where it has it.
type Parts struct {
	Source    string          `json:"source,omitempty"`   // 案件或者问题的来源; empty: the case's source
	Facts     string          `json:"facts,omitempty"`    // 公益受损的事实、依法认定的事实及其证据; empty: the case's
	Reasons   string          `json:"reasons,omitempty"`  // 违法情形、隐患，或者未依法履行职责的事实和理由
	Basis     string          `json:"basis,omitempty"`    // 法律依据; empty: the case's
	Rectify   string          `json:"rectify,omitempty"`  // 整改期限: 三个月内、2023年10月31日前
	Objection calendar.Period `json:"objection,omitzero"` // 异议期限
	Other     string          `json:"other,omitempty"`    // 其他需要说明的事项
}
