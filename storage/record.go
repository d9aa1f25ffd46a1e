package storage

import (
	"context"
	"errors"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// save stores one record in a transaction of its own.
func (d *Desk) save(ctx context.Context, r hearing.Record) (v hearing.Version, err error) {
	if faults := r.Validate(); len(faults) > 0 {
		return 0, faults
	}
	err = d.transact(ctx, func(w *writing) error {
		v, err = w.put(ctx, "save", r)
		return err
	})
	return v, err
}

// remove deletes one record in a transaction of its own.
func (d *Desk) remove(ctx context.Context, noun string, id hearing.ID, v hearing.Version) error {
	return d.transact(ctx, func(w *writing) error { return w.drop(ctx, "delete", noun, id, v) })
}

// load reads one record.
func load[T hearing.Record](ctx context.Context, d *Desk, noun string, id hearing.ID) (T, error) {
	var none T
	row, err := query.New(d.read).Record(ctx, query.RecordParams{Kind: noun, ID: string(id)})
	if err != nil {
		return none, grasp(err)
	}
	r, err := decode(noun, row.Body, row.Version)
	if err != nil {
		return none, err
	}
	out, ok := r.(T)
	if !ok {
		return none, hearing.ErrDamaged
	}
	return out, nil
}

// find lists records that a query is a part of, in the order of their pinyin.
func find[T hearing.Record](ctx context.Context, d *Desk, noun, part string, most int) ([]T, error) {
	f, err := d.finder(ctx)
	if err != nil {
		return nil, grasp(err)
	}
	rows, err := f.records(ctx, wanted{noun: noun, part: fold(part), most: most, units: noun == hearing.NounCase})
	if err != nil {
		return nil, grasp(err)
	}
	out := make([]T, 0, len(rows))
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

// Person reads a person.
func (d *Desk) Person(ctx context.Context, id hearing.ID) (hearing.Person, error) {
	return load[hearing.Person](ctx, d, hearing.NounPerson, id)
}

// SavePerson stores a person and returns the new version.
func (d *Desk) SavePerson(ctx context.Context, p hearing.Person) (hearing.Version, error) {
	return d.save(ctx, p)
}

// DeletePerson deletes a person whom nothing names.
func (d *Desk) DeletePerson(ctx context.Context, id hearing.ID, v hearing.Version) error {
	return d.remove(ctx, hearing.NounPerson, id, v)
}

// Organisation reads an organisation.
func (d *Desk) Organisation(ctx context.Context, id hearing.ID) (hearing.Organisation, error) {
	return load[hearing.Organisation](ctx, d, hearing.NounOrganisation, id)
}

// SaveOrganisation stores an organisation and returns the new version.
func (d *Desk) SaveOrganisation(ctx context.Context, o hearing.Organisation) (hearing.Version, error) {
	return d.save(ctx, o)
}

// DeleteOrganisation deletes an organisation that nothing names.
func (d *Desk) DeleteOrganisation(ctx context.Context, id hearing.ID, v hearing.Version) error {
	return d.remove(ctx, hearing.NounOrganisation, id, v)
}

// Organisations lists organisations by a part of the name or its pinyin.
func (d *Desk) Organisations(ctx context.Context, part string, most int) ([]hearing.Organisation, error) {
	return find[hearing.Organisation](ctx, d, hearing.NounOrganisation, part, most)
}

// Room reads a room.
func (d *Desk) Room(ctx context.Context, id hearing.ID) (hearing.Room, error) {
	return load[hearing.Room](ctx, d, hearing.NounRoom, id)
}

// SaveRoom stores a room and returns the new version.
func (d *Desk) SaveRoom(ctx context.Context, r hearing.Room) (hearing.Version, error) {
	return d.save(ctx, r)
}

// DeleteRoom deletes a room that nothing names.
func (d *Desk) DeleteRoom(ctx context.Context, id hearing.ID, v hearing.Version) error {
	return d.remove(ctx, hearing.NounRoom, id, v)
}

// Rooms lists rooms by a part of the name or its pinyin.
func (d *Desk) Rooms(ctx context.Context, part string, most int) ([]hearing.Room, error) {
	return find[hearing.Room](ctx, d, hearing.NounRoom, part, most)
}

// Case reads a case.
func (d *Desk) Case(ctx context.Context, id hearing.ID) (hearing.Case, error) {
	d.opened(ctx, hearing.NounCase, id)
	return load[hearing.Case](ctx, d, hearing.NounCase, id)
}

// SaveCase stores a case and returns the new version.
func (d *Desk) SaveCase(ctx context.Context, c hearing.Case) (hearing.Version, error) {
	return d.save(ctx, c)
}

// DeleteCase deletes a case that nothing names.
func (d *Desk) DeleteCase(ctx context.Context, id hearing.ID, v hearing.Version) error {
	return d.remove(ctx, hearing.NounCase, id, v)
}

// Cases lists cases by a part of the cause, its pinyin or a number.
func (d *Desk) Cases(ctx context.Context, part string, most int) ([]hearing.Case, error) {
	return find[hearing.Case](ctx, d, hearing.NounCase, part, most)
}

// SaveInstrument stores an instrument and returns the new version.
func (d *Desk) SaveInstrument(ctx context.Context, i hearing.Instrument) (hearing.Version, error) {
	return d.save(ctx, i)
}

// DeleteInstrument deletes an instrument that nothing names.
func (d *Desk) DeleteInstrument(ctx context.Context, id hearing.ID, v hearing.Version) error {
	return d.remove(ctx, hearing.NounInstrument, id, v)
}

// Instrument reads an instrument.
func (d *Desk) Instrument(ctx context.Context, id hearing.ID) (hearing.Instrument, error) {
	return load[hearing.Instrument](ctx, d, hearing.NounInstrument, id)
}

// Instruments lists the instruments of a case, in the order of their names.
func (d *Desk) Instruments(ctx context.Context, of hearing.ID) ([]hearing.Instrument, error) {
	rows, err := query.New(d.read).Naming(ctx, query.NamingParams{Kind: hearing.NounCase, ID: string(of), ByKind: hearing.NounInstrument})
	if err != nil {
		return nil, grasp(err)
	}
	out := make([]hearing.Instrument, 0, len(rows))
	for _, r := range rows {
		i, err := decode(hearing.NounInstrument, r.Body, r.Version)
		if err != nil {
			return nil, err
		}
		if i, ok := i.(hearing.Instrument); ok {
			out = append(out, i)
		}
	}
	return out, nil
}

// Office reads the office; a desk that has none yet gives an empty one.
func (d *Desk) Office(ctx context.Context) (hearing.Office, error) {
	o, err := load[hearing.Office](ctx, d, hearing.NounOffice, hearing.OfficeID)
	if errors.Is(err, hearing.ErrNotFound) {
		return hearing.Office{}, nil
	}
	return o, err
}

// SaveOffice stores the office and returns the new version.
func (d *Desk) SaveOffice(ctx context.Context, o hearing.Office) (hearing.Version, error) {
	return d.save(ctx, o)
}
