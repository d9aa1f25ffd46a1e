package storage_test

import (
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// directoryActs are of what belongs to nobody's case.
var directoryActs = []act{
	{"a person", "SavePerson", func(r *ring) error {
		_, err := r.d.SavePerson(r.ctx, hearing.Person{ID: r.fresh(), Name: r.text()})
		return err
	}},
	{"a person, deleted", "DeletePerson", deleting(func(r *ring, id hearing.ID) (hearing.Version, error) {
		return r.boss.SavePerson(r.ctx, hearing.Person{ID: id, Name: r.text()})
	}, func(r *ring, id hearing.ID, v hearing.Version) error { return r.d.DeletePerson(r.ctx, id, v) })},
	{"a unit", "SaveOrganisation", func(r *ring) error {
		_, err := r.d.SaveOrganisation(r.ctx, r.unit())
		return err
	}},
	{"a unit, deleted", "DeleteOrganisation", deleting(func(r *ring, _ hearing.ID) (hearing.Version, error) { return r.boss.SaveOrganisation(r.ctx, r.unit()) },
		func(r *ring, id hearing.ID, v hearing.Version) error { return r.d.DeleteOrganisation(r.ctx, id, v) })},
	{"a room", "SaveRoom", func(r *ring) error {
		_, err := r.d.SaveRoom(r.ctx, hearing.Room{ID: r.fresh(), Name: r.text(), Kind: hearing.HearingRoom})
		return err
	}},
	{"a room, deleted", "DeleteRoom", deleting(func(r *ring, id hearing.ID) (hearing.Version, error) {
		return r.boss.SaveRoom(r.ctx, hearing.Room{ID: id, Name: r.text(), Kind: hearing.HearingRoom})
	}, func(r *ring, id hearing.ID, v hearing.Version) error { return r.d.DeleteRoom(r.ctx, id, v) })},
	{"two people made one", "MergePeople", func(r *ring) error {
		a, b := hearing.Person{ID: r.fresh() + "-a", Name: r.text()}, hearing.Person{ID: r.fresh() + "-b", Name: r.text()}
		var err, also error
		a.Version, err = r.boss.SavePerson(r.ctx, a)
		b.Version, also = r.boss.SavePerson(r.ctx, b)
		if err = join(err, also); err == nil {
			_, err = r.d.MergePeople(r.ctx, a, b)
		}
		return err
	}},
	{"two units made one", "MergeOrganisations", func(r *ring) error {
		a, b := r.unit(), r.unit()
		b.ID += "-b"
		var err, also error
		a.Version, err = r.boss.SaveOrganisation(r.ctx, a)
		b.Version, also = r.boss.SaveOrganisation(r.ctx, b)
		if err = join(err, also); err == nil {
			_, err = r.d.MergeOrganisations(r.ctx, a, b)
		}
		return err
	}},
	{"a roster taken in", "SaveRoster", func(r *ring) error { return r.d.SaveRoster(r.ctx, []hearing.Record{r.unit()}) }},
	{"what its columns mean", "KeepRosterMapping", func(r *ring) error { return r.d.KeepRosterMapping(r.ctx, r.text(), "people", []string{"name"}) }},
	{"a clue", "SaveClue", func(r *ring) error {
		_, err := r.d.SaveClue(r.ctx, clue(r.fresh(), "2023-07-01"))
		return err
	}},
	{"clues of a table", "AddClues", func(r *ring) error { return r.d.AddClues(r.ctx, []hearing.Clue{clue(r.fresh(), "2023-07-01")}) }},
	{"a clue filed", "FileClue", func(r *ring) error {
		c := clue(r.fresh(), "2023-07-01")
		c.Handler = r.id("p")
		var err error
		if c.Version, err = r.boss.SaveClue(r.ctx, c); err == nil {
			_, err = r.d.FileClue(r.ctx, c, r.fresh()+"-case", julyDay(2))
		}
		return err
	}},
	{"a clue, deleted", "DeleteClue", deleting(func(r *ring, id hearing.ID) (hearing.Version, error) {
		return r.boss.SaveClue(r.ctx, clue(id, "2023-07-01"))
	}, func(r *ring, id hearing.ID, v hearing.Version) error { return r.d.DeleteClue(r.ctx, id, v) })},
	{"a patrol", "SavePatrol", func(r *ring) error {
		_, err := r.d.SavePatrol(r.ctx, r.patrol())
		return err
	}},
	{"a clue of a finding", "ClueOfFinding", func(r *ring) error {
		_, err := r.boss.SavePatrol(r.ctx, r.patrol())
		if err == nil {
			err = r.d.ClueOfFinding(r.ctx, r.fresh(), "f", r.fresh()+"-clue")
		}
		return err
	}},
	{"a patrol, deleted", "DeletePatrol", deleting(func(r *ring, _ hearing.ID) (hearing.Version, error) { return r.boss.SavePatrol(r.ctx, r.patrol()) },
		func(r *ring, id hearing.ID, v hearing.Version) error { return r.d.DeletePatrol(r.ctx, id, v) })},
	{"a unit in a package", "Import", func(r *ring) error {
		_, err := r.d.Import(r.ctx, hearing.Package{Organisations: []hearing.Organisation{r.unit()}})
		return err
	}},
	{"a transcript taken in", "", func(r *ring) error {
		_, err := r.d.Import(r.ctx, hearing.Package{Transcripts: []hearing.Transcript{{Hearing: r.id("h"), Entries: []hearing.TranscriptEntry{said(r.n, r.fresh(), "", r.text())}}}})
		return err
	}},
	{"numbers taken in", "", func(r *ring) error {
		_, err := r.d.Import(r.ctx, hearing.Package{Numbers: []hearing.Number{{Series: "别处", Year: 2023, N: r.n, Text: r.text(), Session: r.id("h"), Document: "07a", Key: r.text(), At: noon}}})
		return err
	}},
	{"a unit in a bundle", "Receive", func(r *ring) error {
		_, err := r.d.Receive(r.ctx, hearing.Bundle{Package: hearing.Package{Organisations: []hearing.Organisation{r.unit()}}}, hearing.Choices{})
		return err
	}},
}

// officeActs are of what belongs to the office, goes out of the desk, or says who may.
var officeActs = []act{
	{"the office", "SaveOffice", func(r *ring) error {
		o, err := r.boss.Office(r.ctx)
		if err == nil {
			o.Phone = r.text()
			_, err = r.d.SaveOffice(r.ctx, o)
		}
		return err
	}},
	{"a form's text", "SaveForm", func(r *ring) error {
		f, err := r.boss.Form(r.ctx, "12")
		if err != nil {
			f = hearing.FormText{ID: "12"}
		}
		f.Text = r.text()
		_, err = r.d.SaveForm(r.ctx, f)
		return err
	}},
	{"a Word form", "SaveWordForm", func(r *ring) error {
		_, err := r.d.SaveWordForm(r.ctx, hearing.WordForm{ID: r.fresh(), Title: r.text(), Name: r.text() + ".docx"}, []byte(r.text()))
		return err
	}},
	{"an enclosure", "SaveEnclosure", func(r *ring) error {
		_, err := r.d.SaveEnclosure(r.ctx, hearing.Enclosure{ID: r.fresh(), Name: r.text()})
		return err
	}},
	{"a file of an enclosure", "KeepFile", func(r *ring) error {
		_, err := r.d.KeepFile(r.ctx, "application/pdf", []byte(r.text()))
		return err
	}},
	{"an enclosure, deleted", "DeleteEnclosure", deleting(func(r *ring, id hearing.ID) (hearing.Version, error) {
		return r.boss.SaveEnclosure(r.ctx, hearing.Enclosure{ID: id, Name: r.text()})
	}, func(r *ring, id hearing.ID, v hearing.Version) error { return r.d.DeleteEnclosure(r.ctx, id, v) })},
	{"a range of numbers", "SetRange", func(r *ring) error {
		return r.d.SetRange(r.ctx, hearing.Range{Series: r.text(), Year: 2024, First: 1, Last: 9})
	}},
	{"another desk trusted", "Trust", func(r *ring) error { return r.d.Trust(r.ctx, r.stranger(), r.text()) }},

	{"a package given out", "Export", func(r *ring) error {
		_, err := r.d.Export(r.ctx)
		return err
	}},
	{"a bundle given out", "Bundle", func(r *ring) error {
		_, err := r.d.Bundle(r.ctx)
		return err
	}},
	{"the log given out", "Logged", func(r *ring) error {
		_, err := r.d.Logged(r.ctx, "")
		return err
	}},
	{"a list given out", "NoteTaken", func(r *ring) error { return r.d.NoteTaken(r.ctx, hearing.NounPerson, r.text()) }},
	{"a table given out", "NoteExport", func(r *ring) error { return r.d.NoteExport(r.ctx, r.text()) }},
	{"the figures seen", "Happened", func(r *ring) error {
		_, err := r.d.Happened(r.ctx, julyDay(1), calendar.DateOf(noon.AddDate(1, 0, 0)))
		return err
	}},
	{"accounts seen", "Accounts", func(r *ring) error {
		_, err := r.d.Accounts(r.ctx)
		return err
	}},
	{"an account made", "AddAccount", func(r *ring) error {
		_, err := r.d.AddAccount(r.ctx, hearing.Account{ID: r.fresh(), Name: r.text(), Role: hearing.DeskGuest}, secret)
		return err
	}},
	{"an account changed", "ChangeAccount", func(r *ring) error {
		a := hearing.Account{ID: r.fresh(), Name: r.text(), Role: hearing.DeskGuest}
		_, err := r.boss.AddAccount(r.ctx, a, secret)
		if err == nil {
			a.Retired = true
			err = r.d.ChangeAccount(r.ctx, a)
		}
		return err
	}},
	{"a password given", "GivePassword", func(r *ring) error {
		a := hearing.Account{ID: r.fresh(), Name: r.text(), Role: hearing.DeskGuest}
		_, err := r.boss.AddAccount(r.ctx, a, secret)
		if err == nil {
			_, err = r.d.GivePassword(r.ctx, a.ID, secret+"新")
		}
		return err
	}},
	{"passphrase of copies", "SetPassphrase", func(r *ring) error {
		_, err := r.d.SetPassphrase(r.ctx, "梧桐苑消防通道"+r.text())
		return err
	}},
	{"the file encrypted or not", "ToDecrypt ToEncrypt ChangePassphrase", func(r *ring) error {
		if err := r.d.ToDecrypt(r.ctx); err == nil {
			return nil
		}
		_, err := r.d.ToEncrypt(r.ctx, "梧桐苑消防通道"+r.text())
		if err == nil {
			return nil
		}
		_, err = r.d.ChangePassphrase(r.ctx, "梧桐苑消防通道"+r.text())
		return err
	}},
}

func (r *ring) unit() hearing.Organisation {
	return hearing.Organisation{ID: r.fresh(), Name: r.text() + "局", Kind: hearing.Agency}
}

func (r *ring) patrol() hearing.Patrol {
	return hearing.Patrol{ID: r.fresh(), Title: r.text(), Rhythm: hearing.Monthly, From: julyDay(1), Visits: []hearing.PatrolVisit{{ID: "v", On: julyDay(1), Findings: []hearing.PatrolFinding{{ID: "f", Text: r.text()}}}}}
}
