package storage_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/storage/vault"
)

// overEncrypted tells this program to make new files encrypted.
const overEncrypted = "HEARINGDESK_ENCRYPTED"

// aKey is the key of all encrypted files of a test program.
var aKey = sync.OnceValues(func() (k *vault.Key, err error) {
	k, codeOfAll, err = vault.New(winter)
	return k, err
})

// codeOfAll opens it too, in the other programs that a test starts: they find it in the
// variable aCode.
var codeOfAll string

const aCode = "HEARINGDESK_CODE"

// begin opens a desk; a new one is encrypted where the tests are to run so.
func begin(ctx context.Context, file string, o storage.Options) (*storage.Desk, error) {
	if _, err := os.Stat(file); err == nil || os.Getenv(overEncrypted) == "" {
		return storage.Open(ctx, file, o)
	}
	k, err := aKey()
	if err != nil {
		return nil, err
	}
	return storage.OpenBy(ctx, file, k, o)
}

// overBoth are tests that hold for a file of either kind. All of the package do; these
// are those that say most of the file.
var overBoth = []string{
	"TestAKilledProgramLosesNothing", "TestBackup.*", "TestBadFiles", "TestContent.*", "TestDamagedContentIsNamed", "TestFileNames",
	"TestAFileThatIsMovedTakesNoMoreChanges", "TestALockedCopyComesBack", "TestKeep", "TestLockedByAnotherProgram", "TestNoDeskIsMadeOnAFullDisk", "TestReadOnly.*",
	"TestRescue", "TestRestore.*", "TestSearchRanksAndMarks", "TestStrangersChangeNothing", "TestTheDiskFillsUp", "TestTwoMachines", "TestTwoProgramsMakeOneFile",
	"TestUndoGoesBackThroughFieldsAndDeletions", "TestVerify.*", "TestWhatAnotherFileLeftIsSetAside",
}

