package heuristics

import (
	"slices"
	"strings"

	"github.com/calque-check/calque/detect"
)

// falseFriend are the heuristics of cognates that mean something else. None
// looks at a word alone: "actual", "sensible" and "eventual" are good English,
// and only their company shows that the other language's word stands behind
// them.
var falseFriend = slices.Concat(falseFriendQualities, falseFriendPolitics, falseFriendWork, falseFriendVerbs, falseFriendThings, falseFriendEastern)

// falseFriendQualities are cognate adjectives.
var falseFriendQualities = []detect.Heuristic{
	{
		Name: "false-friend-actual", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "pt", "de", "nl", "ru"},
		Message:         `"Actual" for "current".`,
		Doc: detect.Doc{
			What:   `"The actual president", "the actual government" for the one in office now.`,
			Why:    `French "actuel", Spanish "actual", German "aktuell" mean current; English "actual" means real.`,
			Humans: `Where the real one is set against another ("the actual minister, not his double"): sentences with such a contrast stay silent, and "actual cost", "actual number" are never looked at.`,
			Misses: `"Actually" for "currently".`,
		},
		Phrases: phrasesOf(actual), Judge: replace(actual, not(sentenceHas("not never rather than fake impostor actor played plays instead real but nominal alleged")), whereSaid("moment situation context circumstances", not(followedBy("of when that in where")))),
		Examples: []detect.Example{
			{Text: "⟦The actual president⟧ of the club is Ana Ruiz.", Suggest: "The current president"},
			{Text: "Voters blame ⟦the actual government⟧ for the strike.", Suggest: "the current government"},
			{Text: "He lost to ⟦the actual champion⟧ in Turin.", Suggest: "the current champion"},
		},
		NearMisses: []string{
			"The actual cost was higher.",
			"The actor met the actual president he plays in the film.",
			"The actual owner of the dog came forward.",
			"He looked away at the actual moment of impact.",
		},
	},
	{
		Name: "false-friend-eventual", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "it", "de", "pt", "cs", "pl", "ru"},
		Message:         `"Eventual" for "possible".`,
		Doc: detect.Doc{
			What:   `"An eventual candidacy", "eventual victims", "any eventual problems" for what may or may not come.`,
			Why:    `French "éventuel", German "eventuell" and Russian "эвентуальный" mean possible; English "eventual" means final.`,
			Humans: `Of what did come in the end ("the eventual winner", "an eventual ban"); what is hoped for or worked towards is not on the list.`,
			Misses: `"Eventually" for "possibly".`,
		},
		Phrases: phrasesOf(eventual), Judge: replace(eventual, not(precededBy("to toward towards until"))),
		Examples: []detect.Example{
			{Text: "He ruled out ⟦an eventual candidacy⟧.", Suggest: "a possible candidacy"},
			{Text: "The ministry fears ⟦eventual victims⟧.", Suggest: "possible victims"},
			{Text: "The police are ready for ⟦any eventual attack⟧.", Suggest: "any attack"},
		},
		NearMisses: []string{
			"She lost to the eventual winner.",
			"He hopes for an eventual return to power.",
			"Their eventual marriage surprised nobody.",
			"The talks may pave the way for an eventual merger.",
			"Illness led to an eventual resignation.",
		},
	},
	{
		Name: "false-friend-ancient-former", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "ro", "it", "es"},
		Message:         `"Ancient" for "former".`,
		Doc: detect.Doc{
			What:   `"The ancient minister", "an ancient player", "ancient combatants".`,
			Why:    `French "ancien" before a role means former.`,
			Humans: "In jest of the old, and of antiquity: offices that antiquity had (king, senator) are not on the list.",
			Misses: "Roles outside the list.",
		},
		Phrases: phrasesOf(ancient), Judge: replace(ancient),
		Examples: []detect.Example{
			{Text: "The ⟦ancient minister⟧ was acquitted.", Suggest: "former minister"},
			{Text: "Two ⟦ancient players⟧ of the club spoke.", Suggest: "former players"},
			{Text: "The ⟦ancient combatants⟧ laid a wreath.", Suggest: "veterans"},
		},
		NearMisses: []string{
			"The ancient temple was looted.",
			"Ancient kings lie buried here.",
			"The ancient Romans built it.",
		},
	},
	{
		Name: "false-friend-sympathetic", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "de", "it", "nl", "ru"},
		Message:         `"Sympathetic" for "likeable".`,
		Doc: detect.Doc{
			What:   `"A sympathetic guy", "the sympathetic couple" for people one likes.`,
			Why:    `French "sympathique", German "sympathisch" mean likeable; English "sympathetic" means that somebody feels with others.`,
			Humans: "Of people who feel for others, and of characters in stories: articles about plays and films stay silent.",
			Misses: `"He is very sympathetic".`,
		},
		Phrases: []string{"sympathetic guy|man|woman|couple|waiter|host|girl|boy|duo|trainer|neighbour|neighbor|mascot|village|café|hotel|restaurant|town"},
		Judge:   exchange(1, "sympathetic=likeable", not(articleHas("film novel play character characters actress screenplay drama book series plea cause ear"))),
		Examples: []detect.Example{
			{Text: "The trainer is a ⟦sympathetic guy⟧.", Suggest: "likeable guy"},
			{Text: "The ⟦sympathetic couple⟧ runs a bakery.", Suggest: "likeable couple"},
			{Text: "A ⟦sympathetic village⟧ lies by the lake.", Suggest: "likeable village"},
		},
		NearMisses: []string{
			"The judge was sympathetic to the appeal.",
			"He found a sympathetic ear.",
			"The film makes him a sympathetic guy.",
		},
	},
	{
		Name: "false-friend-sensible", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Major,
		SourceLanguages: []string{"fr", "es", "de", "it", "pt"},
		Message:         `"Sensible" for "sensitive" or "noticeable".`,
		Doc: detect.Doc{
			What:   `"A sensible topic", "sensible data", "sensible to noise".`,
			Why:    `French and Spanish "sensible", German "sensibel" mean sensitive; English "sensible" means reasonable.`,
			Humans: "Of reasonable things; only what can be sensitive and hardly reasonable is on the list.",
			Misses: "Other nouns.",
		},
		Phrases: []string{"sensible topic|topics|data|subject|subjects|skin|documents|zone|zones", "sensible to noise|light|cold|heat|criticism"},
		Judge:   exchange(1, "sensible=sensitive"),
		Examples: []detect.Example{
			{Text: "It is a ⟦sensible topic⟧ for the army.", Suggest: "sensitive topic"},
			{Text: "Hackers stole ⟦sensible data⟧.", Suggest: "sensitive data"},
			{Text: "The owls are ⟦sensible to noise⟧.", Suggest: "sensitive to noise"},
		},
		NearMisses: []string{
			"It is a sensible idea.",
			"She wore sensible shoes.",
			"It seemed sensible to the captain to wait.",
		},
	},
	{
		Name: "false-friend-important-size", Family: detect.FalseFriend, Category: "accuracy/mistranslation", Severity: detect.Minor,
		SourceLanguages: []string{"fr", "es", "it", "pt"},
		Message:         `"Important" for "large".`,
		Doc: detect.Doc{
			What:   `"Important damage", "an important sum", "an important increase".`,
			Why:    `French "important", Spanish "importante" mean large as well; English amounts are large, heavy, substantial.`,
			Humans: "Of what matters (\"an important step\"), which is not on the list.",
			Misses: "Sizes outside the list.",
		},
		Phrases: []string{"important damage|damages|losses|sum|amount|quantity|quantities|amounts|sums|deployment|fine|debt|debts|increase|decrease|drop|rise|reduction|decline|delay|delays|rains|rainfall|flames", "important means were|are", "an important number|quantity of", "important police|security|military deployment|operation|presence"},
		Judge:   exchange(1, "important=substantial"),
		Examples: []detect.Example{
			{Text: "The storm caused ⟦important damage⟧ in the port.", Suggest: "substantial damage"},
			{Text: "He owed an ⟦important sum⟧ to the bank.", Suggest: "substantial sum"},
			{Text: "The firm reported ⟦important losses⟧.", Suggest: "substantial losses"},
		},
		NearMisses: []string{
			"It was an important step.",
			"An important factor is the price.",
			"The most important thing is to stay calm.",
		},
	},
}

