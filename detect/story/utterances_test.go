package story

import (
	"slices"
	"strconv"
	"testing"
)

// classesFound are the variants of a story's utterances as "article class".
func classesFound(s Story) []string {
	var got []string
	for _, u := range s.Quotations {
		for i, v := range u.Variants {
			for _, p := range v.Places {
				class := string(v.Class)
				if i == u.Consensus {
					class = "consensus"
				}
				got = append(got, strconv.Itoa(p.Article)+" "+class)
			}
		}
	}
	slices.Sort(got)
	return got
}

func TestClasses(t *testing.T) {
	const said = "“The letters of the theatre programme aren't lost, because the clerks carried them up the stairs,” Brennick told reporters."
	for _, c := range []struct {
		name string
		last string // the last telling's sentence; the first two have it as said
		want string
	}{
		{"copied", said, "consensus"},
		{"house style", "“The letters of the theater program are not lost, because the clerks carried them up the stairs,” said Brennick.", "house-style"},
		{"cut", "The letters were not lost, Brennick said, “because the clerks carried them up the stairs”.", "cut"},
		{"cut with an ellipsis", "“The letters ... aren't lost, because the clerks carried them up the stairs,” Brennick said.", "cut"},
		{"inflected", "Brennick said “the letters of the theatre programme weren't lost, because the clerks had carried them up the stairs”.", "inflected"},
		{"brackets", "“The letters of the [old] theatre programme aren't lost, because the clerks carried them up the stairs,” Brennick said.", "inflected"},
		{"paraphrase", "“The letters of the theatre programme aren't gone, because the clerks carried them up the stairs,” said Brennick.", "paraphrase"},
	} {
		t.Run(c.name, func(t *testing.T) {
			list := tell([]string{said, said, c.last})
			want := []string{"0 consensus", "1 consensus", "2 " + c.want}
			if got := classesFound(Compare(list, allOf(list))); !slices.Equal(got, want) {
				t.Errorf("got %q, wanted %q", got, want)
			}
		})
	}
}

// TestOneOrTwoWords checks that nobody, no one and no-one are the same.
func TestOneOrTwoWords(t *testing.T) {
	list := tell([]string{
		"“The shelves came down but nobody in the shop was hurt,” said Tau.",
		"“The shelves came down but nobody in the shop was hurt,” Tau told the paper.",
		"“The shelves came down but no one in the shop was hurt,” Tau said.",
		"“The shelves came down but no-one in the shop was hurt,” said Tau, a shopkeeper.",
	})
	s := Compare(list, allOf(list))
	if want, got := []string{"0 consensus", "1 consensus", "2 house-style", "3 house-style"}, classesFound(s); !slices.Equal(got, want) || len(s.Disagreements) > 0 {
		t.Errorf("got %q, wanted %q; %d disagreements", got, want, len(s.Disagreements))
	}
}

// TestBackTranslation checks that a telling which words all its quotations
// anew is told from one that exchanges a word.
func TestBackTranslation(t *testing.T) {
	list := tell([]string{
		"“We lost four hundred years of letters in one night,” Brennick said, still in her boots, when she came up from the vault towards noon. She had slept for two hours. “Nobody in this town has ever seen the river rise so fast,” she added.",
		"Asked about the damage, the head of the council called it a disaster: “We lost four hundred years of letters in one night.” Her deputy nodded while she went on to talk of the weather. “Nobody in this town has ever seen the river rise so fast.”",
		"“We have lost four centuries of correspondence in a single night,” declared Brennick. “Nobody in this town has ever observed the river climb that quickly,” she added.",
		"“We lost four hundred years of documents in one night,” Brennick said. “Nobody in this town has ever seen the river rise so fast,” she added.",
	})
	want := []string{"0 consensus", "0 consensus", "1 consensus", "1 consensus", "2 back-translation", "2 back-translation", "3 consensus", "3 paraphrase"}
	if got := classesFound(Compare(list, allOf(list))); !slices.Equal(got, want) {
		t.Errorf("got %q, wanted %q", got, want)
	}
}

// TestTimeline checks the order of tellings by time and the days they speak of.
func TestTimeline(t *testing.T) {
	list := tell([]string{"The council met on Tuesday.", "The council met on March 12.", "It will meet on Friday.", "No day was given."})
	list[0].Published, list[1].Published, list[2].Published = "2024-03-14T10:00:00Z", "2024-03-13", "2024-03-14T08:30:00Z"
	s := Compare(list, []int{3, 2, 1, 0})
	if !slices.Equal(s.Timeline, []int{1, 2, 0}) {
		t.Errorf("timeline %v", s.Timeline)
	}
	var got []string
	for _, f := range s.Facts {
		if f.Kind == DayFact && (f.Text == "Tuesday" || f.Text == "March 12") {
			got = append(got, f.Text+" "+f.Day+" "+strconv.Itoa(len(f.Places)))
		}
	}
	if want := []string{"March 12 2024-03-12 1", "Tuesday  1"}; !slices.Equal(got, want) {
		t.Errorf("days %q, wanted %q", got, want)
	}
}
