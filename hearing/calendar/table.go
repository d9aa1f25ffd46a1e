package calendar

// A Table is one year's notice of rest days, or a region's own holidays on top
// of it.
type Table struct {
	Year   int        `json:"year"`             // year of the notice; its days may reach into the years beside it
	Source string     `json:"source"`           // the notice, with its number
	Local  bool       `json:"local,omitempty"`  // a region's own: it does not replace the year's notice
	Region string     `json:"region,omitempty"` // the region, of a local table
	Days   []TableDay `json:"days,omitempty"`   // rest days, and rest days that are worked
}

// A TableDay is one day of a [Table].
type TableDay struct {
	Date Date   `json:"date"`
	Off  bool   `json:"off,omitempty"` // a rest day; otherwise one that is worked (调休上班)
	Name string `json:"name"`          // the holiday, such as 国庆节
}
