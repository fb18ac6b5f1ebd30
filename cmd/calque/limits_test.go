package main

import "testing"

func TestSize(t *testing.T) {
	for _, test := range []struct {
		in, want string
		ok       bool
	}{
		{"32M", "32M", true},
		{"500k", "500K", true},
		{"1 GB", "1G", true},
		{"1024", "1K", true},
		{"1000", "1000", true},
		{"0", "", false},
		{"-1", "", false},
		{"", "", false},
		{"M", "", false},
		{"1T", "", false},
		{"99999999999G", "", false},
	} {
		var s size
		if err := s.Set(test.in); (err == nil) != test.ok || test.ok && s.String() != test.want {
			t.Errorf("%q: %v, %q", test.in, err, s.String())
		}
	}
}
