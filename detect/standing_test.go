package detect

import (
	"math"
	"strings"
	"testing"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/origin"
	"github.com/calque-check/calque/detect/story"
)

// stood scores articles with the given findings, of which the first members
// tell one story; telling numbers their tellings.
func stood(found [][]Severity, telling []int, translated bool) Result {
	var r Result
	s := story.Story{Tellings: telling}
	for i, f := range found {
		c := Checked{Document: &Document{Article: &article.Article{}}, Findings: findings(f...), Story: -1}
		if i < len(telling) {
			c.Story = 0
			s.Members = append(s.Members, i)
			if translated {
				c.Origin = &origin.Judgement{MachineTranslated: 0.8, Confidence: origin.High}
			}
		}
		r.Articles = append(r.Articles, c)
	}
	if len(telling) > 0 {
		r.Stories = []story.Story{s}
	}
	var all Qualities
	for i := range r.Articles {
		c := &r.Articles[i]
		c.Score = score(c.Words(), c.Findings, c.Origin)
	}
	for _, s := range r.Stories {
		stand(r.Articles, s)
	}
	for i := range r.Articles {
		all.Count(&r.Articles[i])
	}
	for i := range r.Articles {
		all.Stand(&r.Articles[i])
	}
	return r
}

func TestAgainstOthers(t *testing.T) {
	clean, minor, major, worst := []Severity{}, []Severity{Minor}, []Severity{Major}, []Severity{Critical, Critical, Critical}
	type standing struct {
		median  int // the article whose quality is the median of the others, or the first of two
		second  int // the second of two
		against string
	}
	for _, c := range []struct {
		name       string
		found      [][]Severity
		telling    []int
		translated bool
		want       []standing
		why        string
	}{
		{"two articles", [][]Severity{clean, major}, []int{0, 1}, false, []standing{{1, 1, "story"}, {0, 0, "story"}}, ""},
		{"copies count once", [][]Severity{clean, major, major, major, minor}, []int{0, 1, 1, 1, 4}, false, []standing{
			{1, 4, "story"}, {0, 4, "story"}, {0, 4, "story"}, {0, 4, "story"}, {0, 1, "story"},
		}, ""},
		{"one outlier", [][]Severity{minor, minor, minor, worst}, []int{0, 1, 2, 3}, false, []standing{
			{0, 0, "story"}, {0, 0, "story"}, {0, 0, "story"}, {0, 0, "story"},
		}, ""},
		{"a story wholly machine-translated", [][]Severity{major, worst, clean, minor, minor}, []int{0, 1}, true, []standing{
			{3, 3, "corpus"}, {3, 3, "corpus"}, {0, 3, "corpus"}, {0, 3, "corpus"}, {0, 3, "corpus"},
		}, "all 2 articles of its story look machine-translated: set against the whole corpus"},
		{"and nothing else", [][]Severity{major, worst}, []int{0, 1}, true, []standing{{1, 1, "story"}, {0, 0, "story"}}, "no other article to compare with"},
		{"a story of copies", [][]Severity{major, major, clean}, []int{0, 0}, false, []standing{{2, 2, "corpus"}, {2, 2, "corpus"}, {0, 0, "corpus"}}, "copies of it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := stood(c.found, c.telling, c.translated)
			for i, w := range c.want {
				s := r.Articles[i].Score
				want := s.Quality - (r.Articles[w.median].Score.Quality+r.Articles[w.second].Score.Quality)/2
				if s.AgainstOthers == nil || math.Abs(*s.AgainstOthers-want) > 0.051 || s.Against != w.against {
					t.Errorf("article %d (%v) stands %v against the %s, want %v against the %s", i, s.Quality, s.AgainstOthers, s.Against, want, w.against)
				}
				if i < len(c.telling) && (!strings.Contains(s.AgainstWhy, c.why) || c.why == "" && s.AgainstWhy != "") {
					t.Errorf("article %d: why %q, want %q", i, s.AgainstWhy, c.why)
				}
			}
		})
	}
	if s := stood([][]Severity{major}, nil, false).Articles[0].Score; s.AgainstOthers != nil || s.Against != "" {
		t.Error("a single article is set against others")
	}
	if s := stood([][]Severity{major, major}, []int{0, 0}, false).Articles[0].Score; s.AgainstOthers != nil {
		t.Error("an article is set against a copy of itself")
	}
}