// TestTheSameOverAnEncryptedFile runs tests of this package once more, with files that
// are encrypted.
func TestTheSameOverAnEncryptedFile(t *testing.T) {
	if os.Getenv(overEncrypted) != "" {
		t.Skip("this is it")
	}
	c := exec.CommandContext(t.Context(), os.Args[0], "-test.short", "-test.run", "^("+strings.Join(overBoth, "|")+")$") //nolint:gosec // this program
	c.Env = append(os.Environ(), overEncrypted+"=1")
	if out, err := c.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// quietly hears how far something is.
func quietly(float64) {}

// inClear is what an encrypted desk's folder shows to nobody.
var inClear = []string{"SQLite format", "程桂兰", "13800000001", "扫描扫描", "CREATE TABLE"}

// secretive is a desk in a folder of its own, with what there can be beside it: contents,
// a copy that the program keeps, what stood there before a restore, and what a crash
// left. It is closed, and opens by a key.
func secretive(t *testing.T) (file, hash string) {
	t.Helper()
	ctx := t.Context()
	file = filepath.Join(t.TempDir(), "desk.db")
	d, err := storage.Open(ctx, file, options("许晚"))
	if err != nil {
		t.Fatal(err)
	}
	must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: "p", Name: "程桂兰", Phone: "13800000001"}))
	hash = kept(t, d, heavy)
	kept(t, d, light)
	c := must[hearing.Copy](t)(d.Keep(ctx, ""))
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if _, _, err := storage.Restore(ctx, c.File, file); err != nil {
		t.Fatal(err)
	}
	for name, from := range map[string]string{file + "-wal.old": file, filepath.Join(storage.Backups(file), "desk-20230701-000000.000.db.part"): file} {
		if err := os.WriteFile(name, must[[]byte](t)(os.ReadFile(from)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return file, hash
}

// whatItHas holds that a desk has what secretive put into it.
func whatItHas(t *testing.T, file, hash string) {
	t.Helper()
	d, err := storage.Open(t.Context(), file, options("许晚"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = d.Close() }()
	if p, err := d.Person(t.Context(), "p"); err != nil || p.Phone != "13800000001" {
		t.Errorf("%s: %+v, %v", file, p, err)
	}
	if data, err := d.Content(t.Context(), hash); err != nil || !bytes.Equal(data, heavy) {
		t.Errorf("%s: %d bytes, %v", file, len(data), err)
	}
}

// TestEncryptLeavesNothingInClear encrypts a desk, works on it, and has it in clear
// again: at no step does any file beside it show what is in it, and all is there.
func TestEncryptLeavesNothingInClear(t *testing.T) {
	ctx := t.Context()
	file, hash := secretive(t)
	dir := filepath.Dir(file)
	if found := shows(t, dir, inClear...); len(found) < 8 {
		t.Fatalf("in clear there is only %v", found)
	}
	key := must[*vault.Key](t)(aKey())
	last := 0.0
	left, err := storage.Encrypt(ctx, file, key, func(far float64) {
		if far < last || far > 1 {
			t.Errorf("it was at %.2f and is at %.2f", last, far)
		}
		last = far
	})
	if err != nil || len(left) > 0 || last == 0 {
		t.Fatalf("left %v, %v", left, err)
	}
	shut := func(when string) {
		t.Helper()
		if found := shows(t, dir, inClear...); len(found) > 0 {
			t.Errorf("%s: %v", when, found)
		}
	}
	shut("encrypted")
	whatItHas(t, file, hash)
	whatItHas(t, must[[]hearing.Copy](t)(storage.Copies(file, storage.Backups(file)))[0].File, hash)
	whatItHas(t, file+".before-restore", hash)
	o := options("许晚")
	o.Now = time.Now
	d, err := storage.Open(ctx, file, o)
	if err != nil {
		t.Fatal(err)
	}
	must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: "q", Name: "程桂兰", Note: strings.Repeat("13800000001", 900)}))
	kept(t, d, append([]byte("扫描扫描"), heavy...))
	shut("while it is open")
	must[hearing.Copy](t)(d.Keep(ctx, ""))
	if err := errors.Join(d.Backup(ctx, filepath.Join(dir, "copy.db")), d.Close()); err != nil {
		t.Fatal(err)
	}
	shut("with copies")
	if _, err := storage.Encrypt(ctx, file, key, quietly); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a second time: %v", err)
	}
	if err := storage.Decrypt(ctx, file, quietly); err != nil {
		t.Fatal(err)
	}
	if storage.Encrypted(file) {
		t.Error("it is still encrypted")
	}
	whatItHas(t, file, hash)
	whole(t, file)
}

// linked is a link to a file.
func linked(t *testing.T, file string) string {
	t.Helper()
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(file, link); err != nil {
		t.Fatal(err)
	}
	return link
}

// TestEncryptIsRefused leaves a file as it is that is open, or damaged, or no desk's.
func TestEncryptIsRefused(t *testing.T) {
	if os.Getenv(overEncrypted) != "" {
		t.Skip("it begins in clear")
	}
	storage.WaitFor(t, 50*time.Millisecond)
	ctx := t.Context()
	key := must[*vault.Key](t)(aKey())
	d := filled(t)
	c := start(t, "write", d.Path()) // another program: locks of one are not told apart
	defer func() { _ = errors.Join(c.cmd.Process.Kill(), c.cmd.Wait()) }()
	if _, ok := c.says(); !ok {
		t.Fatal("the other program says nothing")
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, file string
		want       error
	}{
		{"open", d.Path(), hearing.ErrLocked},
		{"damaged", broken(t, "UPDATE record SET body = '{' WHERE id = 'p-xu'"), hearing.ErrDamaged},
		{"a text", written(t, "这不是数据库"), hearing.ErrDamaged},
		{"a link", linked(t, broken(t, "")), hearing.ErrLink},
	} {
		before := must[[]byte](t)(os.ReadFile(c.file))
		if _, err := storage.Encrypt(ctx, c.file, key, quietly); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
		if after := must[[]byte](t)(os.ReadFile(c.file)); c.name != "open" && len(after) != len(before) || storage.Encrypted(c.file) {
			t.Errorf("%s: the file was changed", c.name)
		}
		if left, _ := filepath.Glob(c.file + ".*"); len(left) > 1 { // its holder
			t.Errorf("%s: it left %v", c.name, left)
		}
	}
}
