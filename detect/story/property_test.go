package story

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/calque-check/calque/detect/article"
)

// describeAll writes what a comparison found without the numbers of the
// articles.
func describeAll(articles []*article.Article, s Story) []string {
	text := func(p Place) string { return articles[p.Article].Text[:20] + "/" + articles[p.Article].Slice(p.Span) }
	var out []string
	for _, d := range s.Disagreements {
		var others []string
		for _, o := range d.Others {
			others = append(others, text(o))
		}
		slices.Sort(others)
		out = append(out, fmt.Sprintln(d.Kind, text(d.Place), others, d.Message, d.Suggestion))
	}
	slices.Sort(out)
	return out
}

// TestOrder checks that the order of the articles changes nothing.
func TestOrder(t *testing.T) {
	articles, truth := project(t)
	random := rand.New(rand.NewPCG(1, 2))
	for _, members := range storiesOf(truth) {
		var story []*article.Article
		for _, m := range members {
			story = append(story, articles[m])
		}
		first := Compare(story, allOf(story))
		want := describeAll(story, first)
		for range 10 {
			random.Shuffle(len(story), func(i, j int) { story[i], story[j] = story[j], story[i] })
			again := Compare(story, allOf(story))
			if got := describeAll(story, again); !slices.Equal(got, want) {
				t.Fatalf("in another order found\n%s\nwanted\n%s", strings.Join(got, ""), strings.Join(want, ""))
			}
			if again.ID != first.ID || again.Title != first.Title {
				t.Fatalf("in another order %s %q, not %s %q", again.ID, again.Title, first.ID, first.Title)
			}
		}
	}
	for range 3 {
		shuffled := random.Perm(len(articles))
		var list []*article.Article
		var stories []string
		for _, i := range shuffled {
			list, stories = append(list, articles[i]), append(stories, truth[i])
		}
		if p, r := bcubed(len(list), Group(list, 2), stories); p < 1 || r < 1 {
			t.Errorf("order %v: precision %.2f, recall %.2f", shuffled, p, r)
		}
	}
}

// TestRepeatable checks that the same input gives the same result.
func TestRepeatable(t *testing.T) {
	articles, _ := project(t)
	first := Group(articles, 2)
	for range 5 {
		if again := Group(articles, 2); !reflect.DeepEqual(again, first) {
			t.Fatalf("%+v\nis not\n%+v", again, first)
		}
	}
	for _, s := range first {
		want := Compare(articles, s.Members)
		for range 5 {
			if got := Compare(articles, s.Members); !reflect.DeepEqual(got, want) {
				t.Fatalf("%+v\nis not\n%+v", got, want)
			}
		}
	}
}

// TestCopies checks that copies of one telling are one witness.
func TestCopies(t *testing.T) {
	paragraphs := []string{
		"The night shift at the Corvel dam saw it first, a thin line of water on the dry side of the wall.",
		"“We closed both gates within the hour and nobody slept,” said Hanne Vold, who runs the plant with 30 engineers.",
		"By the morning 4,500 people had been told to leave the valley, and buses took them to schools uphill.",
		"Inspectors are to look at the wall on Friday. The dam was built in the fifties and last repaired nine years ago.",
	}
	other := []string{
		"Water seeped through the wall of the dam at Corvel overnight, and a valley was emptied before breakfast.",
		"“We shut the two gates inside an hour and no one slept,” plant manager Hanne Vold said.",
		"The county moved 45,000 people out of the valley by morning, by bus.",
		"A team of inspectors is expected in two days.",
	}
	story := []*article.Article{written("Valley emptied below leaking dam", other...)}
	for i := range 4 {
		copied := slices.Clone(paragraphs)
		copied[0] = fmt.Sprintf("Outlet %d reports from the Corvel dam. ", i) + copied[0]
		story = append(story, written(fmt.Sprintf("Dam leaks, edition %d", i), copied...))
	}
	if found := Compare(story, allOf(story)).Disagreements; len(found) > 0 {
		t.Errorf("four copies of one text are no consensus: %+v", found)
	}
	stories := Group(story[1:], 2)
	if len(stories) != 1 || len(stories[0].Members) != 4 {
		t.Errorf("copies belong together: %+v", stories)
	}
}

// TestNamedStories checks that stories named by the input are respected.
func TestNamedStories(t *testing.T) {
	articles, truth := project(t)
	for i, a := range articles {
		if i%4 < 2 {
			a.Story = fmt.Sprint(truth[i], i%4)
		}
	}
	for _, s := range Group(articles, 2) {
		named := ""
		for _, m := range s.Members {
			if a := articles[m]; a.Story != "" {
				if named != "" && named != a.Story {
					t.Errorf("articles of stories %s and %s are in one group", named, a.Story)
				}
				named = a.Story
			}
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("“We lost four hundred years of letters,” she said.", "“We lost four centuries of letters,” she said.", "She said: “We lost four hundred years of letters [...] here.”")
	f.Add("his son-in-law Jon Bell paid $3 million on May 4", "Jon Bell, her stepfather's 3m euros", "“\"“'…[")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		articles := []*article.Article{written("A title", a, b), written("", b), written("", c), written("", a, c)}
		for _, s := range Group(articles, 2) {
			for _, d := range Compare(articles, s.Members).Disagreements {
				for _, p := range append(d.Others, d.Place) {
					_ = articles[p.Article].Slice(p.Span)
				}
			}
		}
		s := Compare(articles, allOf(articles))
		for _, d := range s.Disagreements {
			if len(d.Others) < 1 || d.Message == "" {
				t.Errorf("%+v", d)
			}
		}
		for _, u := range s.Quotations {
			if u.Consensus >= len(u.Variants) || len(u.Variants) == 0 {
				t.Errorf("%+v", u)
			}
		}
	})
}
