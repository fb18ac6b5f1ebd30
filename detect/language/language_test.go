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
		{"가디언 보도에 따르면 시의회는 여객선 회사의 면허를 갱신하지 않기로 했다.", "ko"},
		{"市議会は月曜日、三隻の船が検査に通らなかったため、フェリー会社の免許を更新しないと発表した。", "ja"},
		{"Міська рада повідомила в понеділок, що не продовжить ліцензію поромної компанії.", "uk"},
		{"قال مجلس المدينة يوم الاثنين إنه لن يجدد رخصة شركة العبارات.", "ar"},
		{"De gemeenteraad heeft maandag gezegd dat de vergunning van het veerbedrijf niet wordt verlengd, omdat drie boten zijn afgekeurd.", "nl"},
		{"Rada miasta poinformowała w poniedziałek, że nie przedłuży licencji, ponieważ trzy łodzie nie przeszły przeglądu.", "pl"},
		{"A câmara municipal disse na segunda-feira que não vai renovar a licença, porque três barcos não passaram na inspeção.", "pt"},
		{"Il consiglio comunale ha detto lunedì che non rinnoverà la licenza, perché tre barche non hanno superato il controllo.", "it"},
		{"A városi tanács hétfőn közölte, hogy nem újítja meg a kompvállalat engedélyét, mert három hajó megbukott a vizsgán.", "hu"},
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
		{"The club sold two players, pero el entrenador no quiere hablar de los fichajes hasta que termine la temporada.", "es", "pero el entrenador no quiere hablar de los fichajes hasta que termine la temporada"},
		{"He ended with a line in Greek. Δεν μπορούμε να πληρώσουμε άλλο. Nobody spoke.", "el", "Δεν μπορούμε να πληρώσουμε άλλο"},
		{"We sang we danced we slept; health care over hot lines, door to door, per head per month, am told.", "", ""},
		{"Plans include health care per person, care over distance, AI tools, OS updates and hat sales.", "", ""},
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

// BenchmarkEnglish is the check of an English article of the usual size.
func BenchmarkEnglish(b *testing.B) {
	var paragraphs []string
	for _, place := range strings.Fields("Lindow Varn Estermouth Halden Korvo Tasmere") {
		paragraphs = append(paragraphs, "The harbour board of "+place+" said on Monday that it would not renew the ferry company's licence, because three boats had failed an inspection. “Nobody told us,” said Maren Holt, who runs the café at the quay of "+place+".")
	}
	a := parse(b, paragraphs...)
	b.ReportAllocs()
	b.SetBytes(int64(len(a.Text)))
	for b.Loop() {
		if Identify(a).Language != English || len(Passages(a)) > 0 {
			b.Fatal("not English")
		}
	}
}

func TestOuterCircle(t *testing.T) {
	for text, want := range map[string]bool{
		"The accused was on Monday remanded by a court in Lucknow.":          true,
		"The state will spend ₹40 on each tree, or 3 lakh in all.":           true,
		"Traders in Onitsha paid 900 naira for a basket.":                    true,
		"The prime minister leaves for India, Pakistan and Kenya on Monday.": false,
		"The council in Leeds spent £40 on each tree.":                       false,
	} {
		if got := OuterCircle(parse(t, text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
