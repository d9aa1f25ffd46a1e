package storage_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/storage/vault"
)

// turnOn has an encrypted file in clear and encrypts it again, for ever, and says each
// time that it was told to be done.
func turnOn(file string) error {
	key, err := vault.KeyOf(file)
	for n := 0; err == nil; n++ {
		fmt.Println(n)
		if n%2 == 0 {
			err = storage.Decrypt(context.Background(), file, quietly)
			continue
		}
		_, err = storage.Encrypt(context.Background(), file, key, quietly)
	}
	return err
}

// TestAKilledEncryptionLosesNothing kills a program while it encrypts a file or has it in
// clear again: whoever opens it next has all of it, and once it was said to be
// encrypted nothing shows what is in it.
func TestAKilledEncryptionLosesNothing(t *testing.T) {
	ctx := t.Context()
	key := must[*vault.Key](t)(aKey())
	file, hash := secretive(t)
	chance := rand.New(rand.NewPCG(8, 5)) //nolint:gosec // moments, not secrets
	states := map[bool]int{}
	for round := range 16 {
		if !storage.Encrypted(file) {
			if left, err := storage.Encrypt(ctx, file, key, quietly); err != nil || len(left) > 0 {
				t.Fatalf("round %d: left %v, %v", round, left, err)
			}
		}
		if found := shows(t, filepath.Dir(file), inClear...); len(found) > 0 {
			t.Fatalf("round %d: %v", round, found)
		}
		took := 50 * time.Millisecond
		c := start(t, "turn", file)
		for range 1 + round%2 {
			begin := time.Now()
			c.says()
			took = max(took, time.Since(begin))
		}
		<-time.After(time.Duration(chance.Int64N(int64(2 * took))))
		if err := c.cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = c.cmd.Wait() // it was killed
		whatItHas(t, file, hash)
		whole(t, file)
		states[storage.Encrypted(file)]++
	}
	if len(states) < 2 {
		t.Errorf("it was always in one state: %v", states)
	}
}

// TestAKilledEncryptedDeskShowsNothing kills a program that works on an encrypted desk and
// keeps copies of it: nothing that it leaves shows what is in it.
func TestAKilledEncryptedDeskShowsNothing(t *testing.T) {
	ctx := t.Context()
	file, hash := secretive(t)
	must[[]string](t)(storage.Encrypt(ctx, file, must[*vault.Key](t)(aKey()), quietly))
	d, err := storage.Open(ctx, file, options("许晚"))
	if err != nil {
		t.Fatal(err)
	}
	must[hearing.Version](t)(d.SavePerson(ctx, hearing.Person{ID: "p-xu", Name: "程桂兰"}))
	must[string](t)(d.SetPassphrase(ctx, winter))
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	for round := range 8 {
		c := start(t, []string{"write", "carry"}[round%2], file)
		for range 3 + round*(1+3*((round+1)%2)) {
			c.says()
		}
		if err := c.cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = c.cmd.Wait() // it was killed
		if found := shows(t, filepath.Dir(file), inClear...); len(found) > 0 {
			t.Fatalf("round %d: %v", round, found)
		}
	}
	whatItHas(t, file, hash)
	whole(t, file)
}
