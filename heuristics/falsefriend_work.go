package heuristics

import (
	"slices"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// falseFriendWork are cognates of staff, offices and training.
var falseFriendWork = []detect.Heuristic{
	{
		Name: "false-friend-collaborator-staff", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"es", "it", "fr", "ro", "de"},
		Message:         `"Collaborators" for "aides" or "staff".`,
		Doc: detect.Doc{
			What:   `A politician's or manager's "collaborators", "closest collaborators".`,
			Why:    `French "collaborateurs", Italian "collaboratori" and Spanish "colaboradores" are staff; English collaborators make a work together, or serve an enemy.`,
			Humans: "Of artists and scholars: an office or a firm must stand in the article, and those about music, film, books and research stay silent.",
			Misses: "The word without an owner.",
		},
		Phrases: phrasesOf(collaborators), Judge: replace(collaborators, ofPower, not(articleHas("album song songs film films band music musical musician writer writers director studio singer guitarist producer research researchers scientists scientist art artist artists actor theatre theater novel book paper study nazi regime designer composer poet photographer choreographer"))),
		Examples: []detect.Example{
			{Text: "The chancellor met her ⟦closest collaborators⟧.", Suggest: "closest aides"},
			{Text: "The plant ⟦employs 90 collaborators⟧."},
			{Text: "Three ⟦collaborators of the minister⟧ resigned.", Suggest: "aides to the minister"},
			{Text: "The mayor praised his ⟦close collaborators⟧.", Suggest: "close aides"},
		},
		NearMisses: []string{
			"The band and their close collaborators played on.",
			"The researchers and their main collaborators met.",
			"Collaborators were shot after the war.",
			"Her close collaborator Wim Aerts has died at 60.",
		},
	},
	{
		Name: "false-friend-responsible-noun", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "de", "pt", "ru"},
		Message:         `"The responsible" for the person in charge.`,
		Doc: detect.Doc{
			What:   `"The responsible of the centre", "the responsible said", "responsibles".`,
			Why:    `French "le responsable", Spanish "el responsable" and German "der Verantwortliche" are nouns; English "responsible" is none.`,
			Humans: "Not as a noun.",
			Misses: `"The responsible person".`,
		},
		Phrases: []string{"the|a responsible of the|a|this|his|her|our", "responsibles", "the responsible for the|this attack|campaign|crime|fire|project|area|department|operation|murder|investigation|programme|program|portfolio", "the|a political|main|only|alleged|presumed|local responsible of|for|is|was|has|said", "the|a responsible said|explained|told|declared|added|assured"},
		Judge:   judgeResponsible,
		Examples: []detect.Example{
			{Text: "⟦The responsible of⟧ the centre denied it.", Suggest: "The head of"},
			{Text: "The ⟦responsibles⟧ met on Friday.", Suggest: "officials"},
			{Text: "⟦The responsible said⟧ the pool would reopen.", Suggest: "The official said"},
		},
		NearMisses: []string{
			"The responsible driver waited.",
			"Those responsible will be punished.",
			"He is the one responsible for the fire.",
		},
	},
	{
		Name: "false-friend-formation", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "ru", "ro"},
		Message:         `"Formation" for "party" or "training".`,
		Doc: detect.Doc{
			What:   `"Political formation", "formation of the far right", "professional formation", "formation centre".`,
			Why:    `French "formation", Spanish "formación" are a party or group and also training; English formations are of jets, rocks and the ways things form.`,
			Humans: "Political scientists write of political formations, and commentators of a new one, which is left alone.",
			Misses: `"The formation" for a band or a team.`,
		},
		Phrases: phrasesOf(formation), Judge: replace(formation, not(precededBy("new"))),
		Examples: []detect.Example{
			{Text: "The leader of the ⟦political formation⟧ resigned.", Suggest: "party"},
			{Text: "She runs a ⟦formation centre⟧ in Lille.", Suggest: "training centre"},
			{Text: "The pupils receive ⟦professional formation⟧.", Suggest: "vocational training"},
		},
		NearMisses: []string{
			"The jets flew in formation.",
			"The formation of the government took weeks.",
			"The rock formation drew tourists.",
			"The rebel hopes to found a new political formation.",
		},
	},
	{
		Name: "false-friend-direction-management", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "de", "ru"},
		Message:         `"Direction" for "management".`,
		Doc: detect.Doc{
			What:   `"The direction of the hospital refused", "the direction announced" for those who run it.`,
			Why:    `French "direction", Spanish "dirección" and German "Direktion" are the management.`,
			Humans: `Of where one goes or where a thing is heading ("unhappy with the direction of the party"); so a verb of saying or deciding must follow.`,
			Misses: "Other verbs.",
		},
		Phrases: []string{
			"the direction of the school|hospital|company|club|group|museum|prison|factory|clinic|establishment|theatre|theater|channel|newspaper|airline|bank|hotel|university|party|federation|union|association refused|announced|decided|said|denied|denies|assured|assures|confirmed|confirms|declined|wants|plans|promised|did|has|expelled|chose|dismissed|fired|appointed",
			"the direction announced|decided|refused|denies|denied|assures|assured",
		},
		Judge: judgeDirection,
		Examples: []detect.Example{
			{Text: "⟦The direction of the hospital⟧ refused to comment.", Suggest: "The management of the hospital"},
			{Text: "On Monday ⟦the direction⟧ announced 40 layoffs.", Suggest: "the management"},
			{Text: "⟦The direction of the museum⟧ confirmed the theft.", Suggest: "The management of the museum"},
		},
		NearMisses: []string{
			"They walked in the direction of the hospital.",
			"Many are unhappy with the direction of the party.",
			"The direction of the wind changed.",
			"The direction of the company has been questioned by shareholders.",
		},
	},
	{
		Name: "false-friend-organism-body", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"es", "fr", "it", "pt", "ru"},
		Message:         `"Organism" for "agency" or "body".`,
		Doc: detect.Doc{
			What:   `"Public organism", "international organism", "the UN organism".`,
			Why:    `French "organisme", Spanish "organismo" are agencies; an English organism lives.`,
			Humans: "Not of agencies.",
			Misses: "The word alone.",
		},
		Phrases: phrasesOf(organism), Judge: replace(organism),
		Examples: []detect.Example{
			{Text: "The ⟦public organism⟧ will pay the debt.", Suggest: "public body"},
			{Text: "Three ⟦international organisms⟧ signed.", Suggest: "international bodies"},
			{Text: "The ⟦regulatory organism⟧ fined the bank.", Suggest: "regulatory body"},
		},
		NearMisses: []string{
			"The organism reproduces fast.",
			"Marine organisms died in the lake.",
			"A public health organism test failed.",
		},
	},
}

