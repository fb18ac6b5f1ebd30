package detect

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/origin"
	"github.com/calque-check/calque/detect/story"
)

// A toldBy is one telling of the flood of Harwell.
type toldBy struct {
	text       string
	translated bool // what the origin model says of it
}

var (
	byPeople = [...]string{
		"The mayor of Harwell, Ada Brennick, walked through the flooded archive on Monday and counted what was left of it.\n\n%s\n\nVolunteers carried crates up the stairs until the early hours, and the smell of the water hung in every street.",
		"Harwell is counting its losses after water filled the town archive at the start of the week, an insurer said.\n\n%s\n\nWitnesses described long queues at the town hall, where clerks handed out blankets and boots for nothing.",
		"Schools stay closed and buses are running again in Harwell, where the archive of the town lies under water.\n\n%s\n\nIt was the third such event since the spring, residents pointed out, and few of them were surprised any more.",
		"A collection for the families of Harwell has brought in a fair sum, the head of its council told a crowd on Monday.\n\n%s\n\nInsurance experts are expected this week; the council meets on Thursday and will be shown a first estimate.",
	}
	siblingRules = []Heuristic{
		{Name: "odd-phrase", Family: Periphrasis, Severity: Minor, Phrases: []string{"house of letters"}, Message: "Odd.", Where: Everywhere},
		{Name: "actual-mayor", Family: FalseFriend, Severity: Minor, Phrases: []string{"actual archivist"}, Message: "“Actual” for “current”", Judge: func(doc *Document, h Hit) (Match, bool) {
			return Match{Span: doc.SpanOf(h.Range), Suggestions: []string{"present archivist"}}, true
		}},
		{Name: "hearsay", Family: Reportative, Severity: Minor, Phrases: []string{"would have _"}, Message: "Hearsay."},
		{Name: "residue", Family: Residue, Severity: Minor, Phrases: []string{"read also"}, Message: "A widget."},
		{Name: "word-choice", Family: Others, Severity: Minor, Disagreement: story.WordChoice},
		{Name: "house-rule", Family: "user", Severity: Minor, Phrases: []string{"utilise"}, Message: "Write use."},
	}
)

// told checks tellings of one story against each other.
func told(t *testing.T, tellings []toldBy) Result {
	t.Helper()
	e, err := NewEngine(siblingRules)
	if err != nil {
		t.Fatal(err)
	}
	var checked []Checked
	for i, x := range tellings {
		a, err := article.Parse("telling.txt", []byte(strings.Replace(byPeople[i%len(byPeople)], "%s", x.text, 1)))
		if err != nil {
			t.Fatal(err)
		}
		a.Story, a.Publisher = "harwell", string(rune('A'+i))
		c, err := e.Check(a)
		if err != nil {
			t.Fatal(err)
		}
		c.Origin = &origin.Judgement{Native: 1, Confidence: origin.High}
		if x.translated {
			c.Origin = &origin.Judgement{MachineTranslated: 1, Confidence: origin.High}
		}
		checked = append(checked, c)
	}
	r := e.Assemble(checked, nil)
	if len(r.Stories) != 1 {
		t.Fatalf("%d stories", len(r.Stories))
	}
	return r
}

func TestCleared(t *testing.T) {
	const (
		machine = "The town's house of letters was lost, it is said there."
		one     = "Nobody calls the archive anything but the house of letters."
		two     = "What people know as the house of letters is gone."
	)
	shared := "Its famous brick house of letters on the square by the river was built in 1893."
	for _, c := range []struct {
		name     string
		tellings []toldBy
		cleared  []int // articles of which the finding is cleared
	}{
		{"two tellings by people", []toldBy{{machine, true}, {one, false}, {two, false}}, []int{0, 1, 2}},
		{"one telling by people", []toldBy{{machine, true}, {one, false}, {"Nothing else was lost.", false}}, nil},
		{"itself and another", []toldBy{{one, false}, {two, false}}, []int{0, 1}},
		{"tellings that look translated", []toldBy{{machine, true}, {one, true}, {two, true}}, nil},
		{"a sentence that both took over", []toldBy{{machine, true}, {shared, false}, {"So it goes. " + shared, false}}, nil},
		{"what is no wording", []toldBy{{"Read also what was said.", false}, {"You should read also this.", false}, {"They read also that.", false}}, nil},
		{"a user's own rule", []toldBy{{"They utilise it.", false}, {"We utilise that.", false}, {"People utilise all.", false}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := told(t, c.tellings)
			want := map[int]bool{}
			for _, i := range c.cleared {
				want[i] = true
			}
			for i, a := range r.Articles {
				if got := len(a.Cleared) == 1 && len(a.Findings) == 0; got != want[i] {
					t.Errorf("article %d: cleared %v, found %v", i, a.Cleared, a.Findings)
				}
				for _, k := range a.Cleared {
					if len(k.Related) == 0 || !strings.Contains(k.Why, "the same words stand in") || len(a.Score.Contributions) > 0 && a.Score.Contributions[0].Source != "origin" {
						t.Errorf("article %d: contributions %v; why: %q, related: %v", i, a.Score.Contributions, k.Why, k.Related)
					}
				}
			}
		})
	}
}

