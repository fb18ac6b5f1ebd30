package story

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// giant makes n tellings of one event, each in its own sentences, which quote
// the same people and name the same figures.
func giant(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("Station %d reported that Warden Ivo Brandt of ward %d carried %d crates. "+
			"“We lost four hundred years of letters in one night,” Brennick told reporter %d. The repair will cost $3.5 million, Harwell's council said on March 12.", i, i%97, i%89+2, i))
	}
	return out
}

// TestGiantStory checks that the time for a story grows with the number of its
// tellings and not with its square; of some runs the fastest counts.
func TestGiantStory(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	compare := func(n int) time.Duration {
		list := tell(giant(n))
		start := time.Now()
		c := NewComparison(list, allOf(list))
		s := c.Story()
		c.Evidence(s)
		c.Close()
		took := time.Since(start)
		if len(s.Members) != n || len(s.Tellings) != n {
			t.Fatalf("%d members, %d tellings of %d", len(s.Members), len(s.Tellings), n)
		}
		return took
	}
	small, large := compare(250), compare(2000)
	for runs := 1; runs < 5 && large > 30*small; runs++ {
		small, large = min(small, compare(250)), min(large, compare(2000))
	}
	t.Logf("250 tellings %v, 2,000 tellings %v", small, large)
	if large > 30*small {
		t.Errorf("eight times the tellings took %.0f times as long", float64(large)/float64(small))
	}
}

// TestRepetitiveArticles checks that the time for articles that repeat what is
// compared grows with their length and not with its square.
func TestRepetitiveArticles(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	compare := func(n int) time.Duration {
		var told []string
		for i := range 3 {
			told = append(told, strings.Repeat(fmt.Sprintf("Freight rose 3.%d percent. Finance Minister Ann Bell, %d, counted %d houses and 430 homes in the flood. ", i, 34+4*i, 340+40*i), n))
		}
		list := tell(told)
		start := time.Now()
		Compare(list, allOf(list))
		return time.Since(start)
	}
	small, large := compare(500), compare(4000)
	t.Logf("500 times %v, 4,000 times %v", small, large)
	if large > 30*small {
		t.Errorf("eight times the text took %.0f times as long", float64(large)/float64(small))
	}
}
