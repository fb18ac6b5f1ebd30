package story

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/calque-check/calque/detect/article"
)

func TestFacts(t *testing.T) {
	var articles []*article.Article
	for _, text := range []string{
		"Rescuers saved 143 people on Wednesday. Captain Gennady Ploskov said 2 million euros were lost. Mr Ploskov is 59.",
		"All 143 people were saved. “The lamp was dark,” Gennady Ploskov said on Wednesday. Three vessels sank.",
	} {
		a, err := article.Parse("test.txt", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, a)
	}
	var got []string
	for _, f := range Compare(articles, []int{1, 0}).Facts {
		who := ""
		for _, p := range f.Places {
			who += strconv.Itoa(p.Article)
		}
		got = append(got, fmt.Sprintf("%s %s %s", who, f.Kind, f.Text))
	}
	want := []string{"01 day Wednesday", "01 figure 143 people", "01 name Gennady Ploskov", "0 figure 2 million euros", "1 figure Three vessels"}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestNamesAreOne checks that ranks and offices before a name are no part of it,
// and that a surname that is an office too is one.
func TestNamesAreOne(t *testing.T) {
	list := tell([]string{
		"Det Insp Carol Nance met Stephen King in the town of Penrose on the first day.",
		"Later the writer Stephen King and Detective Inspector Carol Nance spoke of the raid.",
		"It was DI Carol Nance who said that Stephen King was a guest. Angel Di Maria sang.",
	})
	var got []string
	for _, f := range Compare(list, allOf(list)).Facts {
		if f.Kind == NameFact && len(f.Places) == 3 {
			got = append(got, f.Text)
		}
	}
	if want := []string{"Carol Nance", "Stephen King"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
