package detect

import (
	"errors"
	"os"
	"os/exec"
	"reflect"
	"testing"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/language"
	"github.com/calque-check/calque/detect/story"
)

func parse(t testing.TB, text string) *article.Article {
	t.Helper()
	a, err := article.Parse("test.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestCheckRefuses checks that nothing is said about text that is not English.
func TestCheckRefuses(t *testing.T) {
	e, err := NewEngine([]Heuristic{{Name: "any-word", Phrases: []string{"_"}, Where: Everywhere}})
	if err != nil {
		t.Fatal(err)
	}
	_, err = e.Check(parse(t, "Le maire a vendu le port à son cousin, a rapporté lundi le quotidien. Les pêcheurs disent qu'ils n'ont pas été prévenus et que la vente doit être annulée."))
	var other *NotEnglish
	if !errors.As(err, &other) || other.Language != "fr" {
		t.Errorf("a French article: error %v, want one that says so", err)
	}
	if _, err := e.Check(article.New(article.Draft{Parts: []article.Part{{Pieces: []article.Piece{{Text: "... !!! ..."}}}}})); err == nil {
		t.Error("an article without words is checked")
	}
}

// TestCheckSeveral checks that articles that are checked together come out as each
// by itself does, whatever stands between them.
func TestCheckSeveral(t *testing.T) {
	e, err := NewEngine([]Heuristic{{Name: "ferry", Severity: Minor, Phrases: []string{"ferry"}, Where: Everywhere}})
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{
		"The ferry to Port Ellery was late on Monday, the harbour master said, and nobody could say when it would leave again.",
		"... !!! ...",
		"The mayor opened the new library on Tuesday, and the children of the town read to her from their favourite books.",
		"Le maire a vendu le port à son cousin, a rapporté lundi le quotidien. Les pêcheurs disent qu'ils n'ont pas été prévenus et que la vente doit être annulée.",
		"A second ferry, the ferry to Oban, left on time on Monday, and its captain said that the ferry had never been late.",
	}
	made := func(text string) *article.Article {
		return article.New(article.Draft{Parts: []article.Part{{Pieces: []article.Piece{{Text: text}}}}})
	}
	var together []*article.Article
	for _, text := range texts {
		together = append(together, made(text))
	}
	findings := 0
	for i, got := range e.CheckSeveral(together) {
		want, err := e.Check(made(texts[i]))
		if (got.Err == nil) != (err == nil) || err != nil && got.Err.Error() != err.Error() {
			t.Errorf("article %d: error %v, by itself %v", i, got.Err, err)
			continue
		}
		if err != nil {
			continue
		}
		if got.Checked.Article != together[i] {
			t.Errorf("article %d is another's", i)
		}
		if !reflect.DeepEqual(got.Checked.Origin, want.Origin) || got.Checked.Score.Quality != want.Score.Quality || len(got.Checked.Findings) != len(want.Findings) {
			t.Errorf("article %d is judged otherwise than by itself", i)
		}
		findings += len(want.Findings)
	}
	if findings != 4 {
		t.Errorf("%d findings, want 4", findings)
	}
	if got := e.CheckSeveral(nil); len(got) != 0 {
		t.Errorf("%d outcomes of no article", len(got))
	}
}

// TestLinguaStaysOut checks, in a process of its own, that plain English never
// loads lingua: it costs hundreds of megabytes.
func TestLinguaStaysOut(t *testing.T) {
	if os.Getenv("CALQUE_TEST_ENGLISH") == "" {
		cmd := exec.Command(os.Args[0], "-test.run=^TestLinguaStaysOut$", "-test.v")
		cmd.Env = append(os.Environ(), "CALQUE_TEST_ENGLISH=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	e, err := NewEngine([]Heuristic{{Name: "any-word", Phrases: []string{"_"}}})
	if err != nil {
		t.Fatal(err)
	}
	_, err = e.Check(parse(t, "Mayor sells harbour\n\nThe mayor of Saint-Aubrac sold the Port de la Vigie to José María de la Cruz, who owns the Crédit Maritime, on Monday. “C'est la vie,” he said. Nobody had been told."))
	if err != nil {
		t.Fatal(err)
	}
	if language.Loaded() {
		t.Error("lingua was loaded for an English article with French and Spanish names")
	}
}

// TestAssemble checks that a disagreement between tellings becomes a finding
// of the heuristic of its kind, on the telling that stands alone.
func TestAssemble(t *testing.T) {
	e, err := NewEngine([]Heuristic{{Name: "altered-quotation", Severity: Major, Message: "altered", Disagreement: story.AlteredQuotation}})
	if err != nil {
		t.Fatal(err)
	}
	const lead = "Thornbury Rovers have abandoned the signing of goalkeeper Mateo Iriarte from Real Almendra after a medical on Wednesday showed an old shoulder injury. The fee was 11 million pounds.\n\n"
	var checked []Checked
	for _, text := range []string{
		lead + "\"They looked at his shoulder for three hours and at our contract for three minutes,\" president Joaquin Belmonte said. Iriarte flew home to Almendra.",
		"Goalkeeper Mateo Iriarte's 11 million pound move from Real Almendra to Thornbury Rovers has collapsed over a shoulder injury.\n\nBelmonte, the president, told a radio station: \"They looked at his shoulder for three hours and at our contract for three minutes.\" Rovers declined to comment on the medical.",
		"The signing of Mateo Iriarte, Real Almendra's goalkeeper, by Thornbury Rovers for 11 million pounds was frustrated on Wednesday by an injury of the shoulder.\n\n\"They have watched his shoulder three hours and our contract three minutes,\" president Joaquin Belmonte declared. The medical took place in Thornbury.",
	} {
		c, err := e.Check(parse(t, text))
		if err != nil {
			t.Fatal(err)
		}
		checked = append(checked, c)
	}
	r := e.Assemble(checked, nil)
	if len(r.Stories) != 1 || len(r.Stories[0].Members) != 3 {
		t.Fatalf("stories: %+v", r.Stories)
	}
	for i, c := range r.Articles {
		want := 0
		if i == 2 {
			want = 1
		}
		if len(c.Findings) != want {
			t.Errorf("article %d has %d findings, want %d", i, len(c.Findings), want)
		}
	}
	f := r.Articles[2].Findings[0]
	if len(f.Related) != 2 || f.Related[0].Article != r.Articles[0].Article {
		t.Errorf("related passages: %+v", f.Related)
	}
	if others := r.Others(2); len(others) != 2 {
		t.Errorf("the third article has %d others", len(others))
	}
	if r.Articles[2].Score.Rank != 3 || *r.Articles[2].Score.AgainstOthers >= 0 {
		t.Errorf("score of the altered telling: %+v", r.Articles[2].Score)
	}
}