// ofPower holds in articles that speak of politics, or of a firm and its staff.
var ofPower = articleHas(`minister ministers president mayor chancellor premier governor senator deputy party government parliament prosecutor king
	company firm group employs employees director chairman manager`)

var (
	collaborators = []swap{
		{"close collaborators", "close aides"},
		{"closest collaborators", "closest aides"},
		{"close collaborator", "close aide"},
		{"closest collaborator", "closest aide"},
		{"main collaborators", "main aides"},
		{"former collaborators", "former aides"},
		{"collaborators of the president|minister|mayor|chancellor|senator|governor", "aides to the _"},
		{"collaborator of the president|minister|mayor|chancellor|senator|governor", "aide to the _"},
		{"collaborators of the company|group|firm", "staff of the _"},
		{"employs|employ|employing [about|some|nearly|around|over|almost] # collaborators", ""},
	}
	formation = slices.Concat(each("far-right far-left left-wing right-wing centre-right centre-left orange ecologist socialist nationalist centrist conservative populist", "% formation", "% party"), []swap{
		{"without [any] formation", "without training"},
		{"political formation", "party"},
		{"political formations", "parties"},
		{"formation of the left|right|far-right|far-left", "party of the _"},
		{"formation of the far|extreme right|left", "party of the far _"},
		{"professional formation", "vocational training"},
		{"formation centre|center", "training _"},
		{"formation centres|centers", "training _"},
	})
	organism = slices.Concat(
		each("international public official state regulatory supervisory governmental", "% organism", "% body"),
		each("international public official state regulatory supervisory governmental", "% organisms", "% bodies"),
	)
)

// judgeResponsible takes "the responsible" as a noun, and "responsibles".
func judgeResponsible(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	m := detect.Match{Span: doc.SpanOf(hit.Range)}
	switch hit.Phrase {
	case 0:
		// "of" ends the mark; what follows it belongs to the noun.
		m.End = doc.Tokens[hit.First+2].End
		m.Suggestions = insteadOf(doc, m.Span, norm(doc, hit.First)+" head of")
	case 1:
		m.Suggestions = insteadOf(doc, m.Span, "officials")
	default:
		m.Suggestions = insteadOf(doc, m.Span, norm(doc, hit.First)+" official "+norm(doc, hit.End-1))
	}
	return m, true
}

// judgeDirection takes the management without the verb that shows it is one,
// unless "in" makes it a way.
func judgeDirection(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	if w := preceding(doc, hit, 1).Norm; w == "in" || w == "with" || w == "by" || w == "under" {
		return detect.Match{}, false
	}
	if norm(doc, hit.End-1) == "has" && (beForms[following(doc, hit, 1).Norm] || following(doc, hit, 1).Norm == "changed") {
		return detect.Match{}, false // the way has been questioned
	}
	m := detect.Match{Span: article.Span{Start: doc.Tokens[hit.First].Start, End: doc.Tokens[hit.End-2].End}}
	m.Suggestions = insteadOf(doc, m.Span, "the management"+doc.Text[doc.Tokens[hit.First+1].End:m.End])
	return m, true
}
