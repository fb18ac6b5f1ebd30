package detect

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/origin"
)

func findings(severities ...Severity) []Finding {
	var out []Finding
	for _, s := range severities {
		out = append(out, Finding{&Heuristic{Name: "a-rule", Message: "because"}, Match{Severity: s}})
	}
	return out
}

func TestScore(t *testing.T) {
	if got := score(400, nil, nil); got.Quality != 100 || len(got.Contributions) != 0 {
		t.Errorf("an article without findings scores %+v, want 100", got)
	}
	one := score(1000, findings(Critical, Critical, Critical, Critical), nil)
	if one.Quality != 50 {
		t.Errorf("100 points per 1,000 words score %v, want 50", one.Quality)
	}
	silent := score(1000, nil, &origin.Judgement{MachineTranslated: 1, Confidence: "high"})
	if silent.Quality >= 100 || silent.Contributions[0].Source != "origin" {
		t.Errorf("machine translation without findings scores %+v", silent)
	}
	if got := score(1000, nil, &origin.Judgement{MachineTranslated: 1, Confidence: "low"}); got.Quality != 100 {
		t.Errorf("with low confidence the origin costs %v", 100-got.Quality)
	}
	found, both := score(1000, findings(Critical), nil), score(1000, findings(Critical), &origin.Judgement{MachineTranslated: 1, Confidence: "high"})
	if found.Quality != both.Quality {
		t.Errorf("what findings show is counted twice: %v and %v", found.Quality, both.Quality)
	}
	short, long := score(20, findings(Major), nil), score(shortest, findings(Major), nil)
	if short.Quality != long.Quality {
		t.Errorf("a brief of 20 words scores %v, one of %d words %v", short.Quality, shortest, long.Quality)
	}
}

// TestContributions checks that contributions always sum to what was lost,
// and that a further finding never makes an article better.
func TestContributions(t *testing.T) {
	rules := []*Heuristic{{Name: "a"}, {Name: "b", Weight: 0.3}, {Name: "c"}}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 60).Draw(t, "findings")
		words := rapid.IntRange(0, 3000).Draw(t, "words")
		judged := &origin.Judgement{MachineTranslated: rapid.Float64Range(0, 1).Draw(t, "machine"), Confidence: "high"}
		var fs []Finding
		last := 100.0
		for range n {
			fs = append(fs, Finding{rapid.SampledFrom(rules).Draw(t, "rule"), Match{Severity: Severity(rapid.IntRange(1, 3).Draw(t, "severity"))}})
			s := score(words, fs, judged)
			sum := 0.0
			for _, c := range s.Contributions {
				sum += c.Points
				if c.Points < 0 {
					t.Fatalf("negative points: %+v", c)
				}
			}
			if math.Abs(sum-(100-s.Quality)) > 1e-9 {
				t.Fatalf("contributions sum to %v, lost %v", sum, 100-s.Quality)
			}
			if s.Quality > last || s.Quality < 0 {
				t.Fatalf("quality %v after %v", s.Quality, last)
			}
			last = s.Quality
		}
	})
}

func TestRank(t *testing.T) {
	article := func(severities ...Severity) Checked {
		return Checked{Document: &Document{Article: &article.Article{}}, Findings: findings(severities...), Story: -1}
	}
	all := []Checked{article(), article(Major), article(Major), article(Critical), article(Minor)}
	var story, corpus Qualities
	for i := range all {
		all[i].Score = score(0, all[i].Findings, nil)
		corpus.Add(all[i].Score.Quality, 1)
		if i < 4 {
			story.Add(all[i].Score.Quality, 1)
		}
	}
	for i := range all[:4] {
		story.Rank(&all[i].Score)
	}
	corpus.Rank(&all[4].Score)
	for i, want := range []int{1, 2, 2, 4, 2} {
		if got := all[i].Score.Rank; got != want {
			t.Errorf("article %d has rank %d, want %d", i, got, want)
		}
	}
	q := func(i int) float64 { return all[i].Score.Quality }
	for i, median := range []float64{q(1), q(2), q(1), q(1), (q(1) + q(2)) / 2} {
		if got, want := *all[i].Score.AgainstOthers, q(i)-median; math.Abs(got-want) > 0.051 {
			t.Errorf("article %d stands %v against the others, want %v", i, got, want)
		}
	}
	var one Qualities
	one.Add(100, 1)
	single := Score{Quality: 100}
	one.Rank(&single)
	if single.AgainstOthers != nil {
		t.Error("a single article is set against others")
	}
}

// Ranks and medians are those of the qualities in order.
func TestQualities(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOfN(rapid.Map(rapid.IntRange(0, 1000), func(n int) float64 { return float64(n) / 10 }), 2, 40).Draw(t, "qualities")
		var q Qualities
		for i, v := range all {
			q.Add(v, 1)
			if i == len(all)/2 {
				q.rank(v) // what is known must not be kept
			}
		}
		slices.Sort(all)
		for i, v := range all {
			s := Score{Quality: v}
			q.Rank(&s)
			better := 0
			for _, other := range all {
				if other > v {
					better++
				}
			}
			others := slices.Delete(slices.Clone(all), i, i+1)
			median := (others[(len(others)-1)/2] + others[len(others)/2]) / 2
			if want := math.Round(10*(v-median)) / 10; s.Rank != better+1 || *s.AgainstOthers != want {
				t.Fatalf("%v among %v: rank %d, %v against the others; want %d, %v", v, all, s.Rank, *s.AgainstOthers, better+1, want)
			}
		}
	})
}
