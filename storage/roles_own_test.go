package storage_test

import (
	"testing"

	"hearingdesk/hearing"
)

// TestWhoseACaseIs: nobody takes over what is another's by writing their own name into it.
// What nobody handles yet is taken up by whoever does, and handed on; somebody who is not
// in the directory has nothing of their own.
func TestWhoseACaseIs(t *testing.T) {
	ctx, d := t.Context(), filled(t)
	guarded(t, d)
	for _, a := range []hearing.Account{{ID: "a-lin", Name: "林溪", Role: hearing.DeskProsecutor, Person: "p-lin"}, {ID: "a-gu", Name: "顾岩", Role: hearing.DeskProsecutor, Person: "p-gu"}, {ID: "a-none", Name: "无名", Role: hearing.DeskProsecutor}} {
		must[string](t)(d.AddAccount(ctx, a, secret))
	}
	lin, gu, none := as(t, d, "林溪"), as(t, d, "顾岩"), as(t, d, "无名")
	c := hearing.Case{ID: "c-own", Cause: "某案", Type: hearing.AdminPublicInterest}
	c.Version = must[hearing.Version](t)(d.SaveCase(ctx, c))
	c.Handler = "p-lin"
	c.Version = must[hearing.Version](t)(lin.SaveCase(ctx, c))
	taken := c
	taken.Handler = "p-gu"
	if _, err := gu.SaveCase(ctx, taken); !denied(err) {
		t.Errorf("somebody takes over another's case: %v", err)
	}
	for who, want := range map[string]bool{"林溪": true, "顾岩": false, "无名": false} {
		r := must[hearing.Rights](t)(as(t, d, who).Rights(ctx, c))
		if err := r.Write(hearing.NounCase, "note"); (err == nil) != want || err != nil && !denied(err) {
			t.Errorf("%s is told of the case: %v", who, err)
		}
	}
	c.Version = must[hearing.Version](t)(lin.SaveCase(ctx, taken))
	if taken.Version, taken.Note = c.Version, "接办"; true {
		must[hearing.Version](t)(gu.SaveCase(ctx, taken))
	}
	if _, err := none.SaveCase(ctx, hearing.Case{ID: "c-other", Cause: "某案", Type: hearing.AdminPublicInterest, Handler: "p-lin"}); !denied(err) {
		t.Errorf("somebody who is nobody makes another's case: %v", err)
	}
}

// TestRightsOfADesk: without accounts everything may be done; of a copy nothing is
// changed, whoever reads it.
func TestRightsOfADesk(t *testing.T) {
	ctx, d := t.Context(), filled(t)
	r := must[hearing.Rights](t)(d.Rights(ctx, nil))
	if err := join(r.Write(hearing.NounOffice, ""), r.Do(hearing.ManageAccounts)); err != nil {
		t.Errorf("without accounts: %v", err)
	}
	r.Copy = true
	if r.Write(hearing.NounCase, "") == nil || r.Do(hearing.ManageAccounts) == nil || r.Do(hearing.SeeFigures) != nil {
		t.Error("a copy is changed, or not read")
	}
}
