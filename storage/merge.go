package storage

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// TwinPeople lists the people who seem to be recorded twice.
func (d *Desk) TwinPeople(ctx context.Context) ([]hearing.Twin[hearing.Person], error) {
	list, err := twins[hearing.Person](ctx, d, hearing.NounPerson)
	return hearing.TwinPeople(list), err
}

// TwinOrganisations lists the organisations that seem to be recorded twice.
func (d *Desk) TwinOrganisations(ctx context.Context) ([]hearing.Twin[hearing.Organisation], error) {
	list, err := twins[hearing.Organisation](ctx, d, hearing.NounOrganisation)
	return hearing.TwinOrganisations(list), err
}

// twins reads the records that share a name or a number with another.
func twins[T hearing.Record](ctx context.Context, d *Desk, noun string) ([]T, error) {
	rows, err := query.New(d.read).Twins(ctx, noun)
	if err != nil {
		return nil, grasp(err)
	}
	var out []T
	for _, row := range rows {
		r, err := decode(noun, row.Body, row.Version)
		if err != nil {
			return nil, err
		}
		if t, ok := r.(T); ok {
			out = append(out, t)
		}
	}
	return out, nil
}

// MergePeople makes one person of two, in one change: keep is stored with the
// values that were chosen, whatever named the other one names it from then on, and
// the other is gone. The changes of both stay in the history of the one that is
// kept. Where a session stands against it, the error is a [hearing.MergeError].
func (d *Desk) MergePeople(ctx context.Context, keep, other hearing.Person) (hearing.Version, error) {
	return d.mergeInto(ctx, keep.Takes(other), other)
}

// MergeOrganisations is [Desk.MergePeople] for organisations.
func (d *Desk) MergeOrganisations(ctx context.Context, keep, other hearing.Organisation) (hearing.Version, error) {
	return d.mergeInto(ctx, keep.Takes(other), other)
}

func (d *Desk) mergeInto(ctx context.Context, keep, other hearing.Record) (v hearing.Version, err error) {
	if faults := keep.Validate(); len(faults) > 0 {
		return 0, faults
	}
	err = d.transact(ctx, func(w *writing) error {
		v, err = w.join(ctx, keep, other)
		return err
	})
	return v, err
}

// join moves everything that names a record to another one, stores that, and
// drops the first.
func (w *writing) join(ctx context.Context, keep, other hearing.Record) (hearing.Version, error) {
	against, err := w.obstacles(ctx, keep, other)
	if err != nil {
		return 0, err
	}
	if len(against) > 0 {
		return 0, &hearing.MergeError{In: against}
	}
	err = w.naming(ctx, keep, other, func(name string, _, now hearing.Record) error {
		if _, err := w.put(ctx, "merge", now); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	v, err := w.put(ctx, "merge", keep)
	if err != nil {
		return 0, err
	}
	return v, w.drop(ctx, "merge", other.Noun(), other.Key(), other.At())
}

// obstacles lists the sessions that stand against it that one record is another.
func (w *writing) obstacles(ctx context.Context, keep, other hearing.Record) ([]hearing.MergeObstacle, error) {
	var out []hearing.MergeObstacle
	err := w.naming(ctx, keep, other, func(name string, was, now hearing.Record) error {
		if keep.Noun() != hearing.NounPerson {
			return nil
		}
		o, stands := obstacle(was, now, keep.Key(), other.Key())
		if !stands { // what was said is not rewritten either, and says by the ID who did
			spoke, err := w.q.SpokeIn(ctx, query.SpokeInParams{Hearing: string(now.Key()), Speaker: string(other.Key())})
			if err != nil {
				return err
			}
			stands = spoke != 0
		}
		if stands {
			if hid, err := w.d.hides(ctx, w.q, now.Noun(), now.Key()); err != nil {
				return err
			} else if hid {
				name = hearing.Veiled
			}
			o.Title = name
			out = append(out, o)
		}
		return nil
	})
	return out, err
}

// naming goes through the records that name one, each as it is and as it is when
// it names the other.
func (w *writing) naming(ctx context.Context, keep, other hearing.Record, do func(name string, was, now hearing.Record) error) error {
	rows, err := w.q.NamingAll(ctx, query.NamingAllParams{Kind: other.Noun(), ID: string(other.Key())})
	if err != nil {
		return err
	}
	for _, row := range rows {
		if row.Kind == keep.Noun() && row.ID == string(keep.Key()) {
			continue // it is stored with what was chosen
		}
		was, err := decode(row.Kind, row.Body, row.Version)
		if err != nil {
			return err
		}
		now, err := repointed(was, func(ref hearing.Reference) hearing.ID {
			if ref.Noun == other.Noun() && ref.ID == other.Key() {
				return keep.Key()
			}
			return ref.ID
		})
		if err != nil {
			return err
		}
		if err := do(row.Name, was, now); err != nil {
			return err
		}
	}
	return nil
}

// obstacle says whether a session stands against it that one person is another.
func obstacle(was, now hearing.Record, keep, other hearing.ID) (hearing.MergeObstacle, bool) {
	out := hearing.MergeObstacle{Session: now.Key(), Chairs: hearing.Doubled(now, keep)}
	if hearing.Doubled(was, keep) != [2]string{} { // it was so before
		out.Chairs = [2]string{}
	}
	if out.Chairs != [2]string{} {
		return out, true
	}
	h, ok := was.(hearing.Hearing)
	return out, ok && h.Awaits(other)
}

// repointed returns a record that names others than it did: to says whom, for
// each that it names.
func repointed(r hearing.Record, to func(hearing.Reference) hearing.ID) (hearing.Record, error) {
	var tree any
	for _, ref := range r.References() {
		id := to(ref)
		if id == ref.ID {
			continue
		}
		if tree == nil {
			body, err := json.Marshal(r)
			if err != nil {
				return nil, err
			}
			read := json.NewDecoder(bytes.NewReader(body))
			read.UseNumber()
			if err := read.Decode(&tree); err != nil {
				return nil, err
			}
		}
		if !set(tree, ref.Path, string(ref.ID), string(id)) {
			return nil, fmt.Errorf("%s %s: nothing at %s", r.Noun(), r.Key(), ref.Path)
		}
	}
	if tree == nil {
		return r, nil
	}
	body, err := json.Marshal(tree)
	if err != nil {
		return nil, err
	}
	return decode(r.Noun(), string(body), int64(r.At()))
}

// set replaces a text at a path such as participants[2].proxy.person, and reports
// whether it stood there.
func set(tree any, path, was, is string) bool {
	steps := strings.Split(strings.NewReplacer("[", ".", "]", "").Replace(path), ".")
	for i, step := range steps {
		last := i == len(steps)-1
		switch v := tree.(type) {
		case map[string]any:
			if last {
				if v[step] != was {
					return false
				}
				v[step] = is
				return true
			}
			tree = v[step]
		case []any:
			n, err := strconv.Atoi(step)
			if err != nil || n < 0 || n >= len(v) {
				return false
			}
			if last {
				if v[n] != was {
					return false
				}
				v[n] = is
				return true
			}
			tree = v[n]
		default:
			return false
		}
	}
	return false
}