var (
	actual = []swap{
		{"the actual president|government|minister|mayor|champion|coach|crisis|director|chairman|leadership|administration|legislature|economic", "the current _"},
		{"the actual prime minister", "the current prime minister"},
		{"at the actual moment", "at the moment"},
		{"in the actual situation|context|circumstances", "in the current _"},
	}
	eventual = []swap{
		{"an eventual candidacy|candidature|attack|transfer|resignation|war|sanction|invasion|strike|conflict|risk|layoff|dismissal|appeal|recount|relapse|complication|disaster|defect|error", "a possible _"},
		{"any eventual attack|war|strike|conflict|problem|problems|damage|risks|complications|changes|negotiations|errors|questions|claims", "any _"},
		{"eventual layoffs|dismissals|irregularities|breaches|abuses|penalties|sanctions|victims|negotiations|problems|risks|damages|complications|accomplices|errors|witnesses|survivors", "possible _"},
	}
	ancient = []swap{{"ancient combatants", "veterans"}, {"ancient combatant", "veteran"}, {"ancient minister|president|mayor|player|players|student|students|boss|coach|director|deputy|colleague|colleagues|champion|employee|employees|girlfriend|wife|husband|secretary|adviser|advisor|ambassador|pupil|pupils|goalkeeper|striker|captain|deputies|ministers", "former _"}}
)

// each makes a swap of every word, which stands for "%" in phrase and
// replacement.
func each(words, phrase, instead string) []swap {
	var out []swap
	for _, w := range strings.Fields(words) {
		out = append(out, swap{strings.ReplaceAll(phrase, "%", w), strings.ReplaceAll(instead, "%", w)})
	}
	return out
}

// exchange makes a Judge that accepts a hit under all the conditions and
// suggests other words for its first n words, "old=new" by the first of them,
// with the rest as it stands.
func exchange(n int, pairs string, conditions ...condition) func(*detect.Document, detect.Hit) (detect.Match, bool) {
	instead := map[string]string{}
	for _, p := range strings.Split(pairs, ",") {
		if from, to, ok := strings.Cut(p, "="); ok {
			instead[strings.TrimSpace(from)] = to
		}
	}
	accept := take(conditions...)
	return func(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
		m, ok := accept(doc, hit)
		if to := instead[norm(doc, hit.First)]; ok && to != "" {
			m.Suggestions = insteadOf(doc, m.Span, to+doc.Text[doc.Tokens[hit.First+n-1].End:m.End])
		}
		return m, ok
	}
}
