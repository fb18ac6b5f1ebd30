package language

import (
	"strings"
	"testing"

	"github.com/calque-check/calque/detect/article"
)

func parse(t testing.TB, paragraphs ...string) *article.Article {
	t.Helper()
	d := article.Draft{}
	for _, p := range paragraphs {
		d.Parts = append(d.Parts, article.Part{Pieces: []article.Piece{{Text: p}}})
	}
	return article.New(d)
}

func TestIdentify(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"The harbour board said on Monday that it would not renew the ferry company's licence, because three boats had failed an inspection.", "en"},
		{"Le conseil municipal a annoncé lundi que la ligne de ferry ne serait pas renouvelée, car trois bateaux n'ont pas passé l'inspection.", "fr"},
		{"Der Stadtrat teilte am Montag mit, dass die Fährlinie nicht verlängert wird, weil drei Boote die Prüfung nicht bestanden haben.", "de"},
		{"El consejo municipal anunció el lunes que no renovará la línea de transbordadores porque tres barcos no pasaron la inspección.", "es"},
		{"Городской совет сообщил в понедельник, что не продлит лицензию паромной компании, потому что три судна не прошли проверку.", "ru"},
		{"市议会周一表示，不会延长渡轮公司的许可证，因为三艘船没有通过检查。", "zh"},
		{"Ferry fire", "en"},
		{"Real Madrid 2, Sevilla 1. Barcelona 0, Valencia 3. Girona 4, Getafe 4 after extra time.", "en"},
	} {
		if got := Identify(parse(t, test.text)); got.Language != test.want {
			t.Errorf("Identify(%q) = %+v, want %s", test.text, got, test.want)
		}
	}
}

func TestPassages(t *testing.T) {
	for _, test := range []struct {
		text, language, passage string // "" for none
	}{
		{"The minister said the plan was dead. Le gouvernement ne peut pas continuer dans cette voie avec des ressources aussi limitées. He left early.", "fr", "gouvernement ne peut pas continuer dans cette voie avec des ressources aussi limitées"},
		{"The mayor spoke for an hour. Wir haben nicht genug Geld für den neuen Kindergarten und die Schule. Nobody applauded.", "de", "haben nicht genug Geld für den neuen Kindergarten und die Schule"},
		{"She read from the letter. Мы больше не можем платить за отопление. The room was silent.", "ru", "Мы больше не можем платить за отопление"},
		{"He teaches at the École normale supérieure and writes for Le Monde diplomatique.", "", ""},
		{"The Banco do Brasil and the Caixa Geral de Depósitos signed the deal with Crédit Agricole.", "", ""},
		{"María José de la Cruz y Fernández beat Jean-Marie Le Pen in the vote.", "", ""},
		{"The motto, liberté, égalité, fraternité, stands over the door.", "", ""},
		{"Police said the driver, a father of two, had not been drinking.", "", ""},
	} {
		a := parse(t, test.text)
		got := Passages(a)
		if test.language == "" {
			for _, p := range got {
				t.Errorf("in %q: found %q as %s", test.text, a.Slice(p.Span), p.Language)
			}
			continue
		}
		if len(got) != 1 || got[0].Language != test.language {
			t.Errorf("in %q: found %+v, want one passage in %s", test.text, got, test.language)
			continue
		}
		if excerpt := a.Slice(got[0].Span); !strings.Contains(excerpt, test.passage) {
			t.Errorf("in %q: found %q, want %q", test.text, excerpt, test.passage)
		}
	}
}

func BenchmarkEnglish(b *testing.B) {
	a := parse(b, "The harbour board said on Monday that it would not renew the ferry company's licence, because three boats had failed an inspection.")
	b.ReportAllocs()
	b.SetBytes(int64(len(a.Text)))
	for b.Loop() {
		if Identify(a).Language != English || len(Passages(a)) > 0 {
			b.Fatal("not English")
		}
	}
}
