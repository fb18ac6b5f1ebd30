package heuristics

import (
	"slices"
	"strings"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// frames are the heuristics of set phrases that belong to the news style of
// one source language.
var frames = []detect.Heuristic{
	{
		Name: "zh-political-formula", Family: detect.Idiom, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"zh"},
		Message:         "a slogan of the Chinese press, word for word; use a plain verb or cut it",
		Doc: detect.Doc{
			What:   "Set phrases of Chinese official prose: \"give full play to\", \"vigorously promote\", \"high-quality development\", \"do a good job in flood control\".",
			Why:    "Four-character formulas (充分发挥, 大力推进, 高质量发展, 做好) have one rendering each, and systems repeat it. Nearly all of it comes from Chinese.",
			Humans: "In English texts of Chinese institutions, whose translators use the same formulas; in quotations, which are left alone.",
			Misses: "Formulas whose rendering is ordinary English (\"to a new level\").",
		},
		Phrases: phrasesOf(chineseFormulas),
		Judge:   replace(chineseFormulas),
		Examples: []detect.Example{
			{Text: "The city will ⟦do a good job in⟧ flood control this year."},
			{Text: "The plan will ⟦give full play to⟧ the port.", Suggest: "make full use of"},
			{Text: "The county will ⟦vigorously promote⟧ its tea.", Suggest: "promote"},
		},
		NearMisses: []string{
			"He did a good job of hiding it.",
			"The firm took the game to a new level.",
			"“We will give full play to the port,” he said.",
			"The council promoted its tea.",
			"The stand-in did a good job in goal.",
			"Nobody buys the box set in the new era of streaming.",
			"The scandal has moved to a new stage.",
			"Ministers want to accelerate the construction of homes.",
		},
	},
	{
		Name: "ja-emotive-filler", Family: detect.Connective, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"ja", "zh", "ru", "de"},
		Message:         "a frame that English says with one word: \"may\", \"because of\", \"many\"",
		Doc: detect.Doc{
			What:   "Two or more frames such as \"there is a possibility that\", \"due to the influence of\", \"it seems that there\", \"there are many people who\" in the narrator's voice.",
			Why:    "Japanese closes its sentences with frames (可能性がある, の影響で, 人が多い) that systems open English ones with. No native article of the labelled data has two of them.",
			Humans: "Once, in careful or academic prose; one alone is not reported.",
			Misses: "Articles with a single frame; \"it is important to\" and its like count half.",
		},
		Where:    detect.Prose,
		Phrases:  slices.Concat(japaneseFrames, weakFrames),
		JudgeAll: judgeJapaneseFrames,
		Examples: []detect.Example{
			{Text: "⟦There is a possibility that⟧ trains will stop ⟦due to the influence of⟧ the snow."},
			{Text: "⟦There are many people who⟧ wait at the port. ⟦There is a high possibility of⟧ rain."},
			{Text: "⟦There are times when⟧ crews are short. Sales fell ⟦due to the influence of⟧ the strike."},
		},
		NearMisses: []string{
			"There is a possibility that trains will stop.",
			"It is important to wait. It is difficult to say why.",
			"There is a chance that trains will stop because of the snow.",
			"“There is a possibility that it will rain due to the influence of the sea,” he said.",
		},
	},
	{
		Name: "he-passive-and-frame", Family: detect.Connective, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"he", "cs", "ru"},
		Message:         "a frame of the Hebrew press",
		Doc: detect.Doc{
			What:   "\"As stated,\" and \"as mentioned,\" without saying where, \"Adv.\" for a lawyer, \"the Arab sector\" for a community.",
			Why:    "Hebrew כאמור, עו\"ד and המגזר are stock words of its news. No native article of the labelled data has one.",
			Humans: "\"As stated in the report\" is English and left alone.",
			Misses: "Frames that are ordinary English (\"in light of\").",
		},
		Phrases: []string{"as stated|mentioned|aforesaid|noted ,", "adv. _", "adv . _", "the arab|ultra-orthodox|haredi sector"},
		Judge:   hebrewFrame,
		Examples: []detect.Example{
			{Text: "The appeal was, ⟦as stated,⟧ rejected on Friday."},
			{Text: "⟦As mentioned,⟧ the school is closed."},
			{Text: "Schools in ⟦the Arab sector⟧ stayed closed."},
		},
		NearMisses: []string{
			"As stated in the report, the appeal failed.",
			"The appeal failed, as noted by the court.",
			"The Arab sector of the old market burned: in the Arab Sector Street fire two died.",
		},
	},
	{
		Name: "de-modal-particle-residue", Family: detect.WordOrder, Category: "style/unidiomatic", Severity: detect.Minor,
		SourceLanguages: []string{"de", "cs", "ru", "nl"},
		Message:         "English says \"as early as\"",
		Doc: detect.Doc{
			What:   "\"Already\" in front of a time: \"already in 2015\", \"already on Monday\", \"already since May\".",
			Why:    "German \"schon\", Czech \"už\" and Russian \"уже\" stand before the time they stress; English says \"as early as\" or puts \"already\" to the verb.",
			Humans: "After an auxiliary (\"had already on Monday\"), which is left alone.",
			Misses: "\"Only on Monday\" for German \"erst\", which is good English too.",
		},
		Phrases: []string{
			"already in #", "already in january|february|march|april|may|june|july|august|september|october|november|december", "already on monday|tuesday|wednesday|thursday|friday|saturday|sunday",
			"already since", "already yesterday", "already at the beginning|start|end", "already in the morning|evening|afternoon|summer|spring|autumn|winter|past|early",
		},
		Judge: alreadyThen,
		Examples: []detect.Example{
			{Text: "⟦Already in 2015⟧ the firm warned of gaps.", Suggest: "As early as 2015"},
			{Text: "The crew knew of the leak ⟦already on Monday⟧.", Suggest: "as early as Monday"},
			{Text: "The pier has been closed ⟦already since⟧ May.", Suggest: "since"},
		},
		NearMisses: []string{
			"He had already in 2015 warned of gaps.",
			"He had already left on Monday.",
			"Those already in the valley stayed; she was already in 2nd place.",
			"As early as 2015 the firm warned of gaps.",
		},
	},
}

