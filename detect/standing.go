package detect

import (
	"fmt"

	"github.com/calque-check/calque/detect/story"
)

// Each article is set against the others: those of its story, or the whole
// corpus where there is no story to compare with. Copies of one text are one
// telling there and count once, with the best of their scores, and nobody is
// set against copies of itself. The median keeps one outlier from mattering.
// Where every telling of a story looks machine-translated, standing out among
// them means little, so the corpus is the comparison.

// What an article is set against.
const (
	AgainstStory  = "story"
	AgainstCorpus = "corpus"
)

// stand sets the articles of a story against each other. Those that belong
// against the corpus get no distance yet: Stand sets it.
func stand(all []Checked, s story.Story) {
	best := map[int]int{} // telling → its best article
	for i, m := range s.Members {
		t := s.Tellings[i]
		if have, ok := best[t]; !ok || all[m].Score.Quality > all[have].Score.Quality {
			best[t] = m
		}
	}
	var among Qualities
	for _, m := range best {
		among.Add(all[m].Score.Quality, 1)
	}
	against, why := comparison(all, s, len(best))
	for i, m := range s.Members {
		c := &all[m]
		c.Copy, c.telling = best[s.Tellings[i]] != m, all[best[s.Tellings[i]]].Score.Quality
		c.tellings = len(best)
		c.Score.Rank = among.rank(c.Score.Quality)
		c.Score.AgainstOthers = among.against(c.Score.Quality, c.telling)
		c.Score.Against, c.Score.AgainstWhy = against, why
	}
}

// comparison says what the tellings of a story are set against, and why, where
// it is not simply the others of their story.
func comparison(all []Checked, s story.Story, tellings int) (against, why string) {
	if tellings == 1 {
		return AgainstCorpus, "the other articles of its story are copies of it"
	}
	for _, m := range s.Members {
		if !all[m].looksTranslated() {
			return AgainstStory, ""
		}
	}
	return AgainstCorpus, fmt.Sprintf("all %d articles of its story look machine-translated", len(s.Members))
}

// Count counts an article among the qualities of the corpus, unless a copy of
// it counts already.
func (q *Qualities) Count(c *Checked) {
	if !c.Copy {
		q.Add(c.Score.Quality, 1)
	}
}

// Stand sets an article against the corpus that has been counted, if that is
// what it is to be compared with: because it stands alone, or because its
// story gives no comparison. The rank within a story stays.
func (q *Qualities) Stand(c *Checked) {
	s := &c.Score
	switch {
	case c.Story < 0:
		q.Rank(s)
		if s.AgainstOthers != nil {
			s.Against = AgainstCorpus
		}
	case s.Against != AgainstCorpus:
	case q.all <= c.tellings && s.AgainstOthers != nil: // the story is the corpus
		s.Against = AgainstStory
		s.AgainstWhy += ", and there is no other article to compare with"
	default:
		s.AgainstOthers = q.against(s.Quality, c.telling)
		s.AgainstWhy += ": set against the whole corpus"
	}
	if s.AgainstOthers == nil {
		s.Against, s.AgainstWhy = "", ""
	}
}

// StandAs makes c stand where another article stands, and nothing else.
func (c *Checked) StandAs(other *Checked) {
	*c = Checked{Score: other.Score, Story: other.Story, Copy: other.Copy, telling: other.telling, tellings: other.tellings}
}