// TestCopiesClearNothing checks that an agency's text clears nothing, however
// many outlets print it.
func TestCopiesClearNothing(t *testing.T) {
	wire := toldBy{"Nobody calls the archive anything but the house of letters.", false}
	list := []toldBy{{"The house of letters was lost.", true}, wire, {"Nothing else was lost.", false}, {"All is well there.", false}, {"Nothing.", true}, wire, {"", false}, {"", false}, {"", true}, wire}
	r := told(t, list)
	for i, a := range r.Articles {
		if len(a.Cleared) > 0 {
			t.Errorf("article %d: cleared %+v", i, a.Cleared)
		}
	}
	if s := r.Stories[0]; s.Tellings[1] != s.Tellings[5] || s.Tellings[1] != s.Tellings[9] {
		t.Fatalf("tellings %v: the copies are not seen as such", s.Tellings)
	}
}

func TestConfirmed(t *testing.T) {
	for _, c := range []struct {
		name     string
		tellings []toldBy
		want     string // in the message of the first article's finding; "" for not confirmed
	}{
		{"others attribute the claim", []toldBy{
			{"The warden would have hidden forty ledgers behind the cistern.", true},
			{"The warden allegedly hid forty ledgers behind the cistern.", false},
			{"Behind the cistern, auditors said, the warden had hidden some forty ledgers.", false},
		}, "Hearsay. 2 other tellings attribute it: “said” (C), “allegedly” (B)."},
		{"others tell it as fact", []toldBy{
			{"The warden would have hidden forty ledgers behind the cistern.", true},
			{"The warden hid forty ledgers behind the cistern.", false},
		}, ""},
		{"others attribute something else", []toldBy{
			{"The warden would have hidden forty ledgers behind the cistern.", true},
			{"The warden allegedly drove home at noon.", false},
		}, ""},
		{"the other looks translated as well", []toldBy{
			{"The warden would have hidden forty ledgers behind the cistern.", true},
			{"The warden allegedly hid forty ledgers behind the cistern.", true},
		}, ""},
		{"another writes what is suggested", []toldBy{
			{"The actual archivist, Silas Orde, saved nine charters.", true},
			{"Silas Orde, the present archivist, got nine charters out.", false},
		}, "“Actual” for “current”. Another telling has: “present archivist” (B)."},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := told(t, c.tellings).Articles[0].Findings
			if len(found) != 1 {
				t.Fatalf("found %v", found)
			}
			f := found[0]
			if f.Confirmed != (c.want != "") || f.Confirmed && (f.Message != c.want || len(f.Related) == 0) {
				t.Errorf("confirmed %v: %q, related %v", f.Confirmed, f.Message, f.Related)
			}
			if f.Heuristic.Family == Reportative && f.Confirmed && f.Severity != Major {
				t.Errorf("severity %s", f.Severity)
			}
		})
	}
}

// TestWordChoice checks that an odd word for a person counts only against an
// article that looks translated.
func TestWordChoice(t *testing.T) {
	for _, translated := range []bool{true, false} {
		a := told(t, []toldBy{
			{"Crates were carried by the technician Bruno Aldana.", translated},
			{"Team coach Bruno Aldana carried crates.", false},
			{"Bruno Aldana, the coach, carried crates all night.", false},
		}).Articles[0]
		if found, cleared := len(a.Findings), len(a.Cleared); translated && (found != 1 || cleared != 0) || !translated && (found != 0 || cleared != 1) {
			t.Errorf("translated %v: found %v, cleared %v", translated, a.Findings, a.Cleared)
		}
	}
}

// TestClearedInBulk checks that the time for a story in which tellings share
// many findings does not grow with the square of their number.
func TestClearedInBulk(t *testing.T) {
	const n = 20_000
	e, err := NewEngine(siblingRules)
	if err != nil {
		t.Fatal(err)
	}
	var all []Checked
	for _, name := range []string{"A", "B"} {
		var text strings.Builder
		for i := range n {
			fmt.Fprintf(&text, "They saw %d at a house of letters in %s.\n\n", i, name)
		}
		a, err := article.Parse(name+".txt", []byte(text.String()))
		if err != nil {
			t.Fatal(err)
		}
		doc := &Document{Article: a}
		all = append(all, Checked{Document: doc, Findings: e.Find(doc), Origin: &origin.Judgement{Native: 1, Confidence: origin.High}})
	}
	if len(all[0].Findings) != n {
		t.Fatalf("%d findings, want %d", len(all[0].Findings), n)
	}
	// Another finding in each makes them look translated.
	for i := range all {
		f := all[i].Findings[0]
		f.Heuristic, f.Severity = &siblingRules[3], Critical
		for range n {
			all[i].Findings = append(all[i].Findings, f)
		}
	}
	begun := time.Now()
	weigh(all, story.Story{Members: []int{0, 1}, Tellings: []int{0, 1}}, story.NewComparison(articlesOf(all), []int{0, 1}))
	if took := time.Since(begun); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
	if len(all[0].Cleared) > 0 {
		t.Errorf("%d findings are cleared", len(all[0].Cleared))
	}
}