// chineseFormulas are slogans by what a plain sentence says.
var chineseFormulas = func() []swap {
	out := []swap{
		{"do|doing a good job in", ""},
		{"give full play to", "make full use of"},
		{"giving full play to", "making full use of"},
		{"gave full play to", "made full use of"},
		{"the broad masses", "the public"},
		{"party members and cadres", "party officials"},
		{"people 's livelihood|livelihoods", "living standards"},
		{"high-quality development", ""},
		{"win-win cooperation", ""},
		{"with chinese characteristics", ""},
		{"put forward new|higher requirements", ""},
		{"earnestly|conscientiously implement|implementing|implemented", ""},
		{"the spirit of the _ congress|meeting|speech|conference", ""},
		{"the spirit of the _ _ congress|meeting|speech|conference", ""},
		{"relations|cooperation|partnership|exchanges|ties|work|development|construction|friendship to a new height|stage", ""},
		{"strengthen|strengthening|strengthened|deepen|deepening|deepened the construction|building|reform of", ""},
		{"accelerate|accelerating|accelerated the reform|building of", ""},
		{"comprehensively strengthen|promote|deepen|strengthening|promoting|deepening", ""},
		{"people-centered development", ""},
		{"in the new era of (socialism|reform|opening)", ""},
	}
	for _, v := range strings.Fields("promote develop implement support promoting developing implementing supporting promoted developed implemented supported") {
		out = append(out, swap{"vigorously " + v, v})
	}
	return out
}()

// japaneseFrames are the words of each frame, with alternatives.
var japaneseFrames = []string{
	"there is a possibility that|of", "there is a high|strong possibility that|of", "there is also a possibility that|of", "due to the influence of", "under the influence of the new",
	"there are many people|cases|voices who|where|that|saying", "there are times when", "the number of people who is", "it is expected that it", "it is thought that it|the|there",
	"is said to be a", "it is said that", "i think|thought|feel that it|there|the|this", "it can be said that",
}

// weakFrames are frames that good English has too; two of them count as one.
var weakFrames = []string{"it is necessary|possible|difficult|important|easy to", "it is also possible|necessary|important to", "there are also many"}

// judgeJapaneseFrames takes the frames of an article that has two of them;
// weak ones count half.
func judgeJapaneseFrames(doc *detect.Document, hits []detect.Hit) []detect.Match {
	var found []detect.Match
	halves := 0
	for _, hit := range hits {
		if doc.Tokens[hit.First].Is(article.Quoted) {
			continue
		}
		found = append(found, detect.Match{Span: doc.SpanOf(hit.Range)})
		if halves++; hit.Phrase < len(japaneseFrames) {
			halves++
		}
	}
	if halves < 4 {
		return nil
	}
	return found
}

func hebrewFrame(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	first, last := doc.Tokens[hit.First], doc.Tokens[hit.End-1]
	switch first.Norm {
	case "as":
		if before := preceding(doc, hit, 1).Norm; before != "," && !opensSentence(doc, hit.First) {
			return detect.Match{}, false
		}
	case "adv.", "adv":
		if !first.Is(article.Capital) || !last.Is(article.Capital) || glued(last) {
			return detect.Match{}, false
		}
	case "the":
		if last.Is(article.Capital) || following(doc, hit, 1).Norm == "of" {
			return detect.Match{}, false
		}
	}
	return detect.Match{Span: doc.SpanOf(hit.Range)}, true
}

// alreadyThen takes "already" before a time where no auxiliary claims it.
func alreadyThen(doc *detect.Document, hit detect.Hit) (detect.Match, bool) {
	last, before := doc.Tokens[hit.End-1], preceding(doc, hit, 1)
	if auxiliary[before.Norm] || before.Norm == "'s" || before.Norm == "'ve" || before.Norm == "'d" || determiners[before.Norm] || before.Norm == "been" {
		return detect.Match{}, false
	}
	s := doc.SpanOf(hit.Range)
	instead := ""
	switch {
	case last.Norm == "since":
		instead = "since"
	case last.Kind == article.Number:
		if year, ok := smallNumber(last.Norm); !ok || year < 1800 || year > 2099 {
			return detect.Match{}, false
		}
		instead = "as early as " + last.Norm
	case months[last.Norm] || weekdays[last.Norm]:
		instead = "as early as " + doc.Slice(last.Span)
	case last.Norm == "past" || last.Norm == "early":
		return detect.Match{}, false
	}
	if instead == "" {
		return detect.Match{Span: s}, true
	}
	return detect.Match{Span: s, Suggestions: insteadOf(doc, s, instead)}, true
}
