package heuristics

import (
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

var residents = func() []swap {
	var out []swap
	for _, r := range []struct{ place, office string }{
		{"white house", "president"},
		{"élysée|elysée|elysee [palace]", "French president"},
		{"kremlin", "Russian president"},
		{"[hôtel|hotel] [de] matignon", "French prime minister"},
		{"moncloa [palace]", "Spanish prime minister"},
		{"(casa rosada|pink house)", "Argentine president"},
		{"planalto [palace]", "Brazilian president"},
		{"quirinale|quirinal [palace]", "Italian president"},
		{"(palazzo chigi|chigi palace)", "Italian prime minister"},
		{"palace of são|sao bento", "Portuguese prime minister"},
		{"belém|belem palace", "Portuguese president"},
		{"cotroceni [palace]", "Romanian president"},
		{"[10] downing street", "prime minister"},
		{"bankova [street]", "Ukrainian president"},
		{"chancellery", "chancellor"},
	} {
		out = append(out,
			swap{"tenant|lessee|inhabitant|host of [the] " + r.place, r.office},
			swap{"tenants|lessees|inhabitants|hosts of [the] " + r.place, r.office + "s"})
	}
	return out
}()

// institutionHeads are phrases for office-holders with their title; a "_" in
// the phrase is a country's adjective.
var institutionHeads = func() []swap {
	out := []swap{
		{"head|chief of the pentagon", "defense secretary"},
		{"head of the [us|american|u.s.] state department", "secretary of state"},
		{"head|chief of the kremlin", "Russian president"},
		{"head of the white house", "president"},
		{"head of the mfa", "foreign minister"},
		{"head of the foreign office", "foreign secretary"},
		{"head|chief of the foreign policy|affairs department", "foreign minister"},
		{"head|chief of the military|defense|defence department", "defence minister"},
		{"head of the regional administration", "governor"},
		{"head of the region", ""},
		{"head of the republic", ""},
		{"head of the cabinet [of ministers]", "prime minister"},
	}
	for _, m := range []string{"foreign", "defence", "defense", "interior", "finance", "health", "education", "justice", "economy", "energy", "agriculture", "culture", "transport", "environment"} {
		out = append(out,
			swap{"head|chief of the " + m + " ministry", m + " minister"},
			swap{"head|chief of the _ " + m + " ministry", "_ " + m + " minister"},
			swap{"head|chief of the ministry of " + m, m + " minister"},
			swap{"head|chief of the _ ministry of " + m, "_ " + m + " minister"})
	}
	return append(out,
		swap{"head|chief of the ministry of foreign affairs", "foreign minister"},
		swap{"head|chief of the _ ministry of foreign affairs", "_ foreign minister"},
		swap{"head|chief of the ministry of internal affairs", "interior minister"},
		swap{"head|chief of the _ ministry of internal affairs", "_ interior minister"},
		swap{"head of the ministry", "minister"})
}()

var civilServants = sentenceHas("dame sir permanent mandarin mandarins")

func judgeInstitutionHead(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	s := institutionHeads[hit.Phrase]
	if civilServants(doc, hit) { // "Dame Olive, the head of the Foreign Office"
		return detect.Match{}, false
	}
	instead := s.instead
	if rest, adjective := strings.CutPrefix(instead, "_ "); adjective {
		country := doc.Tokens[hit.First+3]
		if !country.Is(article.Capital) {
			return detect.Match{}, false
		}
		instead = doc.Slice(country.Span) + " " + rest
	}
	if !ended(doc, hit) || following(doc, hit, 1).Norm == "of" || following(doc, hit, 1).Norm == "for" {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	if instead != "" {
		m.Suggestions = insteadOf(doc, m.Span, instead)
	}
	return m, true
}

func judgeChiefOfDiplomacy(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if !ended(doc, hit) || followedBy("at for of")(doc, hit) {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	adjective := doc.Tokens[hit.End-2]
	switch {
	case adjective.Norm == "european":
		m.Suggestions = []string{"EU foreign policy chief"}
	case adjective.Is(article.Capital):
		m.Suggestions = []string{doc.Slice(adjective.Span) + " foreign minister"}
	case adjective.Norm == "of":
		m.Suggestions = []string{"foreign minister"}
	default:
		return detect.Match{}, false
	}
	return m, true
}

// pairWords are words that speak of two.
var pairWords = setOf("two both either neither between respectively")

// latterOfPair holds where "the latter" chooses from a pair, or has nothing
// before it to point to.
func latterOfPair(doc *detect.Document, hit detect.Hit) bool {
	s := doc.Tokens[hit.First].Sentence
	for n := s - 1; n <= s; n++ {
		if n < 0 {
			return true
		}
		r := doc.Sentences[n].Tokens
		for i := r.First; i < r.End; i++ {
			// "The former" is one of a pair, "the former mayor" is not.
			former := norm(doc, i) == "former" && norm(doc, i-1) == "the" && ended(doc, detect.Hit{Range: article.Range{First: i, End: i + 1}})
			if former || pairWords[norm(doc, i)] {
				return true
			}
		}
	}
	return false
}

// personVerbs are what somebody named does in a report; rules for anybody have
// "must" and "may".
const personVerbs = "denies denied said says was is had has told refused declined claims claimed replied did does admitted confirmed explained wrote responded rejected laughed appealed apologised apologized reacted"

func accordingTo(doc *detect.Document, hit detect.Hit) bool {
	return preceding(doc, hit, 1).Norm == "to" && preceding(doc, hit, 2).Norm == "according"
}

// magnateAgain holds where the article calls somebody a magnate twice or more
// without a name.
func magnateAgain(doc *detect.Document, _ detect.Hit) bool {
	n := 0
	for i, t := range doc.Tokens {
		if t.Norm != "magnate" && t.Norm != "multimillionaire" || t.Is(article.Quoted) {
			continue
		}
		if ended(doc, detect.Hit{Range: article.Range{First: i, End: i + 1}}) {
			n++
		}
	}
	return n >= 2
}

var interlocutors = []swap{
	{"agency|publication|newspaper|channel|portal|outlet 's interlocutor", "_ 's source"},
	{"agency|publication|newspaper|channel|portal|outlet 's interlocutors", "_ 's sources"},
	{"interlocutor of the|our agency|publication|newspaper|channel|portal", "source"},
	{"interlocutors of the|our agency|publication|newspaper|channel|portal", "sources"},
	{"our interlocutor", "our source"},
	{"interlocutor said|says|told|noted|added|explained|stressed|believes|claims|claimed|specified|confirmed", "source"},
	{"interlocutors say|said|told|believe|claim|noted", "sources"},
}

func judgeInterlocutor(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if hit.Phrase > 4 && preceding(doc, hit, 1).Norm == "'s" { // an envoy: "the government's interlocutor said"
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	last := doc.Slice(doc.Tokens[hit.End-1].Span)
	first := doc.Slice(doc.Tokens[hit.First].Span)
	switch instead := interlocutors[hit.Phrase].instead; {
	case hit.Phrase < 2:
		m.Suggestions = []string{first + strings.TrimPrefix(instead, "_ ")}
	case hit.Phrase < 4:
		m.Suggestions = []string{last + "'s " + instead}
	case hit.Phrase == 4:
		m.Suggestions = insteadOf(doc, m.Span, instead)
	default:
		m.Suggestions = insteadOf(doc, m.Span, instead+" "+last)
	}
	return m, true
}

var pressServices = []swap{
	{"(press service|press-service) of", "press office of"},
	{"(press services|press-services) of", "press offices of"},
	{"(press service|press-service) said|reported|reports|says|noted|told|added|announced|clarified", ""},
	{"(press service|press-service)", "press office"},
}

// inLowerCase holds where the second word has no capital: no proper name.
func inLowerCase(doc *detect.Document, hit detect.Hit) bool {
	return !capital(doc, hit.First) && !capital(doc, hit.First+1) || opening(doc, hit)
}

func judgeStatedBy(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	before := preceding(doc, hit, 1)
	switch hit.Phrase {
	case 0:
		return m, opening(doc, hit) && doc.Tokens[hit.First].Norm == "this" && following(doc, hit, 2).Norm != "time" // "reported at the time as"
	case 1:
		// "He was told about it" is passive, "to be told about this" too.
		return m, before.Norm != "" && !setOf("was were been be being is are get got gets never not being nobody")[before.Norm] &&
			(followedBy(". in on at to by with")(doc, hit) || following(doc, hit, 1).Norm == "")
	default:
		t := following(doc, hit, 1)
		return m, opening(doc, hit) && setOf("the was it he she they is")[t.Norm]
	}
}

var sourceTags = []swap{
	{", informs|transmits", ""},
	{"reports|reported|writes|wrote|informs|announced|stated|said with [a] reference to", "citing"},
	{"citing data|information of", "citing"},
}

func judgeSourceTag(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	switch hit.Phrase {
	case 0:
		// Only the verb is marked, and only before an outlet's name.
		if !beforeName(doc, hit) && !followedBy("the")(doc, hit) {
			return detect.Match{}, false
		}
		return detect.Match{Span: doc.Tokens[hit.End-1].Span, Suggestions: []string{"reports"}}, true
	case 1:
		return detect.Match{Span: doc.SpanOf(article.Range{First: hit.First + 1, End: hit.End}), Suggestions: []string{"citing"}}, true
	}
	return detect.Match{Span: doc.SpanOf(hit.Range), Suggestions: []string{"citing"}}, true
}

var nicknames = []swap{
	{"the hexagon", "France"},
	{"the old continent", "Europe"},
	{"beyond the rhine", "in Germany"},
	{"beyond the pyrenees", ""},
	{"the celestial empire", "China"},
	{"the country of the rising sun", "Japan"},
	{"the country of the cedars", "Lebanon"},
	{"the country of cervantes", "Spain"},
	{"the country of the carnation", "Portugal"},
	{"the country of tulips", "the Netherlands"},
	{"the helvetic|gallic|lusitanian|aztec|inca|carioca|magyar|guarani country|nation|team|side", ""},
	{"the (country|land) of uncle sam", "the United States"},
	{"the transalpine team|club|side|government|press|media|federation|group|company|striker|champion|champions|minister|public", ""},
}

// judgeNickname wants capitals where the nickname has them, so that badges and
// mountain passes stay silent.
func judgeNickname(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	words := doc.TokensIn(hit.Range)
	switch hit.Phrase {
	case 2, 3: // armies and tribes go beyond the Rhine
		if ofWars(doc, hit) {
			return detect.Match{}, false
		}
	case 0, 1, 4:
		for _, t := range words[1:] {
			if !t.Is(article.Capital) {
				return detect.Match{}, false
			}
		}
		if !ended(doc, hit) {
			return detect.Match{}, false
		}
	}
	return replace(nicknames)(doc, hit)
}

var ofWars = sentenceHas("army armies troops driven drove cross crossed legions tribe tribes border frontier empire romans roman forces retreat retreated march marched advance advanced fled exile")

var homologues = []swap{
	{"homologue|homolog", "counterpart"},
	{"homologues|homologs", "counterparts"},
}

var aforementioned = []swap{
	{"the aforementioned|afore-mentioned|above-mentioned|abovementioned|aforesaid|mentioned", "the"},
	{"the above|already mentioned", "the"},
	{"the said vehicle|man|woman|company|car|house|person|document|money|decree|building|accident|project|operation|amount|meeting|town|street|road|event", "the _"},
}

// judgeAforementioned wants a noun after the words.
func judgeAforementioned(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	t := following(doc, hit, 1)
	if t.Kind != article.Word || closing[t.Norm] || norm(doc, hit.First+1) == "said" && outerCircle(doc, hit) {
		return detect.Match{}, false
	}
	return replace(aforementioned)(doc, hit)
}

var relevantBodies = []swap{
	{"relevant (departments|department|state departments|government departments|functional departments)", "authorities"},
	{"relevant units|unit", ""},
	{"relevant personnel|staff", "staff"},
	{"relevant [responsible] (person|persons|people) in charge", "official"},
	{"relevant responsible person|persons|comrade|comrades|comrades|official|officials", "official"},
	{"relevant national|state (regulations|provisions|policies|laws)", ""},
	{"relevant regulations of", ""},
}

// judgeReporterLearned keeps stories about reporters silent.
func judgeReporterLearned(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	switch hit.Phrase {
	case 0:
		return m, followedBy("from that at on in , about today through")(doc, hit)
	case 1:
		return m, !setOf("a an one another his her their")[preceding(doc, hit, 1).Norm]
	case 2:
		return m, setOf("that from")[doc.Tokens[hit.End-1].Norm]
	case 3:
		t := following(doc, hit, 1)
		return m, (t.Is(article.Capital) || t.Norm == ":") && t.Norm != ""
	}
	return m, true
}

// judgeWireDateline wants a place and a date after the agency, and a closing
// mark as the last thing of a paragraph.
func judgeWireDateline(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	para := doc.Paragraphs[doc.ParagraphAt(m.Start)]
	if hit.Phrase == 1 {
		return m, para.Tokens.End == hit.End || para.Tokens.End == hit.End+1
	}
	if para.Tokens.First != hit.First {
		return m, false
	}
	for _, t := range doc.Tokens[hit.End:min(hit.End+8, para.Tokens.End)] {
		if months[t.Norm] {
			return m, true
		}
	}
	return m, false
}
