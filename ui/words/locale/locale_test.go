package locale

import "testing"

func TestNeeded(t *testing.T) {
	for _, c := range []struct {
		name string
		env  map[string]string
		want bool
	}{
		{"a container", map[string]string{"LANG": "C.UTF-8"}, true},
		{"a service", map[string]string{"LC_ALL": "C.utf8", "LANG": "zh_CN.UTF-8"}, true},
		{"a language that is none", map[string]string{"LANG": "C.UTF-8", "LANGUAGE": "C"}, true},
		{"plain C, which Fyne knows to be none", map[string]string{"LC_ALL": "C", "LANGUAGE": "zh_CN"}, false},
		{"a language of its own", map[string]string{"LANG": "C.UTF-8", "LANGUAGE": "en_GB"}, false},
		{"a desktop", map[string]string{"LANG": "zh_CN.UTF-8"}, false},
		{"the first that is set counts", map[string]string{"LC_ALL": "en_GB.UTF-8", "LANG": "C.UTF-8"}, false},
		{"nothing set", nil, false},
	} {
		if got := needed(func(key string) string { return c.env[key] }); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}
