package heuristics

import (
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// officialese are connective heuristics for the impersonal and official turns
// that news in many languages has and English news avoids. They were found by
// comparing the labelled articles, and named afterwards.
var officialese = []detect.Heuristic{
	{
		Name: "it-is-necessary-to", Family: detect.Connective, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "ja", "zh", "cs", "fr", "es"},
		Message:         `Impersonal necessity; say who must do it.`,
		Doc: detect.Doc{
			What:   `"It is necessary to" and "it is necessary that" in the reporter's voice.`,
			Why:    `Russian "необходимо", Czech "je třeba", French "il faut", Japanese "必要がある" and Chinese "需要" state a need without a person. English says who must or needs to. One native use in two million words of the labelled data, some six in 100,000 words of machine translation.`,
			Humans: "In instructions and law.",
			Misses: "Other adjectives.",
		},
		Phrases: []string{"it is|was|will [also|therefore|not|first|absolutely] [be] necessary to|that|for"},
		Examples: []detect.Example{
			{Text: "⟦It is necessary to⟧ replace the pipes before winter.", Suggest: ""},
			{Text: "Because of the frost ⟦it was necessary to⟧ close two schools.", Suggest: ""},
			{Text: "To save the forest, ⟦it is also necessary that⟧ the mill close.", Suggest: ""},
		},
		NearMisses: []string{
			"The council must replace the pipes before winter.",
			"Officials said repairs were necessary to keep the bridge open.",
			"It is a necessary evil, he said.",
		},
	},
	{
		Name: "in-accordance-with", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "zh", "he", "cs", "de", "es"},
		Message:         `Official style; write "under" or "by".`,
		Doc: detect.Doc{
			What:   `"In accordance with the" a law, decree, plan or decision.`,
			Why:    `Russian "в соответствии с", Chinese "按照", German "gemäß", Spanish "de acuerdo con" are neutral; English news writes "under the law".`,
			Humans: "In statutes and statements quoted at length.",
			Misses: "The phrase without an article.",
		},
		Phrases: []string{"in [full|strict] accordance with the|this|these|a|an|its|their"},
		Judge:   replace([]swap{{"", "under _"}}, not(followedBy("wishes wish spirit will best usual"))),
		Examples: []detect.Example{
			{Text: "He was fined ⟦in accordance with the⟧ law on noise.", Suggest: "under the"},
			{Text: "⟦In accordance with the⟧ decree, bars close at ten.", Suggest: "Under the"},
			{Text: "The dam is run ⟦in strict accordance with a⟧ treaty of 1961.", Suggest: "under a"},
		},
		NearMisses: []string{
			"He was fined under the law on noise.",
			"Her views are in accord with the party's.",
			"He acted in accordance with conscience.",
			"In accordance with the wishes of residents, the clock was kept.",
		},
	},
	{
		Name: "due-to-sentence-initial", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "de", "ja", "he", "zh", "cs"},
		Message:         `A sentence that opens with "Due to"; write "Because of" or begin with the fact.`,
		Doc: detect.Doc{
			What:   `"Due to" at the head of a sentence.`,
			Why:    `German "aufgrund", Russian "в связи с" and "из-за", Japanese "により" open sentences with the cause. English news begins with what happened, and careful writers (Fowler 1926 already) keep "due to" for after a noun or "to be".`,
			Humans: "In notices and weather reports, a tenth as often as in machine translation.",
			Misses: `"Due to" later in the sentence.`,
		},
		Phrases: []string{"due to the|a|an|this|these|his|her|its|their|such|heavy|bad|high|low|lack"},
		Judge:   replace([]swap{{"", "because of _"}}, opening, not(followedBy("fact"))),
		Examples: []detect.Example{
			{Text: "⟦Due to the⟧ frost, two schools stayed shut.", Suggest: "Because of the"},
			{Text: "Rain fell. ⟦Due to this⟧ the road was closed.", Suggest: "Because of this"},
			{Text: "⟦Due to heavy⟧ snow, no train ran.", Suggest: "Because of heavy"},
		},
		NearMisses: []string{
			"The delay was due to the frost.",
			"Due to open in May, the bridge is late.",
			"Due to the fact that it froze, schools stayed shut.",
		},
	},
	{
		Name: "vague-time-opening", Family: detect.Connective, Category: "style/register", Severity: detect.Minor,
		SourceLanguages: []string{"zh", "ru", "uk", "ja", "he"},
		Message:         "A vague time at the head of the sentence; give the date, or move it behind the verb.",
		Doc: detect.Doc{
			What:   `Sentences that open with "Recently,", "At present,", "At that time,", "At the moment," or "Nowadays,", at least one in fifteen of an article.`,
			Why:    `Chinese "近日" and "目前", Russian "в настоящее время" and "недавно", Japanese "現在" stand first as a matter of course; English news gives the day and puts it behind the verb.`,
			Humans: "In essays and reviews, and once in a longer article, which is left alone.",
			Misses: "Times inside the sentence.",
		},
		Phrases: []string{
			"recently ,", "at present ,", "at the present time ,", "at that time ,", "at the moment ,", "nowadays ,", "for the time being ,",
			"at this time ,", "in recent days ,", "in the near future ,", "at this moment ,", "up to now ,", "until now ,", "so far , it",
		},
		JudgeAll: openings(1, 1.0/15),
		Examples: []detect.Example{
			{Text: "⟦Recently,⟧ the bureau opened a park.", Suggest: ""},
			{Text: "⟦At present,⟧ 40 people work there. Nobody complains.", Suggest: ""},
			{Text: "He was a tailor. ⟦At that time,⟧ cloth was dear.", Suggest: ""},
		},
		NearMisses: []string{
			"The bureau recently opened a park.",
			"At the moment of the crash, he was asleep.",
			"At present, 40 people work there." + longStory,
		},
	},
	{
		Name: "in-the-field-of", Family: detect.Connective, Category: "style/awkward", Severity: detect.Minor,
		SourceLanguages: []string{"ru", "uk", "zh", "de", "fr", "es", "he"},
		Message:         `"In the field of" before a plain noun; write "in".`,
		Doc: detect.Doc{
			What:   `"In the field of", "in the sphere of", "in the domain of" energy, security, education and the like.`,
			Why:    `Russian "в области" and "в сфере", Chinese "在...领域", German "im Bereich", French "dans le domaine de" go before any noun. English says "in energy".`,
			Humans: "Of fields of research, and of vision, battle and play; only nouns of policy and business count.",
			Misses: "Other nouns.",
		},
		Phrases: []string{"in the field|fields|sphere|spheres|domain of [the] [public|national|international|information|renewable|digital|social|economic|technical|military|higher|environmental|nuclear|artificial|civil] " + policyFields},
		Judge:   judgeField,
		Examples: []detect.Example{
			{Text: "The two firms will work together ⟦in the field of energy⟧.", Suggest: "in energy"},
			{Text: "Crime ⟦in the sphere of public procurement⟧ has doubled.", Suggest: "in public procurement"},
			{Text: "She is an adviser ⟦in the domain of security⟧.", Suggest: "in security"},
		},
		NearMisses: []string{
			"He works in the field of quantum optics.",
			"The two firms will work together in energy.",
			"It lay in the field of vision of the guard.",
		},
	},
}

// policyFields are matters of policy and business, as alternatives of a phrase.
const policyFields = "energy|security|education|healthcare|health|defence|defense|culture|tourism|transport|trade|agriculture|procurement|taxation|construction|housing|employment|finance|banking|insurance|sport|sports|environment|ecology|logistics|infrastructure|services|cooperation|protection|industry|training|investment|investments|development|policy"

func judgeField(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if !ended(doc, hit) {
		return detect.Match{}, false
	}
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	first := hit.First + 4
	if norm(doc, first) == "the" {
		first++
	}
	noun := doc.Slice(doc.SpanOf(article.Range{First: first, End: hit.End}))
	m.Suggestions = insteadOf(doc, m.Span, "in "+noun)
	return m, true
}
