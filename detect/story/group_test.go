package story

import "testing"

// bcubed is the B-cubed precision and recall of a grouping (Bagga & Baldwin
// 1998) against the true stories.
func bcubed(n int, found []Story, truth []string) (precision, recall float64) {
	of := make([][]int, n)
	for i := range of {
		of[i] = []int{i}
	}
	for _, s := range found {
		for _, m := range s.Members {
			of[m] = s.Members
		}
	}
	size := map[string]int{}
	for _, s := range truth {
		size[s]++
	}
	for i := range of {
		same := 0
		for _, j := range of[i] {
			if truth[i] == truth[j] {
				same++
			}
		}
		precision += float64(same) / float64(len(of[i]))
		recall += float64(same) / float64(size[truth[i]])
	}
	return precision / float64(n), recall / float64(n)
}

func TestGroupHumanStories(t *testing.T) {
	articles, truth := basil(t)
	for _, dated := range []bool{true, false} {
		if !dated {
			for _, a := range articles {
				a.Published = ""
			}
		}
		p, r := bcubed(len(articles), Group(articles, 2), truth)
		f := 2 * p * r / (p + r)
		t.Logf("dated %v: B-cubed precision %.3f recall %.3f F1 %.3f", dated, p, r, f)
		if f < 0.93 || p < 0.97 {
			t.Errorf("dated %v: B-cubed F1 %.3f, precision %.3f; wanted 0.93 and 0.97", dated, f, p)
		}
	}
}

func TestGroupSeeds(t *testing.T) {
	articles := seeds(t)
	found := Group(articles, 2)
	if len(found) != 1 || len(found[0].Members) != 4 {
		t.Errorf("the four seeds tell one story, found %+v", found)
	}
	if len(found) > 0 {
		t.Log(found[0].Members)
	}
}
